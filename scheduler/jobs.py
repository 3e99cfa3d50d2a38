"""What is done because time passes. Every job is safe to run twice, late, or beside itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from config.clock import Clock
from lessons.library import Library
from scheduler.carrier import Carrier
from scheduler.courier import Courier
from school import delivery, later, news, silence
from school.announcing import going
from store.database import Database

log: Final = structlog.get_logger()
BATCH: Final = 50  # learners in one transaction: short, so that answers get through in between
STRANDED: Final = timedelta(minutes=5)  # a letter under way for longer lost its courier
GUEST: Final = timedelta(days=1)  # how long a question to somebody who has not joined stays open
REPEATS: Final = timedelta(days=3)  # platforms deliver an event again for less long than this
LEDGER: Final = timedelta(days=90)  # how long the text of a letter is kept


@dataclass(frozen=True, slots=True)
class Rounds:
    """What the jobs work with."""

    database: Database
    library: Library
    clock: Clock
    courier: Courier
    carrier: Carrier


async def pace(rounds: Rounds) -> None:
    """Bring lessons to everybody whose time has come."""
    at = rounds.clock.now()
    for organisation in await rounds.database.run(_due, rounds, at):
        while await rounds.database.run(_pace, rounds, organisation, at) == BATCH:
            rounds.courier.wake()
    rounds.courier.wake()


async def remind(rounds: Rounds) -> None:
    """Recall the day's lesson to everybody who has not touched it and whose moment has come."""
    at = rounds.clock.now()
    for organisation in await rounds.database.run(_nudged, rounds, at):
        while await rounds.database.run(_remind, rounds, organisation, at) == BATCH:
            rounds.courier.wake()
    rounds.courier.wake()


async def ask(rounds: Rounds) -> None:
    """Send the questionnaires that come long after a course to everybody whose moment has come."""
    at = rounds.clock.now()
    for organisation in await rounds.database.run(_asked, rounds, at):
        while await rounds.database.run(_ask, rounds, organisation, at) == BATCH:
            rounds.courier.wake()
    rounds.courier.wake()


async def announce(rounds: Rounds) -> None:
    """Write the letters of announcements whose moment has come, and show how far those are that are going out."""
    at = rounds.clock.now()
    for organisation in await rounds.database.run(_announcing, rounds):
        await rounds.database.run(_announce, rounds, organisation, at)
    rounds.carrier.wake()
    rounds.courier.wake()


async def carry(rounds: Rounds) -> None:
    """Remind the couriers: a letter may have become due, or may be tried again."""
    rounds.courier.wake()
    rounds.carrier.wake()


async def sweep(rounds: Rounds) -> None:
    """Put back what a crash left lying, give late letters their next hours, tell what no lesson is to bring, forget
    what need not be kept.
    """
    await rounds.database.run(_sweep, rounds, rounds.clock.now())
    rounds.courier.wake()


def _due(rounds: Rounds, at: datetime) -> tuple[int, ...]:
    with rounds.database.root() as root:
        return root.organisations.due(at)


def _pace(rounds: Rounds, organisation: int, at: datetime) -> int:
    with rounds.database.begin(organisation) as work:
        return delivery.deliver_due(work, rounds.library, at, BATCH)


def _nudged(rounds: Rounds, at: datetime) -> tuple[int, ...]:
    with rounds.database.root() as root:
        return root.organisations.nudged(at)


def _remind(rounds: Rounds, organisation: int, at: datetime) -> int:
    with rounds.database.begin(organisation) as work:
        return silence.remind_due(work, rounds.library, at, BATCH)


def _asked(rounds: Rounds, at: datetime) -> tuple[int, ...]:
    with rounds.database.root() as root:
        return root.organisations.asked(at)


def _ask(rounds: Rounds, organisation: int, at: datetime) -> int:
    with rounds.database.begin(organisation) as work:
        return later.ask_due(work, rounds.library, at, BATCH)


def _announcing(rounds: Rounds) -> tuple[int, ...]:
    with rounds.database.root() as root:
        return root.organisations.announcing()


def _announce(rounds: Rounds, organisation: int, at: datetime) -> None:
    with rounds.database.begin(organisation) as work:
        going.start_due(work, at)
        going.look_after(work, at)


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
            told += news.tell_waiting(work, rounds.library, at)
    if told:
        log.info("news_told", letters=told)
    if stranded or late:
        log.warning("letters_recovered", stranded=stranded, late=late)
