"""The week that a digest tells of, and the moment at which it is told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from lessons.calendar import Calendar

WISHED: Final = time(16)
_BEFORE_CLOSING: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
_WEEKS: Final = 60  # after so many without a working day nobody works here any more


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday, in local dates."""

    monday: date

    @property
    def name(self) -> str:
        """As ISO 8601 calls it: 2026-W37."""
        return f"{self.monday:%G-W%V}"

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + 6 * _DAY

    @property
    def before(self) -> "Week":
        """The week before."""
        return Week(self.monday - 7 * _DAY)

    @property
    def after(self) -> "Week":
        """The week after."""
        return Week(self.monday + 7 * _DAY)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.monday + ahead * _DAY for ahead in range(7))

    def __contains__(self, day: date) -> bool:
        return self.monday <= day <= self.sunday


def week_of(day: date) -> Week:
    """The week that has this day."""
    return Week(day - day.weekday() * _DAY)


def read_week(name: str) -> Week | None:
    """The week of this name; None if it is none."""
    try:
        return Week(datetime.strptime(f"{name}-1", "%G-W%V-%u").date())  # noqa: DTZ007  a date alone
    except ValueError:
        return None


def last_working(calendar: Calendar, week: Week) -> date | None:
    """The week's last working day; None if it has none."""
    return max((day for day in week.days if calendar.works_on(day)), default=None)


def told_at(calendar: Calendar, week: Week) -> datetime | None:
    """When the week's digest is told: on its last working day at 16:00, or an hour before closing where that is sooner;
    None in a week without a working day.
    """
    day = last_working(calendar, week)
    if day is None:
        return None
    hours = calendar.hours
    latest = (datetime.combine(day, hours.closes) - _BEFORE_CLOSING).time()
    return calendar.moment(day, calendar.fit(min(WISHED, latest)) or hours.opens)


def next_told(calendar: Calendar, after: datetime) -> datetime | None:
    """The first such moment after this one."""
    week = week_of(calendar.day(after))
    for _ in range(_WEEKS):
        told = told_at(calendar, week)
        if told is not None and told > after:
            return told
        week = week.after
    return None


def newest(calendar: Calendar, since: date, at: datetime) -> Week:
    """The last week whose digest was told by then; for who began (`since`) after that, the week that is."""
    here = week_of(calendar.day(at))
    told = told_at(calendar, here)
    return here if since > here.before.sunday or (told is not None and told <= at) else here.before
