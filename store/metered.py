"""What the store gives back about the messages of a month that count."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Pull(StrEnum):
    """Why lessons are not sent from an account, but fetched by whoever wants them."""

    CHOSEN = "chosen"  # by the office, which saves messages so
    SHORT = "short"  # what is left of the month does not carry the next day
    SPENT = "spent"  # the platform takes no more this month


@dataclass(frozen=True, slots=True)
class Reading:
    """What the platform said it had counted this month; `limit` None: as many as one likes."""

    account: int
    limit: int | None
    used: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Coming:
    """So many people of a cohort get this lesson at this moment, unless something changes until then."""

    cohort: int
    lesson: int
    at: datetime
    people: int
