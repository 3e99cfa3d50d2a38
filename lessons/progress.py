"""How far somebody is: this week's dots, and the streak of working days."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from lessons.calendar import Calendar

_DAY: Final = timedelta(days=1)


class Dot(StrEnum):
    """One working day of a week."""

    DONE = "done"
    OPEN = "open"  # today or earlier, and no lesson finished: never called missed
    AHEAD = "ahead"


def streak(finished_days: frozenset[date], calendar: Calendar, today: date) -> int:
    """How many working days in a row had a lesson finished, through today or, while today is still open, yesterday.

    Nothing but a whole working day without a lesson breaks it: no weekend, holiday or closure, and no day that a pause
    or a leave took any hour of. Lessons finished on days off count for nothing.
    """
    counted = 0
    day = today
    while finished_days and day >= min(finished_days):
        if day in finished_days and calendar.works_on(day):
            counted += 1
        elif day != today and calendar.is_whole(day):
            break
        day -= _DAY
    return counted


def week(finished_days: frozenset[date], calendar: Calendar, today: date, *, since: date = date.min) -> tuple[Dot, ...]:
    """A dot for each working day of today's week, Monday first. Days before `since` are left out, and so are those that
    a leave took any hour of, unless a lesson was finished all the same.
    """
    monday = today - timedelta(days=today.weekday())
    days = (monday + timedelta(days=ahead) for ahead in range(7))
    counted = (day for day in days if day >= since and calendar.works_on(day))
    return tuple(
        _dot(day, finished_days, today) for day in counted if day in finished_days or not calendar.is_left(day)
    )


def _dot(day: date, finished_days: frozenset[date], today: date) -> Dot:
    if day in finished_days:
        return Dot.DONE
    return Dot.AHEAD if day > today else Dot.OPEN
