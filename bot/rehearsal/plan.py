"""What is to be rehearsed."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from lessons.calendar import Calendar
from lessons.library import Library
from lessons.model import Course

ZONE: Final = ZoneInfo("Asia/Tokyo")
CALENDAR: Final = Calendar(zone=ZONE)
NAME: Final = "予行演習の役所"
DELIVERY: Final = time(8, 40)  # the cohort's usual time, until a learner wishes another
_DISASTER: Final = 10  # working days before it
_SHORT: Final = 5


class Faults(StrEnum):
    """How bad the weather is between the bot and the platforms."""

    NONE = "none"
    SOME = "some"
    HELL = "hell"


@dataclass(frozen=True, slots=True)
class Plan:
    """`days` are working days from `start` on; `shelf` holds the course alone, and what a new cohort keeps of it. An
    empty address leads straight to the sandbox. A `plain` rehearsal has lessons alone, and no office. The
    platforms wait `lenience` times as long for an answer as they do in truth. `workdays` are the days of the rehearsal:
    those that a disaster takes move its end.
    """

    line: int
    slack: int
    days: int
    start: date
    seed: int
    faults: Faults
    shelf: Library
    sandbox_port: int = 0
    line_api_url: str = ""
    slack_api_url: str = ""
    plain: bool = False
    lenience: float = 1.0
    workdays: tuple[date, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "workdays", self._first(self.days + len(self.silent[1:])))

    @property
    def course(self) -> Course:
        """What is learned."""
        return self.shelf.courses[0]

    @property
    def silent(self) -> tuple[date, ...]:
        """The working day on which the office falls silent, those that are lost, and the last of them is the one on
        which it goes on; none in a short or a plain rehearsal.
        """
        begins = min(_DISASTER, self.days // 2)
        return () if self.plain or self.days < _SHORT else self._first(begins + 3)[begins:]

    def _first(self, days: int) -> tuple[date, ...]:
        following = CALENDAR.working_days(self.start)
        return tuple(next(following) for _ in range(days))

    @property
    def eve(self) -> datetime:
        """When the platforms' clock begins: some days earlier, for those who join in time."""
        return CALENDAR.moment(self.workdays[0] - timedelta(days=3), time(8))
