"""The timetable in this process: APScheduler only beats; `next_at` in the database is the schedule."""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from scheduler.jobs import Rounds
from scheduler.timetable import TIMETABLE, Beat
from store.errors import DatabaseUnusable

log: Final = structlog.get_logger()


def local_scheduler(rounds: Rounds, *, fastest: timedelta | None = None) -> Any:  # APScheduler carries no types
    """A scheduler of the whole timetable, not started yet.

    Nothing is stored in it: a beat missed while the machine slept is made up for once, two never run side by side.
    With `fastest` no beat comes less often than that: for a clock that jumps.
    """
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # it warns of every beat that waits for the one before
    scheduler = AsyncIOScheduler(timezone="UTC")
    for beat in TIMETABLE:
        timed = beat if fastest is None else replace(beat, every=min(beat.every, fastest))
        scheduler.add_job(
            _guarded,
            IntervalTrigger(seconds=timed.every.total_seconds()),
            args=(rounds, timed),
            id=timed.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    return scheduler


async def _guarded(rounds: Rounds, beat: Beat) -> None:
    try:
        await beat.job(rounds)
    except asyncio.CancelledError:  # the bot stops; what a thread has begun is finished there
        log.debug("job_cut_short", job=beat.name)
    except DatabaseUnusable as away:
        log.error("job_failed", job=beat.name, why=str(away))  # noqa: TRY400  no bug, no traceback
    except Exception:  # whatever it is, it must not end the timetable
        log.exception("job_failed", job=beat.name)
