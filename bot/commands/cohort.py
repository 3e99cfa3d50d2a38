"""`kotsu cohort`: make one, invite to it, watch it, let it rest."""

from datetime import date
from typing import Annotated

import segno
import typer

from bot import opening
from bot.invitation import invitation
from lessons.library import BrokenCourse, Library
from lessons.model import Course
from lessons.replanning import Span, ending
from school import cohorts
from school.editions import course_of, laid
from school.scheduling import read_time
from school.study import calendar_of
from store.values import Cohort
from store.work import Work

app = typer.Typer(help="Cohorts: people who take a course together.", no_args_is_help=True)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
Code = Annotated[str, typer.Argument(help="The cohort's join code, as ABC234.")]


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="What its members will read, as 令和8年度 第1期.")],
    start: Annotated[str, typer.Option(help="The first day, as 2026-09-07 (or the first working day after it).")],
    course: Annotated[str, typer.Option(help="The course's id.")] = "jichitai-dx-kihon",
    time: Annotated[str, typer.Option(help="When lessons come unless a learner chooses otherwise.")] = "8:40",
    reserve: Annotated[int, typer.Option(min=0, max=60, help="Working days kept free at the end (予備日).")] = 0,
    org: Org = None,
) -> None:
    """Make a cohort and print its join code."""
    library = opening.read_library()
    known = [each.id for each in library.courses]
    if course not in known:
        opening.sorry(f"There is no course {course!r}. There are: {', '.join(known)}.")
    delivery_time = read_time(time) or opening.sorry(f"{time!r} is no time of day, as 8:40.")
    with opening.working(org) as work:
        try:
            made = cohorts.create(
                work,
                library,
                name=opening.named(name),
                course=course,
                starts_on=_day(start),
                delivery_time=delivery_time,
                at=opening.now(),
                reserve=reserve,
            )
        except BrokenCourse as broken:
            opening.sorry(f"The overlay does not fit this edition of the course:\n{broken}")
    typer.echo(f"{made.name}: join code {made.code}. Next: kotsu cohort invite {made.code}")


@app.command("list")
def list_(org: Org = None) -> None:
    """All cohorts of the organisation."""
    with opening.reading(org) as work:
        for each in work.cohorts.all():
            rest = "  resting" if each.paused else ""
            typer.echo(f"{each.code}  {each.starts_on}  {each.course} {each.edition}  {each.name}{rest}")


@app.command()
def pause(code: Code, org: Org = None) -> None:
    """Silence at once: nothing nobody asked for goes out, what waits included, until `resume`."""
    with opening.working(org) as work:
        cohort = opening.cohort_of(work, code)
        if not cohorts.pause(work, cohort, opening.now()):
            opening.sorry(f"{cohort.name} rests already.")
    typer.echo(f"{cohort.name} rests. Go on with: kotsu cohort resume {cohort.code}")


@app.command()
def resume(code: Code, org: Org = None) -> None:
    """Go on: the calendar moves by the days that were lost, and nobody gets a flood."""
    library = opening.read_library()
    with opening.working(org) as work:
        cohort = opening.cohort_of(work, code)
        if not cohorts.resume(work, library, cohort, opening.now()):
            opening.sorry(f"{cohort.name} does not rest.")
    typer.echo(f"{cohort.name} goes on.")


@app.command()
def status(code: Code, org: Org = None) -> None:
    """How the cohort stands, in numbers: who answered what is not shown."""
    library = opening.read_library()
    with opening.reading(org) as work:
        cohort = opening.cohort_of(work, code)
        now = cohorts.status(work, library, cohort, opening.now())
        typer.echo(_status(work, cohort, now))


@app.command()
def show(code: Code, org: Org = None) -> None:
    """What the cohort learns from, and whether the shelf has another edition by now."""
    library = opening.read_library()
    with opening.reading(org) as work:
        cohort = opening.cohort_of(work, code)
        typer.echo(_shown(work, cohort, course_of(work, library, cohort), library))


@app.command()
def invite(
    code: Code,
    org: Org = None,
    png: Annotated[str, typer.Option(help="Write the QR code into this PNG file too.")] = "",
) -> None:
    """Print the code, the links and a QR code to hand out."""
    url = opening.read_settings().public_url
    with opening.reading(org) as work:
        cohort = opening.cohort_of(work, code)
        ways = invitation(cohort, work.accounts.all(), url)
    typer.echo(f"{cohort.name}\n\n  code   {ways.code}\n  page   {ways.page}")
    typer.echo(f"  LINE   {ways.line or 'no account yet: run the bot once with the LINE settings'}")
    typer.echo(f"  Slack  {ways.slack or 'no workspace yet: run the bot once with the Slack settings'}\n")
    code_picture = segno.make(ways.line or ways.page, error="m")
    code_picture.terminal(compact=True)
    if png:
        try:
            code_picture.save(png, scale=8)
        except (OSError, ValueError) as why:
            opening.sorry(f"The picture could not be written to {png}: {why}")


def _shown(work: Work, cohort: Cohort, course: Course, library: Library) -> str:
    return "\n".join(
        (
            f"{cohort.name} ({cohort.code}), from {cohort.starts_on}{', resting' if cohort.paused else ''}",
            f"  ends     {_ending(work, cohort, course)}",
            f"  course   {course.title} ({course.id}), {len(course.lessons)} lessons",
            f"  edition  {cohort.edition}  {cohort.digest[:12] or 'as it is on the shelf'}",
            f"  shelf    {_on_the_shelf(work, cohort, library)}",
        )
    )


def _ending(work: Work, cohort: Cohort, course: Course) -> str:
    silences = work.silences.over_everybody(cohort.created_at)
    calendar = calendar_of(work.organisation, cohort, silences)
    found = ending(calendar, Span(cohort.starts_on, len(course.lessons), cohort.reserve))
    if found is None:
        return "as soon as it goes on, nobody knows when"
    reserve = f", {found.used} of {cohort.reserve} days in reserve used" if cohort.reserve else ""
    return f"{found.end} (the last lesson {found.last}{reserve})"


def _on_the_shelf(work: Work, cohort: Cohort, library: Library) -> str:
    there, packed = (
        next((each for each in library.courses if each.id == cohort.course), None),
        library.packed(cohort.course),
    )
    if there is None or packed is None:
        return "does not have this course"
    new = laid(work, packed, cohort.course)
    if new.digest == cohort.digest:
        return "has the same"
    return (
        f"has another one, {there.edition} ({new.digest[:12]}): new cohorts take it; what of it this one can take, "
        f"tells kotsu course amend {cohort.code}"
    )


def _status(work: Work, cohort: Cohort, now: cohorts.Status) -> str:
    return "\n".join(
        (
            f"{cohort.name} ({cohort.code}) of {work.organisation.name}{', resting' if cohort.paused else ''}",
            f"  learners            {now.active} active, {now.finished} finished, {now.left} left",
            f"  finished one today  {now.begun_today}",
            f"  lessons             {now.lessons_finished} finished, {now.lessons_open} open",
            *(
                f"  asked {occasion:<14}{finished} answered of {came}"
                for occasion, (finished, came) in now.questionnaires.items()
            ),
            f"  certificates        {now.certificates} earned",
        )
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        opening.sorry(f"{text!r} is no day, as 2026-09-07.")
