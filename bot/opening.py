"""How every command begins: settings read, database opened, and one plain sentence when that cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot import ending
from config import settings as setting
from config.clock import WallClock
from config.settings import BadSettings, Settings
from lessons.library import BUILT_IN, BrokenCourse, Library
from lessons.shelf import shelf
from store import migrate
from store.database import Database
from store.errors import DatabaseUnusable
from store.values import Cohort, Organisation
from store.work import Work

sorry: Final = ending.sorry
"""Say it in plain words on standard error, and end with status 2: nothing was changed."""


def read_settings() -> Settings:
    """The settings, or an end that names every missing or bad one."""
    try:
        return setting.read()
    except BadSettings as problems:
        sorry(problems)


def read_library() -> Library:
    """The courses, or an end that names every broken file and line."""
    try:
        return shelf(BUILT_IN)
    except BrokenCourse as broken:
        sorry(broken)


def now() -> datetime:
    """What time it is for a command."""
    return WallClock().now()


def zone_of(name: str) -> ZoneInfo:
    """The time zone of this name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        sorry(f"{name!r} is no time zone, as Asia/Tokyo.")


def named(name: str) -> str:
    """The name without what surrounds it; there must be one."""
    return name.strip() or sorry("A name must not be empty.")


@contextmanager
def opened(url: str | None = None) -> Iterator[Database]:
    """The migrated database, closed at the end."""
    address = url or read_settings().database_url
    try:
        database = Database(address)
        database.ping()
        if migrate.current(address) != migrate.head():
            sorry("The database is not set up for this version yet. Run: kotsu migrate")
    except DatabaseUnusable as why:
        sorry(why)
    try:
        yield database
    except DatabaseUnusable as why:
        sorry(why)
    finally:
        database.close()


@contextmanager
def working(org: str | None) -> Iterator[Work]:
    """One writing unit of work for the organisation of this name (or the only one there is)."""
    with opened() as database:
        chosen = organisation_of(database, org)
        with database.begin(chosen.id) as work:
            yield work


@contextmanager
def reading(org: str | None) -> Iterator[Work]:
    """The same to look at only: a long export holds up no answer."""
    with opened() as database:
        chosen = organisation_of(database, org)
        with database.read(chosen.id) as work:
            yield work


def organisation_of(database: Database, name: str | None) -> Organisation:
    """The organisation of this name, or the only one there is."""
    with database.root() as root:
        everyone = root.organisations.all()
        if name:
            return root.organisations.by_name(name) or sorry(f"There is no organisation called {name!r}.")
    if not everyone:
        sorry("There is no organisation yet. Make one: kotsu org create NAME")
    if len(everyone) > 1:
        sorry("There are several organisations: say which with --org NAME.")
    return everyone[0]


def cohort_of(work: Work, code: str) -> Cohort:
    """The cohort with this join code."""
    return work.cohorts.by_code(code.strip().upper()) or sorry(f"There is no cohort with the code {code!r}.")
