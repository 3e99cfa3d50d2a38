"""When the office may be addressed, and who asked something."""

from datetime import datetime

from lessons.calendar import Calendar
from school.study import hours_of
from store.work import Work


def office_calendar(work: Work) -> Calendar:
    """The organisation's own working days and hours."""
    here = work.organisation
    return Calendar(zone=here.timezone, hours=hours_of(here), closures=here.closures)


def opening(work: Work, at: datetime) -> datetime:
    """The first moment from now on at which the office works."""
    return office_calendar(work).opening_after(at) or at
