"""`kotsu doctor`: is everything in place, and what to do where it is not?"""

import logging
from collections.abc import Iterator

import typer

from bot import loop, opening
from bot.commands.quota import WAYS
from bot.examination import Finding, platforms
from config import logs
from config.settings import Settings
from lessons.cards.lesson import lesson_message
from lessons.library import BUILT_IN, BrokenCourse, library
from lessons.phrases import phrases
from messages.message import Message
from school.foreseeing import month_of
from school.quota import on_line
from store import migrate
from store.database import Database
from store.errors import DatabaseUnusable
from store.metered import Pull
from store.values import Account
from store.work import Work


def doctor() -> None:
    """Look at settings, database, migrations, clock, fonts, tokens and webhook, and say what to do. Status 1 if ill."""
    settings = opening.read_settings()
    logs.set_up(settings.log_format, logging.WARNING)
    here = [*_here(settings)]
    rooms, months = _looked(settings.database_url) if all(each.well for each in here[1:3]) else ((), ())
    findings = [*here, *months, *loop.run(platforms(settings, opening.now(), _sample(), rooms))]
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.well else 'MEND'}  {finding.what}")
        if not finding.well:
            typer.echo(f"      -> {finding.remedy}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)
    typer.echo("All well.")


def _here(settings: Settings) -> Iterator[Finding]:
    yield Finding(True, "settings are complete")
    yield from _database(settings.database_url)
    yield _courses()
    public = settings.public_url.startswith("https://") or not settings.uses_line
    yield Finding(
        public,
        f"public address is {settings.public_url}",
        "LINE delivers only to an https:// address: set KOTSU_PUBLIC_URL to the one your proxy serves.",
    )


def _database(address: str) -> Iterator[Finding]:
    try:
        revision = migrate.current(address)
    except DatabaseUnusable as why:
        yield Finding(False, "database answers", str(why))
        return
    yield Finding(True, "database answers")
    ready = revision == migrate.head()
    yield Finding(ready, "database is at this version", "Run: kotsu migrate")
    if ready:
        yield _organisations(address)


def _organisations(address: str) -> Finding:
    database = Database(address)
    try:
        with database.root() as root:
            count = len(root.organisations.all())
    finally:
        database.close()
    return Finding(count > 0, f"organisations: {count}", "Make one: kotsu org create NAME")


def _looked(address: str) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The channels for questions, and how each LINE account's month stands."""
    database = Database(address)
    try:
        with database.root() as root:
            there = root.organisations.all()
            works = [root.work(each.id) for each in there]
            months = tuple(_month(work, account) for work in works for account in on_line(work))
    finally:
        database.close()
    return tuple(each.questions_channel for each in there if each.questions_channel), months


def _month(work: Work, account: Account) -> Finding:
    month = month_of(work, opening.read_library(), account, opening.now())
    limit = "no limit" if month.limit is None else f"{month.limit:,}"
    what = f"LINE's month: {WAYS[account.pull]}; {month.foreseen:,} foreseen of {limit}"
    well = month.fits and account.pull in (None, Pull.CHOSEN)
    return Finding(
        well, what, "Choose a larger plan, or let lessons be fetched: kotsu quota pull. See: kotsu quota status"
    )


def _sample() -> Message:
    """The first lesson there is, as it would be pushed."""
    course = opening.read_library().courses[0]
    today = opening.now().date()
    return lesson_message(
        course, course.lessons[0], enrolment=1, family="default", today=today, say=phrases(course.language)
    )


def _courses() -> Finding:
    try:
        shelf = library(BUILT_IN)
    except BrokenCourse as broken:
        return Finding(False, "courses can be read", str(broken))
    return Finding(True, f"courses can be read: {', '.join(course.id for course in shelf.courses)}")
