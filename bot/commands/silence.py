"""`kotsu silence`: disaster mode at the command line."""

import getpass
from typing import Annotated

import typer

from bot import opening
from lessons.cards import silencing as cards
from lessons.cards.resuming import compressed, shifted
from lessons.phrases import phrases
from school import resuming, silencing
from school.finding import people_called, sections_called
from school.resuming import How, Plan
from school.rights import Actor, operator
from school.silencing import Asked, Begun, Why, Wish
from store.errors import NotFound
from store.silence import Silence, Whom
from store.work import Work

app = typer.Typer(help="Silence (災害モード): let everybody, a section or a person rest; go on.", no_args_is_help=True)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
Number = Annotated[
    int, typer.Argument(help="The number that `silence show` tells; the only one there is unless given.")
]


@app.command()
def begin(
    section: Annotated[str, typer.Option(help="Only this section with all below it, as 総務部/総務課.")] = "",
    person: Annotated[str, typer.Option(help="Only this person, by staff number or nickname.")] = "",
    org: Org = None,
    *,
    notice: Annotated[bool, typer.Option("--notice", help="Tell those concerned once; on LINE it costs.")] = False,
) -> None:
    """Nothing comes unasked any more, what waits to leave included, until `silence resume`."""
    with opening.working(org) as work:
        wish = _wish(work, section, person, notice=notice)
        _told(work, silencing.begin(work, _me(), wish, opening.now()))


@app.command()
def confirm(number: Number = 0, org: Org = None) -> None:
    """Say yes to what somebody else has asked for."""
    with opening.working(org) as work:
        waiting = [each for each in silencing.looked_at(work, _me(), opening.now()) if each.waits]
        _told(work, silencing.confirm(work, _me(), _found(work, number, waiting), opening.now()))


@app.command()
def drop(number: Number = 0, org: Org = None) -> None:
    """Say no to it, or take back one's own wish."""
    with opening.working(org) as work:
        waiting = [each for each in silencing.looked_at(work, _me(), opening.now()) if each.waits]
        if not silencing.decline(work, _me(), _found(work, number, waiting), opening.now()):
            opening.sorry("It waits no more. See: kotsu silence show")
    typer.echo("It was dropped. Nothing has stopped.")


@app.command()
def show(org: Org = None) -> None:
    """What waits for a yes, and what is silent."""
    with opening.reading(org) as work:
        found = silencing.looked_at(work, _me(), opening.now())
        for each in found:
            since = (each.since or each.asked_at).astimezone(work.organisation.timezone)
            stands = "waits for a yes" if each.waits else "silent"
            typer.echo(f"{each.id}  {_named(work, each)}  {stands} since {since:%Y-%m-%d %H:%M}")
    if not found:
        typer.echo("Nothing is silent.")


@app.command()
def resume(
    number: Number = 0,
    org: Org = None,
    *,
    shift: Annotated[bool, typer.Option("--shift", help="The calendar moves by what was lost.")] = False,
    compress: Annotated[bool, typer.Option("--compress", help="It stays, and who wants catches up.")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="Only show what each would mean.")] = False,
) -> None:
    """Show the new plan (--plan), or go on by it (--shift, --compress)."""
    if sum((shift, compress, plan)) != 1:
        opening.sorry("Say one of --plan, --shift and --compress.")
    library = opening.read_library()
    with (opening.reading if plan else opening.working)(org) as work:
        silent = [each for each in work.silences.open() if each.lasts]
        silence = _found(work, number, silent)
        if plan:
            _show(resuming.plan(work, library, _me(), silence, opening.now()))
            return
        how = How.SHIFT if shift else How.COMPRESS
        over = resuming.resume(work, library, _me(), silence, opening.now(), how=how)
        _show(over.plan if over else None, how)
    typer.echo("It goes on.")


def _me() -> Actor:
    return operator(getpass.getuser())


def _wish(work: Work, section: str, person: str, *, notice: bool) -> Wish:
    if section and person:
        opening.sorry("Say a section or a person, not both.")
    if not section and not person:
        return Wish(Whom.EVERYBODY, notice=notice)
    name, whom = section or person, Whom.SECTION if section else Whom.PERSON
    found = [each.id for each in (sections_called if section else people_called)(work, name)]
    if len(found) != 1:
        several = "Several are called {!r}: give the whole path, or the staff number."
        opening.sorry((several if found else "There is no {1} called {0!r}.").format(name, whom.value))
    return Wish(whom, found[0], notice=notice)


def _found(work: Work, number: int, there: list[Silence]) -> Silence:
    if not number and len(there) != 1:
        opening.sorry("Say which: kotsu silence show" if there else "There is none. See: kotsu silence show")
    try:
        return work.silences.get(number or there[0].id)
    except NotFound:
        opening.sorry(f"There is none with the number {number}. See: kotsu silence show")


def _told(work: Work, outcome: Begun | Asked | Why) -> None:
    match outcome:
        case Why():
            opening.sorry(phrases("en")(f"silence.not_{outcome.value}"))
        case Asked(silence=silence, people=people):
            typer.echo(
                f"{people} were asked. Somebody else says yes there, or here: kotsu silence confirm {silence.id}"
            )
        case Begun(silence=silence, people=people, held=held):
            typer.echo(f"{_named(work, silence)}: {people} people rest, {held} letters were stopped.")
            typer.echo(f"Go on with: kotsu silence resume {silence.id} --plan")


def _named(work: Work, silence: Silence) -> str:
    number = silence.section or silence.person
    return cards.whom(silence.whom, silencing.subject(work, silence.whom, number), phrases("en"))


def _show(plan: Plan | None, how: How | None = None) -> None:
    if plan is None:
        opening.sorry("It does not last any more. See: kotsu silence show")
    say = phrases("en")
    for part in plan.parts:
        typer.echo(f"{part.cohort.name} ({part.cohort.code}), {part.learners} learning")
        if how is not How.COMPRESS:
            typer.echo(f"  shift     {shifted(part.ways, say)}")
        if how is not How.SHIFT:
            typer.echo(f"  compress  {compressed(part.ways, say)}")
    if not plan.parts:
        typer.echo("Nobody is learning now.")
