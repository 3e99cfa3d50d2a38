"""What is done because time passes. Every job is safe to run twice, late, or beside itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

import structlog

from config.clock import Clock
from lessons.library import Library
from scheduler.carrier import Carrier
from scheduler.courier import Courier
from scheduler.meter import Meter
from scheduler.porter import Porter
from school import delivery, departing, later, news, silence
from school.announcing import going, progress
from school.digests import due
from school.inquiring import desk, telling
from store.database import Database
from store.root import Root
from store.work import Work

log: Final = structlog.get_logger()
BATCH: Final = 50  # learners in one transaction: short, so that answers get through in between
STRANDED: Final = timedelta(minutes=5)  # a letter under way for longer lost its courier
GUEST: Final = timedelta(days=1)  # how long a question to somebody who has not joined stays open
REPEATS: Final = timedelta(days=3)  # platforms deliver an event again for less long than this
LEDGER: Final = timedelta(days=90)  # how long the text of a letter is kept
Whose: TypeAlias = Callable[[Root, datetime], tuple[int, ...]]  # the organisations in which somebody's turn it is
Deed: TypeAlias = Callable[[Work, Library, datetime, int], int]  # done for at most so many; for how many it was done


@dataclass(frozen=True, slots=True)
class Rounds:
    """What the jobs work with. Our own pages are at `public_url`."""

    database: Database
    library: Library
    clock: Clock
    courier: Courier
    carrier: Carrier
    meter: Meter
    porter: Porter
    public_url: str = ""


async def pace(rounds: Rounds) -> None:
    """Bring lessons to everybody whose time has come."""
    await batches(rounds, _due, delivery.deliver_due)


async def remind(rounds: Rounds) -> None:
    """Recall the day's lesson to everybody who has not touched it and whose moment has come."""
    await batches(rounds, _nudged, silence.remind_due)


async def ask(rounds: Rounds) -> None:
    """Send the questionnaires that come long after a course to everybody whose moment has come."""
    await batches(rounds, _asked, later.ask_due)


async def announce(rounds: Rounds) -> None:
    """Write the letters of announcements whose moment has come, and tell who watches them how far they are."""
    at = rounds.clock.now()
    told = 0
    for organisation in await rounds.database.run(_announcing, rounds):
        told += await rounds.database.run(_announce, rounds, organisation, at)
    if told:
        rounds.courier.wake()


async def freight(rounds: Rounds) -> None:
    """Carry what announcements have to say, while anything of it is ready to go."""
    await rounds.carrier.carry()


async def carry(rounds: Rounds) -> None:
    """Remind the courier: a letter may have become due, or may be tried again."""
    rounds.courier.wake()


async def fetch(rounds: Rounds) -> None:
    """Fetch the files that the office dropped into the chat, and show what they say."""
    await rounds.porter.fetch()
    rounds.courier.wake()


async def meter(rounds: Rounds) -> None:
    """Ask how the month stands where messages count, and see to it that it lasts."""
    await rounds.meter.read()
    rounds.courier.wake()


async def checkpoint(rounds: Rounds) -> None:
    """Keep the database's log short."""
    await rounds.database.checkpoint()


async def sweep(rounds: Rounds) -> None:
    """Put back what a crash left lying, give late letters their next hours, tell what no lesson is to bring, forget
    what need not be kept.
    """
    await rounds.database.run(_sweep, rounds, rounds.clock.now())
    rounds.courier.wake()


async def batches(rounds: Rounds, whose: Whose, deed: Deed, at: datetime | None = None) -> None:
    """Do it for everybody whose turn it is (now, unless told otherwise), some in one transaction, so that answers get
    through in between.
    """
    at = at or rounds.clock.now()
    for organisation in await rounds.database.run(found, rounds, whose, at):
        while await rounds.database.run(_done, rounds, deed, organisation, at) == BATCH:
            rounds.courier.wake()
    rounds.courier.wake()


def found(rounds: Rounds, whose: Whose, at: datetime) -> tuple[int, ...]:
    """The organisations in which somebody's turn it is."""
    with rounds.database.root() as root:
        return whose(root, at)


def _done(rounds: Rounds, deed: Deed, organisation: int, at: datetime) -> int:
    with rounds.database.begin(organisation) as work:
        return deed(work, rounds.library, at, BATCH)


def _due(root: Root, at: datetime) -> tuple[int, ...]:
    return root.organisations.due(at)


def _nudged(root: Root, at: datetime) -> tuple[int, ...]:
    return root.organisations.nudged(at)


def _asked(root: Root, at: datetime) -> tuple[int, ...]:
    return root.organisations.asked(at)


def _announcing(rounds: Rounds) -> tuple[int, ...]:
    with rounds.database.root() as root:
        return root.organisations.announcing()


def _announce(rounds: Rounds, organisation: int, at: datetime) -> int:
    with rounds.database.begin(organisation) as work:
        going.start_due(work, at)
        return progress.tell(work, at)


def _sweep(rounds: Rounds, at: datetime) -> None:
    with rounds.database.root() as root:
        stranded = root.outbox.stranded(at - STRANDED)
        root.outbox.forget(at - LEDGER)
        late = delivery.replan_overdue(root, rounds.library, at)
        told = 0
        for organisation in root.organisations.all():
            work = root.work(organisation.id)
            work.prompts.sweep(at - GUEST)
            work.inbox.sweep(at - REPEATS)
            work.traces.sweep(at - LEDGER)
            work.passes.sweep(at - GUEST)
            work.pictures.sweep(at)
            due.replan(work, at)
            work.appointments.sweep(at - LEDGER)
            work.uploads.sweep(at - GUEST)
            departing.depart(work, at)
            told += news.tell_waiting(work, rounds.library, at)
            told += telling.tell_waiting(work, rounds.library, at)
            desk.show_lost(work, at)
    if told:
        log.info("news_told", letters=told)
    if stranded or late:
        log.warning("letters_recovered", stranded=stranded, late=late)
