"""When the office may be addressed."""

from datetime import datetime

from school.study import office_calendar
from store.work import Work


def opening(work: Work, at: datetime) -> datetime:
    """The first moment from now on at which the office works."""
    return office_calendar(work).opening_after(at) or at
