"""When a questionnaire is open, and when one that comes long after the course does."""

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from lessons.calendar import Calendar

OPEN: Final = 10  # working days after the one on which it was opened
_DAY: Final = timedelta(days=1)


def is_over(calendar: Calendar, *, since: date, today: date) -> bool:
    """Whether ten working days have gone by since then. Those on leave, or in a pause, do not count."""
    between = (since + ahead * _DAY for ahead in range(1, (today - since).days + 1))
    return next(islice(filter(calendar.works_on, between), OPEN, None), None) is not None


def turn(calendar: Calendar, first: date, at: time, *, after: datetime) -> datetime:
    """The learner's own time on the first working day from `first` on that is still to come; in a pause without an end
    the first one but for the pause, to ask again.
    """
    for day in calendar.working_days(first):
        moment = calendar.opening_after(calendar.moment(day, calendar.fit(at) or calendar.hours.opens))
        if moment and moment > after and calendar.day(moment) == day:
            return moment
    return calendar.moment(calendar.next_ordinary(max(first, calendar.day(after))), calendar.hours.opens)


def later_day(last: date, days: int) -> date:
    """So many days after the last lesson's."""
    return last + days * _DAY
