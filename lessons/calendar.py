"""Working days and working hours: weekends, Japanese holidays, the turn of the year, closures, pauses and leaves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

import holidays

from lessons.hours import Hours, Pause

__all__ = ["Calendar", "Closed", "Hours", "Pause"]

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_USUAL: Final = Hours()
_TURN_OF_THE_YEAR: Final = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})


class Closed(ValueError):
    """The office is not open at this moment."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One office's calendar. Days are local dates of `zone`; moments are aware, and come out in UTC.

    A day whose opening moment lies in a pause is no working day. `leaves` are one learner's own: a day of which they
    leave no hour is none either, and of any other day they take only their hours. How far the cohort is, they do not
    change.
    """

    zone: ZoneInfo
    hours: Hours = _USUAL
    closures: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()
    leaves: tuple[Pause, ...] = ()

    @property
    def cohort(self) -> "Calendar":
        """The same for everybody: without anybody's leaves. What is reckoned for it once, is reckoned for all."""
        return replace(self, leaves=()) if self.leaves else self

    def day(self, moment: datetime) -> date:
        """The local date of a moment."""
        return moment.astimezone(self.zone).date()

    def moment(self, day: date, at: time) -> datetime:
        """The moment of a local time. One the clock skips moves forward; of one that comes twice it is the first."""
        return datetime.combine(day, at.replace(fold=0, tzinfo=self.zone)).astimezone(UTC)

    def fit(self, at: time) -> time | None:
        """The delivery time moved into the office's hours: to the opening or the end of lunch; None after closing."""
        return self.hours.fit(at)

    def works_on(self, day: date) -> bool:
        if not self.is_ordinary(day):
            return False
        if self.pauses:
            opening = self._opening(day)
            if any(opening in pause for pause in self.pauses):
                return False
        return not self.leaves or any(True for _ in self._open(day))

    def is_ordinary(self, day: date) -> bool:
        """Whether the office works on this day but for pauses and leaves."""
        return not (
            day.weekday() >= _SATURDAY
            or (day.month, day.day) in _TURN_OF_THE_YEAR
            or day in _holidays(day.year)
            or day in self.closures
        )

    def is_whole(self, day: date) -> bool:
        """Whether the office works on this day and no pause and no leave takes any of its hours."""
        opens, closes = self._opening(day), self.moment(day, self.hours.closes)
        return self.is_ordinary(day) and not any(silence.touches(opens, closes) for silence in self._silences)

    def is_left(self, day: date) -> bool:
        """Whether a leave takes any hour of this day."""
        opens, closes = self._opening(day), self.moment(day, self.hours.closes)
        return any(leave.touches(opens, closes) for leave in self.leaves)

    def next_working(self, day: date) -> date | None:
        """The first working day after this one; None if a pause without an end comes before it."""
        return next(self.working_days(day + _DAY), None)

    def next_ordinary(self, day: date) -> date:
        """The first day after this one on which the office works but for pauses."""
        while not self.is_ordinary(day := day + _DAY):
            pass
        return day

    def working_days(self, since: date) -> Iterator[date]:
        """The working days from this day on, until a pause without an end begins."""
        while not self._silent_from(since):
            if self.works_on(since):
                yield since
            since += _DAY

    def day_number(self, starts_on: date, day: date) -> int:
        """How many working days the cohort has from `starts_on` through `day`; 0 before it."""
        return _count(self.cohort, starts_on, day)

    def numbered(self, starts_on: date, number: int) -> date | None:
        """The cohort's working day with this number, counted from 1 at `starts_on`; None if a pause without an end
        hides it.
        """
        return _numbered(self.cohort, starts_on, number)

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody may be addressed now: a working day, inside the hours, no lunch, no pause, no leave."""
        return any(start <= moment < end for start, end in self._spans(self.day(moment)))

    def closing(self, moment: datetime) -> datetime:
        """The end of the open span that holds this moment: lunch, closing time, a pause or a leave. Raises Closed."""
        for start, end in self._spans(self.day(moment)):
            if start <= moment < end:
                return end
        raise Closed(f"{moment:%Y-%m-%d %H:%M %Z} is outside the hours")

    def opening_after(self, moment: datetime) -> datetime | None:
        """The first open moment at or after this one; None if a pause without an end comes before it."""
        for day in self.working_days(self.day(moment)):
            for start, end in self._spans(day):
                if moment < end:
                    return max(moment.astimezone(UTC), start)
        return None

    def _spans(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The day's open spans without what pauses and leaves take from them."""
        if self.works_on(day):
            yield from self._open(day)

    def _open(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for start, end in self.hours.spans:
            yield from _without(self._silences, self.moment(day, start), self.moment(day, end))

    @property
    def _silences(self) -> tuple[Pause, ...]:
        return (*self.pauses, *self.leaves) if self.leaves else self.pauses

    def _opening(self, day: date) -> datetime:
        return self.moment(day, self.hours.opens)

    def _silent_from(self, day: date) -> bool:
        return any(pause.until is None and pause.since <= self._opening(day) for pause in self.pauses)


def _without(silences: tuple[Pause, ...], start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    for pause in sorted(silences, key=lambda pause: pause.since):
        if not pause.touches(start, end):
            continue
        if start < pause.since:
            yield start, pause.since.astimezone(UTC)
        if pause.until is None:
            return
        start = max(start, pause.until.astimezone(UTC))
    if start < end:
        yield start, end


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    """The national holidays of Japan, days in lieu and days between two holidays included. From a table: no network."""
    return frozenset(holidays.country_holidays("JP", years=year, expand=False))


@lru_cache(maxsize=4096)
def _count(calendar: Calendar, starts_on: date, day: date) -> int:
    days = (starts_on + timedelta(ahead) for ahead in range((day - starts_on).days + 1))
    return sum(map(calendar.works_on, days))


@lru_cache(maxsize=4096)
def _numbered(calendar: Calendar, starts_on: date, number: int) -> date | None:
    return next(islice(calendar.working_days(starts_on), number - 1, None), None)
