"""`kotsu org`: municipalities, their hours and the days on which they are closed."""

from dataclasses import replace
from datetime import date, time
from typing import Annotated

import typer

from bot import opening
from bot.commands import org_choices, overlay
from lessons.hours import Hours, ImpossibleHours
from lessons.phrases import LANGUAGES
from school.digests import due
from school.scheduling import read_time
from store.errors import AlreadyExists
from store.values import Organisation

app = typer.Typer(help="Organisations: make one, see them, set hours and closing days.", no_args_is_help=True)
app.add_typer(overlay.app, name="overlay")
app.command("free-text")(org_choices.free_text)
app.command()(org_choices.reminders)
app.command()(org_choices.approval)
app.command("silence-confirm")(org_choices.silence_confirm)
app.command("questions-channel")(org_choices.questions_channel)
app.command()(org_choices.digests)
Name = Annotated[str, typer.Argument(help="The organisation's name, as people call it.")]
Clock = Annotated[str, typer.Option(help="A local time, as 8:30.")]


@app.command()
def create(
    name: Name,
    opens: Clock = "8:30",
    closes: Clock = "17:15",
    lunch_from: Clock = "12:00",
    lunch_to: Clock = "13:00",
    language: Annotated[str, typer.Option(help="The language newcomers are spoken to: ja or en.")] = "ja",
    timezone: Annotated[str | None, typer.Option(help="Its zone; KOTSU_TIMEZONE unless given.")] = None,
) -> None:
    """Make an organisation. The first one gets the accounts that are configured."""
    hours = _hours(opens, closes, lunch_from, lunch_to)
    if language not in LANGUAGES:
        opening.sorry(f"The language is one of {', '.join(LANGUAGES)}, not {language!r}.")
    zone = opening.zone_of(timezone or opening.read_settings().timezone)
    with opening.opened() as database, database.root() as root:
        try:
            made = root.organisations.create(
                name=opening.named(name),
                timezone=zone,
                language=language,
                opens=hours.opens,
                closes=hours.closes,
                lunch_from=hours.lunch_from,
                lunch_to=hours.lunch_to,
            )
        except AlreadyExists:
            opening.sorry(f"There is an organisation called {name!r} already.")
        due.switch(root.work(made.id), opening.now(), wanted=True)
    typer.echo(f"{made.name} is ready. Next: kotsu cohort create NAME --course COURSE --start DATE")


@app.command("list")
def list_() -> None:
    """All organisations with their hours and closing days to come."""
    today = opening.now().date()
    with opening.opened() as database, database.root() as root:
        for each in root.organisations.all():
            typer.echo(_line(each, today))


@app.command()
def close(
    days: Annotated[list[str], typer.Argument(help="Days, as 2026-12-28.")],
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
    *,
    reopen: Annotated[bool, typer.Option("--reopen", help="Take these days off the list again.")] = False,
) -> None:
    """Nobody gets a lesson on these days (weekends, holidays and 12/29 to 1/3 are known already)."""
    wanted = {_day(each) for each in days}
    with opening.opened() as database:
        chosen = opening.organisation_of(database, org)
        closures = chosen.closures - wanted if reopen else chosen.closures | wanted
        with database.root() as root:
            root.organisations.save(replace(chosen, closures=frozenset(closures)))
    typer.echo(f"Closed on: {', '.join(each.isoformat() for each in sorted(closures)) or 'no days of its own'}")


def _line(each: Organisation, today: date) -> str:
    ahead = ", ".join(day.isoformat() for day in sorted(each.closures) if day >= today)
    hours = f"{each.opens:%H:%M}-{each.closes:%H:%M}, lunch {each.lunch_from:%H:%M}-{each.lunch_to:%H:%M}"
    return f"{each.id}  {each.name}  {hours}  {each.timezone.key}  closed: {ahead or '-'}"


def _hours(opens: str, closes: str, lunch_from: str, lunch_to: str) -> Hours:
    try:
        return Hours(_time(opens), _time(closes), _time(lunch_from), _time(lunch_to))
    except ImpossibleHours as why:
        opening.sorry(why)


def _time(text: str) -> time:
    return read_time(text) or opening.sorry(f"{text!r} is no time of day, as 8:30.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        opening.sorry(f"{text!r} is no day, as 2026-12-28.")
