"""A month of LINE as it goes: what is used up, what is still to come by the calendar, and whether it lasts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from lessons.calendar import Calendar
from lessons.occasions import later_day
from lessons.quota import TARIFFS, Bill, bill, cheapest, share

MOST: Final = 80  # per cent of a month's messages: time to tell


@dataclass(frozen=True, slots=True)
class Awaited:
    """So many learners of one calendar get a lesson a working day from this day on, until none of `lessons` is left;
    and for each of `asked` a questionnaire, so many days after the last one.
    """

    learners: int
    since: date
    lessons: int
    calendar: Calendar
    asked: tuple[int, ...] = ()

    def pushes(self, through: date) -> int:
        """How many lessons are sent to all of them through that day."""
        return self.learners * min(self.lessons, self.calendar.day_number(self.since, through))

    def questionnaires(self, through: date) -> int:
        """How many questionnaires are."""
        last = self.calendar.numbered(self.since, self.lessons) if self.asked and self.lessons else None
        return self.learners * sum(later_day(last, days) <= through for days in self.asked) if last else 0


@dataclass(frozen=True, slots=True)
class Beside:
    """What comes beside lessons by plan, in messages; and a habit: so many lessons left lately, so many of them were
    `recalled` by a reminder.
    """

    digests: int = 0
    questionnaires: int = 0
    announced: int = 0
    sent: int = 0
    recalled: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """How an account's month stands, in messages. `limit` None: as many as one likes. `waiting` are under way;
    `lessons` and all that follows still come by plan until the month's end, `next_day` on the next day that has any
    lessons. To `officers` a word about all this costs a message, too.
    """

    limit: int | None
    used: int
    waiting: int = 0
    lessons: int = 0
    reminders: int = 0
    digests: int = 0
    questionnaires: int = 0
    announced: int = 0
    next_day: int = 0
    officers: int = 0

    @property
    def remaining(self) -> int | None:
        """What is left; None: no end of it."""
        return None if self.limit is None else max(0, self.limit - self.used)

    @property
    def coming(self) -> int:
        """All that still comes by plan."""
        return self.lessons + self.reminders + self.digests + self.questionnaires + self.announced

    @property
    def foreseen(self) -> int:
        """All of the month, if everything goes as planned."""
        return self.used + self.waiting + self.coming

    @property
    def fits(self) -> bool:
        """Whether the month carries all that is planned."""
        return self.limit is None or self.foreseen <= self.limit

    @property
    def mostly_used(self) -> bool:
        """Whether it is time to tell."""
        return self.limit is not None and self.used * 100 >= self.limit * MOST

    @property
    def carries_a_day(self) -> bool:
        """Whether what is left is enough for the next day, so that all of its people get a lesson, or none; and for
        telling the office.
        """
        return self.limit is None or self.used + self.waiting + self.next_day + self.officers <= self.limit

    @property
    def bill(self) -> Bill:
        """What the month comes to in the plan that has this limit; the cheapest for it if that is none of LINE's."""
        plan = next((each for each in reversed(TARIFFS) if self.limit and each.messages <= self.limit), None)
        return bill(plan, self.foreseen) if plan else cheapest(self.foreseen)


def month(
    awaited: Iterable[Awaited],
    *,
    limit: int | None,
    used: int,
    through: date,
    waiting: int = 0,
    beside: Beside = Beside(),
    officers: int = 0,
) -> Month:
    """A month that ends with that day."""
    coming = [each for each in awaited if each.lessons and each.since <= through]
    first = min((each.since for each in coming), default=through)
    lessons = sum(each.pushes(through) for each in coming)
    return Month(
        limit=limit,
        used=used,
        waiting=waiting,
        lessons=lessons,
        reminders=share(lessons, beside.recalled, beside.sent),
        digests=beside.digests,
        questionnaires=beside.questionnaires + sum(each.questionnaires(through) for each in coming),
        announced=beside.announced,
        next_day=sum(each.learners for each in coming if each.since == first),
        officers=officers,
    )
