"""`kotsu org`: municipalities, their hours and the days on which they are closed."""

import getpass
import re
from dataclasses import replace
from datetime import date, time
from typing import Annotated

import typer

from bot import opening
from bot.commands import overlay
from lessons.hours import Hours, ImpossibleHours
from lessons.phrases import LANGUAGES
from school.digests import due
from school.permitting import FREE_TEXT, allow_free_text, asked_for, come_to, confirm_silence
from school.rights import operator
from school.scheduling import read_time
from store.errors import AlreadyExists
from store.values import Organisation
from store.work import Work

app = typer.Typer(help="Organisations: make one, see them, set hours and closing days.", no_args_is_help=True)
app.add_typer(overlay.app, name="overlay")
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


@app.command("free-text")
def free_text(
    wish: Annotated[str, typer.Argument(help="on, off, or show.")],
    by: Annotated[str, typer.Option(help="Who decided it: a name and an office.")] = "",
    document: Annotated[str, typer.Option(help="The number of the document that says so.")] = "",
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Whether people may write about their own work in LINE itself. Off unless whoever is in charge of information
    security has approved it; every decision stays on record.
    """
    if wish not in {"on", "off", "show"}:
        opening.sorry(f"Say on, off or show, not {wish!r}.")
    with opening.opened() as database:
        chosen = opening.organisation_of(database, org)
        with database.root() as root:
            if wish != "show":
                who, paper = by.strip(), document.strip()
                if not who or not paper:
                    opening.sorry("Say who decided it and where it is written: --by NAME --document NUMBER.")
                allow_free_text(root, chosen, allowed=wish == "on", by=who, document=paper, at=opening.now())
            for each in reversed(root.work(chosen.id).approvals.of(FREE_TEXT)):
                day = f"{each.at.astimezone(chosen.timezone):%Y-%m-%d}"
                typer.echo(f"{day}  {'on ' if each.granted else 'off'}  {each.by}  {each.document}")
            allowed = root.organisations.get(chosen.id).line_free_text
    typer.echo(f"{chosen.name}: own words about work {'may' if allowed else 'may not'} be written in LINE.")


@app.command()
def reminders(
    wish: Annotated[str, typer.Argument(help="on or off.")],
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Whether reminders in LINE may cost a push; in Slack they cost nothing and are sent anyway."""
    if wish not in {"on", "off"}:
        opening.sorry(f"Say on or off, not {wish!r}.")
    with opening.opened() as database:
        chosen = opening.organisation_of(database, org)
        with database.root() as root:
            root.organisations.save(replace(chosen, line_reminders=wish == "on"))
    typer.echo(f"Reminders in LINE are {wish}." + (" Each one counts as a message." if wish == "on" else ""))


@app.command()
def approval(
    wish: Annotated[str, typer.Argument(help="on or off.")],
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Whether an announcement needs the yes (承認) of somebody else than its author. Urgent ones always do."""
    if wish not in {"on", "off"}:
        opening.sorry(f"Say on or off, not {wish!r}.")
    with opening.opened() as database:
        chosen = opening.organisation_of(database, org)
        with database.root() as root:
            asked_for(root, chosen, operator(getpass.getuser()), wanted=wish == "on", at=opening.now())
    typer.echo(f"{chosen.name}: announcements {'need' if wish == 'on' else 'do not need'} somebody else's yes.")


@app.command("silence-confirm")
def silence_confirm(
    wish: Annotated[str, typer.Argument(help="on or off.")],
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Whether silence (災害モード) begins only with the yes of a second person who may."""
    if wish not in {"on", "off"}:
        opening.sorry(f"Say on or off, not {wish!r}.")
    with opening.opened() as database:
        chosen = opening.organisation_of(database, org)
        with database.root() as root:
            confirm_silence(root, chosen, operator(getpass.getuser()), wanted=wish == "on", at=opening.now())
    typer.echo(f"{chosen.name}: silence {'needs' if wish == 'on' else 'does not need'} a second person's yes.")


@app.command("questions-channel")
def questions_channel(
    channel: Annotated[str, typer.Argument(help="The Slack channel's id (C…), or off.")],
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Where learners' questions come to: a channel, answered in its threads; off: to each facilitator. Invite the bot
    to the channel first (/invite).
    """
    room = "" if channel == "off" else channel.strip()
    if room and not re.fullmatch(r"[CG][A-Z0-9]{6,20}", room):
        opening.sorry(f"{channel!r} is no channel's id, as C0123ABCD (in Slack: the channel's name, at the very end).")
    with opening.opened() as database:
        chosen = opening.organisation_of(database, org)
        with database.root() as root:
            come_to(root, chosen, operator(getpass.getuser()), channel=room, at=opening.now())
    where = f"to {room}. Invite the bot there: /invite @kotsu" if room else "to each facilitator"
    typer.echo(f"{chosen.name}: questions come {where}.")


@app.command()
def digests(
    wish: Annotated[str, typer.Argument(help="on or off; paid or free.")],
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Whether the week is summed up on its last working day, for learners, managers and the office; and whether a
    learner's summary may cost a push in LINE (paid), or waits there until it is asked for (free).
    """
    if wish not in {"on", "off", "paid", "free"}:
        opening.sorry(f"Say on, off, paid or free, not {wish!r}.")
    with opening.working(org) as work:
        if wish in {"on", "off"}:
            due.switch(work, opening.now(), wanted=wish == "on")
        else:
            due.pay(work, paid=wish == "paid")
        typer.echo(_told(work))


def _told(work: Work) -> str:
    stands = work.digests.round()
    if not stands.wanted or stands.next_at is None:
        return "There are no weekly digests."
    moment = f"{stands.next_at.astimezone(work.organisation.timezone):%Y-%m-%d %H:%M}"
    cost = (
        "is pushed, and counts as a message" if stands.line_paid else "waits until it is asked for, and costs nothing"
    )
    return f"The next digests come on {moment}. In LINE a learner's {cost}."


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
