"""When a course ends: what silences took from it, the days kept in reserve, and the two ways on after one."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from lessons.calendar import Calendar, Pause
from lessons.pacing import A_DAY


@dataclass(frozen=True, slots=True)
class Span:
    """What a cohort needs: so many lessons, one each working day from `starts_on`, and days in reserve after them."""

    starts_on: date
    lessons: int
    reserve: int = 0


@dataclass(frozen=True, slots=True)
class Ending:
    """The day of the last lesson; the last day kept for the course, those in reserve included; how many of these are
    used up.
    """

    last: date
    end: date
    used: int


@dataclass(frozen=True, slots=True)
class Ways:
    """How a course would have ended, and how it ends if all moves or if what was lost is caught up with. `days` are the
    working days by which the last lesson moves, `later` those by which the end does, once the reserve is used up.
    """

    before: Ending
    shift: Ending
    compress: Ending
    days: int
    later: int


def ending(calendar: Calendar, span: Span) -> Ending | None:
    """How the cohort's course ends by this calendar; None while a pause without an end hides it."""
    last = calendar.numbered(span.starts_on, span.lessons)
    return None if last is None else _ending(calendar, span, last)


def ways(calendar: Calendar, span: Span, silence: Pause) -> Ways | None:
    """The two ways on after a silence that has an end; `calendar` is the one without it. None while another pause
    without an end lasts.
    """
    before = ending(calendar, span)
    moved = ending(replace(calendar.cohort, pauses=(*calendar.pauses, silence)), span)
    if before is None or moved is None or silence.until is None:
        return None
    caught_up = _ending(calendar, span, _caught_up(calendar, span, silence, before.last, silence.until))
    return Ways(
        before=before,
        shift=moved,
        compress=caught_up,
        days=_between(calendar, span, before.last, moved.last),
        later=_between(calendar, span, before.end, moved.end),
    )


def _ending(calendar: Calendar, span: Span, last: date) -> Ending:
    plain = replace(calendar, pauses=(), leaves=())
    kept = plain.numbered(span.starts_on, span.lessons + span.reserve) or last
    lost = plain.day_number(span.starts_on, last) - span.lessons
    return Ending(last, max(last, kept), min(span.reserve, lost))


def _between(calendar: Calendar, span: Span, one: date, other: date) -> int:
    plain = replace(calendar, pauses=(), leaves=())
    return plain.day_number(span.starts_on, other) - plain.day_number(span.starts_on, one)


def _caught_up(calendar: Calendar, span: Span, silence: Pause, last: date, until: datetime) -> date:
    """The day of the last lesson for who had all of them before, and from the first whole day on takes as many a day as
    anybody may.
    """
    back = replace(calendar.cohort, leaves=(Pause(silence.since, until),))
    eve, day = _day_before(back, silence.since), _first_day(back, until)
    done = back.day_number(span.starts_on, eve)
    for today in back.working_days(day):
        if done >= span.lessons:
            break
        done += min(A_DAY, back.day_number(span.starts_on, today) - done)
        last = max(last, today)
    return last


def _day_before(calendar: Calendar, moment: datetime) -> date:
    """The last day that had opened by then."""
    day = calendar.day(moment)
    return day if calendar.moment(day, calendar.hours.opens) < moment else date.fromordinal(day.toordinal() - 1)


def _first_day(calendar: Calendar, moment: datetime) -> date:
    """The first day that opens then or later."""
    return date.fromordinal(_day_before(calendar, moment).toordinal() + 1)
