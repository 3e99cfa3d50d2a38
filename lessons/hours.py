"""The hours of an office's day, and the moments when it is silent."""

from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property


class ImpossibleHours(ValueError):
    """An office must open before it closes, and lunch must leave some of the day."""


@dataclass(frozen=True)
class Hours:
    """When an office works, in its own local times. No lunch break: both ends at the same time.

    The defaults are the common hours of Japanese town halls. Raises ImpossibleHours. Every look at a calendar asks for
    the spans: they are reckoned once, so there are no slots.
    """

    opens: time = time(8, 30)
    closes: time = time(17, 15)
    lunch_from: time = time(12)
    lunch_to: time = time(13)

    def __post_init__(self) -> None:
        if self.lunch_from > self.lunch_to or not self.spans:
            raise ImpossibleHours(ImpossibleHours.__doc__)

    @cached_property
    def spans(self) -> tuple[tuple[time, time], ...]:
        """The open spans of a day: before lunch and after it. A span holds its beginning but not its end."""
        morning = (self.opens, min(self.lunch_from, self.closes))
        afternoon = (max(self.lunch_to, self.opens), self.closes)
        if self.lunch_from == self.lunch_to:
            morning, afternoon = (self.opens, self.closes), (self.closes, self.closes)
        return tuple((start, end) for start, end in (morning, afternoon) if start < end)

    def fit(self, at: time) -> time | None:
        """The same time if the office is open then, else the next opening of the day; None when the day is over."""
        return next((max(at, start) for start, end in self.spans if at < end), None)


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence, from `since` (aware) up to but not including `until`; None: until somebody ends it."""

    since: datetime
    until: datetime | None = None

    def __contains__(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)

    def touches(self, start: datetime, end: datetime) -> bool:
        """Whether any of the time from `start` to `end` lies in this silence."""
        return max(self.since, start) < (end if self.until is None else min(self.until, end))
