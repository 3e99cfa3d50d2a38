"""What the store gives back about silences of the office."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lessons.hours import Pause


class Whom(StrEnum):
    """Whom a silence of the office is about."""

    EVERYBODY = "everybody"
    SECTION = "section"  # with all below it
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Silence:
    """The office lets somebody rest. Until `since` it waits for a second person's yes; `until` is when it was over, or
    was not wanted after all. `compressed`: what was lost is caught up with, and moves no calendar.
    """

    id: int
    whom: Whom
    section: int | None
    person: int | None
    asked_by: int | None
    asked_name: str
    asked_at: datetime
    confirmed_by: int | None
    confirmed_name: str
    since: datetime | None
    until: datetime | None
    notice: bool
    compressed: bool

    @property
    def waits(self) -> bool:
        """Whether somebody else has to say yes first."""
        return self.since is None and self.until is None

    @property
    def lasts(self) -> bool:
        """Whether it is silent now."""
        return self.since is not None and self.until is None

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The time it took or takes; none if it never began."""
        return () if self.since is None else (Pause(self.since, self.until),)


def target(whom: Whom, number: int | None) -> str:
    """What may be silent only once at a time: everybody:, section:3."""
    return f"{whom.value}:{number or ''}"
