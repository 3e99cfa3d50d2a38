"""When somebody is reminded of a lesson, and when somebody who stays silent is asked how they would like it."""

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from lessons.calendar import Calendar

DAYS: Final = 3  # silent working days, then one kind question
_AFTERNOON: Final = time(15)
_LATE: Final = time(13)  # what comes later than this is recalled so much later than it came
_LATER: Final = timedelta(hours=2)


def nudge_at(calendar: Calendar, came: datetime) -> datetime | None:
    """When a lesson that came at that moment is recalled, if nobody has touched it: in the afternoon of the same day.

    None if the office, or the learner, would not be there any more.
    """
    day = calendar.day(came)
    at = came + _LATER if came > calendar.moment(day, _LATE) else calendar.moment(day, _AFTERNOON)
    return at if calendar.day(at) == day and calendar.is_open(at) else None


def is_silent(calendar: Calendar, *, since: date, today: date) -> bool:
    """Whether three whole working days have gone by between these two, on which nothing was heard.

    On a day that a pause or a leave took any hour of, nobody was silent.
    """
    between = (today - timedelta(days=back) for back in range(1, (today - since).days))
    return next(islice(filter(calendar.is_whole, between), DAYS - 1, None), None) is not None
