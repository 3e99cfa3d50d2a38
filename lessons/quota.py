"""What a course costs on LINE: messages a month, and the plan that carries them for the least.

Replies are free, so only what comes unasked counts: one push a learner and working day, digests, announcements.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from lessons.calendar import Calendar

AS_OF: Final = date(2026, 8, 1)
REVIEW_BY: Final = date(2027, 3, 31)
SOURCE: Final = "https://ligla.jp/blog/line-official/messagenumber"
BUSY_DAYS: Final = 23  # working days in the longest month
WEEKS: Final = 5  # ends of weeks in it
MOST: Final = 80  # per cent of a month's messages: time to tell


@dataclass(frozen=True, slots=True)
class Tariff:
    """A plan of LINE's in Japan: yen a month without tax, messages in it, yen for one more (None: there is none)."""

    name: str
    yen: int
    messages: int
    more: int | None = None


TARIFFS: Final = (
    Tariff("communication", 0, 200),
    Tariff("light", 5_000, 5_000),
    Tariff("standard", 15_000, 30_000, more=3),
)


@dataclass(frozen=True, slots=True)
class Load:
    """What one month brings on LINE: learners there, working days with a lesson, digests and announcements to each."""

    learners: int
    days: int = BUSY_DAYS
    digests: int = 0
    announcements: int = 0

    @property
    def lessons(self) -> int:
        """Pushes that bring lessons."""
        return self.learners * self.days

    @property
    def unasked(self) -> int:
        """All other pushes: in pull mode they alone count."""
        return self.learners * (self.digests + self.announcements)

    @property
    def messages(self) -> int:
        """Everything that counts."""
        return self.lessons + self.unasked


@dataclass(frozen=True, slots=True)
class Bill:
    """What so many messages cost in a plan; `yen` is None where the plan cannot carry them."""

    tariff: Tariff
    messages: int
    yen: int | None


def bill(tariff: Tariff, messages: int) -> Bill:
    """A month in this plan."""
    beyond = max(0, messages - tariff.messages)
    if beyond and tariff.more is None:
        return Bill(tariff, messages, None)
    return Bill(tariff, messages, tariff.yen + beyond * (tariff.more or 0))


def bills(messages: int) -> tuple[Bill, ...]:
    """A month in every plan."""
    return tuple(bill(tariff, messages) for tariff in TARIFFS)


def cheapest(messages: int) -> Bill:
    """The least that so many messages cost; the largest plan carries any number."""
    able = [each for each in bills(messages) if each.yen is not None]
    return min(able, key=lambda each: (each.yen or 0, each.tariff.yen))


@dataclass(frozen=True, slots=True)
class Proposal:
    """The cheapest way to push, and to let learners fetch their lessons (pull): in yen a month."""

    load: Load
    push: Bill
    pull: Bill

    @property
    def saved(self) -> int:
        """What pull mode saves."""
        return (self.push.yen or 0) - (self.pull.yen or 0)


def proposal(load: Load) -> Proposal:
    """Both ways, reckoned."""
    return Proposal(load, cheapest(load.messages), cheapest(load.unasked))


@dataclass(frozen=True, slots=True)
class Awaited:
    """So many learners of one calendar get a lesson a working day from this day on, until none of `lessons` is left."""

    learners: int
    since: date
    lessons: int
    calendar: Calendar

    def pushes(self, through: date) -> int:
        """How many lessons are sent to all of them through that day."""
        return self.learners * min(self.lessons, self.calendar.day_number(self.since, through))


@dataclass(frozen=True, slots=True)
class Month:
    """How an account's month stands, in messages. `limit` None: as many as one likes. `waiting` are under way;
    `lessons` and `others` still come by plan until the month's end, `next_day` on the next day that has any lessons.
    """

    limit: int | None
    used: int
    waiting: int = 0
    lessons: int = 0
    others: int = 0
    next_day: int = 0

    @property
    def remaining(self) -> int | None:
        """What is left; None: no end of it."""
        return None if self.limit is None else max(0, self.limit - self.used)

    @property
    def foreseen(self) -> int:
        """All of the month, if everything goes as planned."""
        return self.used + self.waiting + self.lessons + self.others

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
        """Whether what is left is enough for the next day, so that all of its people get a lesson, or none."""
        return self.limit is None or self.used + self.waiting + self.next_day <= self.limit

    @property
    def bill(self) -> Bill:
        """What the month comes to in the plan that has this limit; the cheapest for it if that is none of LINE's."""
        plan = next((each for each in reversed(TARIFFS) if self.limit and each.messages <= self.limit), None)
        return bill(plan, self.foreseen) if plan else cheapest(self.foreseen)


def month(
    awaited: Iterable[Awaited], *, limit: int | None, used: int, waiting: int = 0, others: int = 0, through: date
) -> Month:
    """A month that ends with that day."""
    coming = [each for each in awaited if each.lessons and each.since <= through]
    first = min((each.since for each in coming), default=through)
    return Month(
        limit=limit,
        used=used,
        waiting=waiting,
        lessons=sum(each.pushes(through) for each in coming),
        others=others,
        next_day=sum(each.learners for each in coming if each.since == first),
    )
