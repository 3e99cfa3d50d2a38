"""`kotsu people`: who takes part, by nickname."""

from typing import Annotated

import typer

from bot import opening
from school.certifying import certificate_of
from school.study import study_of
from store.values import Enrolment, EnrolmentState
from store.work import Work

app = typer.Typer(help="People: who takes part. Nicknames and completion only, never answers.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """A group, so that `people list` stays `people list` when more comes."""


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


def _line(work: Work, enrolment: Enrolment, done: str) -> str:
    person, contact = work.people.get(enrolment.person), work.contacts.get(enrolment.contact)
    zone = work.organisation.timezone
    next_at = f"{enrolment.next_at.astimezone(zone):%Y-%m-%d %H:%M}" if enrolment.next_at else "-"
    away = enrolment.state is EnrolmentState.ACTIVE and enrolment.away(opening.now())
    coming = "away" if away else f"next {next_at}"  # why, and for how long, is nobody's business
    reached = contact.channel.value if contact.reachable else "not reached"
    return f"  {person.nickname}  {reached}  {enrolment.state.value}  {done}  {coming}"
