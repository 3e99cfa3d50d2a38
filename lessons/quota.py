"""What a course costs on LINE: messages a month, and the plan that carries them for the least.

Replies are free, so only what comes unasked counts: one push a learner and working day, digests, announcements.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

AS_OF: Final = date(2026, 8, 1)
REVIEW_BY: Final = date(2027, 3, 31)
SOURCE: Final = "https://ligla.jp/blog/line-official/messagenumber"
BUSY_DAYS: Final = 23  # working days in the longest month
WEEKS: Final = 5  # ends of weeks in it


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
    """What one month brings on LINE: learners there, working days with a lesson; digests, announcements and
    questionnaires to each. Of a hundred lessons so many are recalled by `reminders`; `readers` are managers and
    officers, who get their digest each week.
    """

    learners: int
    days: int = BUSY_DAYS
    digests: int = 0
    announcements: int = 0
    questionnaires: int = 0
    reminders: int = 0
    readers: int = 0

    @property
    def lessons(self) -> int:
        """Pushes that bring lessons."""
        return self.learners * self.days

    @property
    def recalled(self) -> int:
        """Pushes that recall them."""
        return share(self.lessons, self.reminders, 100)

    @property
    def unasked(self) -> int:
        """All other pushes: in pull mode they alone count."""
        return self.learners * (self.digests + self.announcements + self.questionnaires) + self.readers * WEEKS

    @property
    def messages(self) -> int:
        """Everything that counts."""
        return self.lessons + self.recalled + self.unasked


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


def share(many: int, of: int, whole: int) -> int:
    """As large a part of them as that is of the whole, rounded up: rather one too many. Nothing of nothing."""
    return -(-many * of // whole) if whole else 0
