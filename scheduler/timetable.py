"""The timetable: what is done how often, as data."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from scheduler import jobs, weekly
from scheduler.jobs import Rounds


@dataclass(frozen=True, slots=True)
class Beat:
    """One line of the timetable."""

    name: str
    every: timedelta
    job: Callable[[Rounds], Awaitable[None]]


TIMETABLE: Final = (
    Beat("pace", timedelta(seconds=15), jobs.pace),
    Beat("remind", timedelta(seconds=30), jobs.remind),
    Beat("ask", timedelta(minutes=1), jobs.ask),
    Beat("announce", timedelta(seconds=3), jobs.announce),
    Beat("freight", timedelta(seconds=2), jobs.freight),
    Beat("carry", timedelta(seconds=2), jobs.carry),
    Beat("digest", timedelta(seconds=30), weekly.digest),
    Beat("fetch", timedelta(seconds=3), jobs.fetch),
    Beat("meter", timedelta(minutes=1), jobs.meter),
    Beat("checkpoint", timedelta(seconds=2), jobs.checkpoint),
    Beat("sweep", timedelta(minutes=5), jobs.sweep),
)
