"""`kotsu people`: who takes part, by nickname."""

import getpass
from typing import Annotated

import typer

from bot import opening
from school.certifying import certificate_of
from school.finding import people_called
from school.resting import NotADay
from school.rights import Actor, operator
from school.sending_away import bring_back, longest, send_away
from school.study import study_of
from store.values import Enrolment, EnrolmentState, Person
from store.work import Work

app = typer.Typer(help="People: who takes part. Nicknames and completion only, never answers.", no_args_is_help=True)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
Who = Annotated[str, typer.Argument(help="A staff number or a nickname.")]


@app.command("list")
def list_(
    cohort: Annotated[str | None, typer.Option(help="Only this cohort, by its join code.")] = None,
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Nickname, where they are reached, state, lessons finished, next delivery."""
    library = opening.read_library()
    with opening.reading(org) as work:
        chosen = (opening.cohort_of(work, cohort),) if cohort else work.cohorts.all()
        for each in chosen:
            typer.echo(f"{each.name} ({each.code})")
            for enrolment in work.enrolments.in_cohort(each.id):
                study = study_of(work, enrolment, library)
                done = f"{study.finished}/{len(study.course.lessons)}"
                earned = certificate_of(work, study)
                typer.echo(_line(work, enrolment, f"{done}  certificate" if earned and earned.earned else done))


@app.command()
def away(who: Who, until: Annotated[str, typer.Option(help="The last day, as 2026-12-28.")], org: Org = None) -> None:
    """Leave until a day, set by the office: nothing comes unasked, and the course waits. No reason is kept."""
    library = opening.read_library()
    with opening.working(org) as work:
        person = _called(work, who)
        outcome = send_away(work, library, _me(), person.id, opening.now(), wish=until)
        if isinstance(outcome, NotADay):
            opening.sorry(f"{until!r} is no day from today to {longest(work, opening.now())}, as 2026-12-28.")
        if outcome is None:
            opening.sorry(f"{person.nickname} is in no course now.")
    typer.echo(f"{person.nickname} is away through {outcome}. Earlier back: kotsu people back {who}")


@app.command()
def back(who: Who, org: Org = None) -> None:
    """End a leave before its day."""
    library = opening.read_library()
    with opening.working(org) as work:
        person = _called(work, who)
        if not bring_back(work, library, _me(), person.id, opening.now()):
            opening.sorry(f"{person.nickname} is not away.")
    typer.echo(f"{person.nickname} is back.")


def _me() -> Actor:
    return operator(getpass.getuser())


def _called(work: Work, who: str) -> Person:
    found = people_called(work, who)
    if len(found) > 1:
        opening.sorry(f"Several are called {who!r}: give the staff number.")
    return found[0] if found else opening.sorry(f"There is nobody called {who!r}.")


def _line(work: Work, enrolment: Enrolment, done: str) -> str:
    person, contact = work.people.get(enrolment.person), work.contacts.get(enrolment.contact)
    zone = work.organisation.timezone
    next_at = f"{enrolment.next_at.astimezone(zone):%Y-%m-%d %H:%M}" if enrolment.next_at else "-"
    away = enrolment.state is EnrolmentState.ACTIVE and enrolment.away(opening.now())
    coming = "away" if away else f"next {next_at}"  # why, and for how long, is nobody's business
    reached = contact.channel.value if contact.reachable else "not reached"
    return f"  {person.nickname}  {reached}  {enrolment.state.value}  {done}  {coming}"
