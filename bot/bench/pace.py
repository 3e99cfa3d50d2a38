"""Learners planned a second: everybody's lesson is due at the same moment."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from time import perf_counter

from bot.bench.bare import bare
from bot.bench.figures import Tally
from bot.bench.race import Contender, Race, share
from bot.bench.rows import given
from bot.bench.town import COURSE, MORNING, SECOND, Town, opened
from lessons.cards.lesson import lesson_message
from lessons.phrases import phrases
from messages.codec import encode
from scheduler.jobs import BATCH
from school import delivery
from store.database import Database


@asynccontextmanager
async def pace(town: Town) -> AsyncIterator[Race]:
    """As the timetable does it: a transaction for each batch, a hop for each transaction. A wait is a batch's."""
    supply = town.learners
    with opened(town.place.copy(town.before)) as database, bare(town.place.copy(town.before)) as rows:
        product = partial(database.run, _batch, database, town)
        least = partial(rows.run, given, MORNING, SECOND, _text(town), BATCH)
        floors = {"bare": _batches(least, supply)}
        yield Race("pace", town.place.kind, "learners/s", _batches(product, supply), floors)


def _batch(database: Database, town: Town) -> int:
    with database.root() as root:
        return delivery.deliver_due(town.work(root), town.library, MORNING, BATCH)


def _batches(batch: Callable[[], Awaitable[int]], supply: int) -> Contender:
    """Batch after batch, until this round's learners or seconds are over."""

    async def contender(number: int, seconds: float) -> Tally:
        mine, waits = share(supply, number), list[float]()
        began = last = perf_counter()
        count = 0
        while count < mine.stop - mine.start and last < began + seconds:
            count += await batch()
            waits.append(perf_counter() - last)
            last += waits[-1]
        return Tally(count, last - began, waits)

    return contender


def _text(town: Town) -> str:
    course = town.library.course(COURSE)
    message = lesson_message(
        course, course.lessons[0], enrolment=1, family="default", today=MORNING.date(), say=phrases("ja")
    )
    return encode(message)
