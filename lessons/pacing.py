"""Which lesson comes when: never outside the hours, never more than two a day, never ahead of the cohort."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from lessons.calendar import Calendar

A_DAY: Final = 2  # lessons somebody takes a day at most, whatever waits
OPEN: Final = 2  # lessons delivered and not finished at most


@dataclass(frozen=True, slots=True)
class Standing:
    """How one learner stands.

    `next_lesson` is the first lesson not delivered yet, of `lessons` in all, both counted from 1. `starts_on` is the
    cohort's first day, `delivery_time` the learner's local time. `open_lessons` are delivered and not finished.
    `delivered_today` counts pushed and asked for, and the question to somebody silent; `taken_today` the different
    lessons delivered or finished today.
    """

    next_lesson: int
    lessons: int
    starts_on: date
    delivery_time: time
    open_lessons: int = 0
    delivered_today: int = 0
    taken_today: int = 0

    @property
    def all_delivered(self) -> bool:
        return self.next_lesson > self.lessons

    @property
    def has_room(self) -> bool:
        """Whether one more lesson fits into the day, and on the pile."""
        return self.taken_today < A_DAY and self.open_lessons < OPEN


@dataclass(frozen=True, slots=True)
class Plan:
    """What to push now, if anything, and when to plan again; `next_at` is None once every lesson is delivered."""

    lesson: int | None
    next_at: datetime | None


class Wait(StrEnum):
    """Why there is no lesson to offer now."""

    NOT_BEGUN = "not_begun"  # the cohort's first day is still to come
    DONE_TODAY = "done"  # two lessons are enough for a day, or on the pile
    NOTHING_YET = "nothing_yet"  # up with the cohort: the next one comes on a working day
    FINISHED = "finished"  # every lesson is delivered


def plan(standing: Standing, calendar: Calendar, now: datetime) -> Plan:
    """What a learner gets unasked at `next_at`, or later after an outage: one lesson a working day at most.

    When the office is closed it delivers nothing and plans again at the next opening. `next_at` lies after `now`, and
    inside the hours unless a pause has no end.
    """
    if standing.all_delivered:
        return Plan(lesson=None, next_at=None)
    today = calendar.day(now)
    tomorrow = _next_turn(standing, calendar, today)
    if not calendar.is_open(now):
        later = _turn(calendar, max(now, _own_time(standing, calendar, today)))
        return Plan(lesson=None, next_at=later or tomorrow)
    if not (_is_scheduled(standing, calendar, today) and standing.has_room and not standing.delivered_today):
        return Plan(lesson=None, next_at=tomorrow)
    last = standing.next_lesson == standing.lessons
    return Plan(lesson=standing.next_lesson, next_at=None if last else tomorrow)


def offer(standing: Standing, calendar: Calendar, now: datetime) -> int | Wait:
    """The lesson somebody may have who asks for one, at any hour of any day, within the same caps.

    Bring back an open question before you ask here: one more lesson comes after the first is finished.
    """
    today = calendar.day(now)
    if standing.all_delivered:
        return Wait.FINISHED
    if calendar.day_number(standing.starts_on, today) == 0:
        return Wait.NOT_BEGUN
    if not standing.has_room:
        return Wait.DONE_TODAY
    return standing.next_lesson if _is_scheduled(standing, calendar, today) else Wait.NOTHING_YET


def first_at(standing: Standing, calendar: Calendar, now: datetime) -> datetime | None:
    """When the next lesson comes unasked, as things stand: for who joins, changes the time, or asks what comes next.

    After `now`, and never before the cohort's day of that lesson; open lessons are taken to be finished by then. None
    once every lesson is delivered. In a pause without an end it is the day it would be but for the pause.
    """
    if standing.all_delivered:
        return None
    today = calendar.day(now)
    turn = _turn(calendar, _own_time(standing, calendar, today))
    if turn and turn > now and _is_scheduled(standing, calendar, today) and _awaits_push(standing):
        return turn
    due = calendar.numbered(standing.starts_on, standing.next_lesson) or standing.starts_on
    return _next_turn(standing, calendar, max(today, due - timedelta(days=1)))


def _awaits_push(standing: Standing) -> bool:
    return not standing.delivered_today and standing.taken_today < A_DAY


def _is_scheduled(standing: Standing, calendar: Calendar, today: date) -> bool:
    """Lesson k is scheduled for the cohort's k-th working day."""
    return standing.next_lesson <= calendar.day_number(standing.starts_on, today)


def _next_turn(standing: Standing, calendar: Calendar, day: date) -> datetime:
    """The learner's time on the next working day. Nobody knows when a pause without an end is over: then it is the
    next day but for the pause, to ask again, lest somebody be forgotten.
    """
    for following in calendar.working_days(day + timedelta(days=1)):
        if turn := _turn(calendar, _own_time(standing, calendar, following)):
            return turn
    return _own_time(standing, calendar, calendar.next_ordinary(day))


def _turn(calendar: Calendar, since: datetime) -> datetime | None:
    """The first open moment from then on, if it is on the same day."""
    opening = calendar.opening_after(since)
    return opening if opening is not None and calendar.day(opening) == calendar.day(since) else None


def _own_time(standing: Standing, calendar: Calendar, day: date) -> datetime:
    """The learner's time on a day; the opening if the office's hours have moved away from it."""
    at = calendar.fit(standing.delivery_time) or calendar.hours.spans[0][0]
    return calendar.moment(day, at)
