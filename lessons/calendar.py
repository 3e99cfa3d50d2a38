"""Working days and working hours: weekends, Japanese holidays, the turn of the year, closures and pauses."""

from collections.abc import Iterator
from dataclasses import dataclass
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

    A day whose opening moment lies in a pause is no working day.
    """

    zone: ZoneInfo
    hours: Hours = _USUAL
    closures: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()

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
        return self.is_ordinary(day) and not self._paused(self._opening(day))

    def is_ordinary(self, day: date) -> bool:
        """Whether the office works on this day but for pauses."""
        return not (
            day.weekday() >= _SATURDAY
            or (day.month, day.day) in _TURN_OF_THE_YEAR
            or day in _holidays(day.year)
            or day in self.closures
        )

    def is_whole(self, day: date) -> bool:
        """Whether the office works on this day and no pause takes any of its hours."""
        opens, closes = self._opening(day), self.moment(day, self.hours.closes)
        return self.is_ordinary(day) and not any(pause.touches(opens, closes) for pause in self.pauses)

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
        """How many working days there are from `starts_on` through `day`; 0 before it."""
        return _count(self, starts_on, day)

    def numbered(self, starts_on: date, number: int) -> date | None:
        """The working day with this number, counted from 1 at `starts_on`; None if a pause without an end hides it."""
        return _numbered(self, starts_on, number)

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody may be addressed now: a working day, inside the hours, no lunch, no pause."""
        return any(start <= moment < end for start, end in self._spans(self.day(moment)))

    def closing(self, moment: datetime) -> datetime:
        """The end of the open span that holds this moment: lunch, closing time or a pause. Raises Closed."""
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
        """The day's open spans without what pauses take from them."""
        if not self.works_on(day):
            return
        for start, end in self.hours.spans:
            yield from _without(self.pauses, self.moment(day, start), self.moment(day, end))

    def _opening(self, day: date) -> datetime:
        return self.moment(day, self.hours.opens)

    def _paused(self, moment: datetime) -> bool:
        return any(moment in pause for pause in self.pauses)

    def _silent_from(self, day: date) -> bool:
        return any(pause.until is None and pause.since <= self._opening(day) for pause in self.pauses)


def _without(pauses: tuple[Pause, ...], start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    for pause in sorted(pauses, key=lambda pause: pause.since):
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
