"""When something comes next unasked, and where what waits to leave is moved when that changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from lessons import pacing
from school.study import Study
from store.values import Enrolment, EnrolmentState
from store.work import Work


def first_at(work: Work, study: Study, at: datetime) -> datetime | None:
    """When the next lesson comes unasked, as things stand: on no day that brings another letter nobody asked for.

    None once every lesson is delivered, and for who was silent for days.
    """
    planned = None if study.enrolment.quiet else pacing.first_at(study.standing(at), study.calendar, at)
    coming = work.outbox.coming(study.enrolment.id) if planned else None
    if planned and coming and study.today(planned) <= study.today(coming):
        return day_after(study, coming)
    return planned


def replan(work: Work, study: Study, at: datetime) -> Enrolment:
    """The enrolment, with the moment of its next lesson as things stand now."""
    next_at = first_at(work, study, at)
    work.enrolments.move(study.enrolment.id, next_at, study.enrolment.next_lesson)
    return replace(study.enrolment, next_at=next_at)


def put_off(work: Work, study: Study, at: datetime) -> Enrolment:
    """What waits to leave unasked comes at the learner's next turn, and the next lesson a working day later."""
    turn = pacing.first_at(study.standing(at), study.calendar, at) or study.calendar.opening_after(at)
    if turn is not None and study.calendar.is_open(turn):
        work.outbox.put_off(study.enrolment.id, turn, study.calendar.closing(turn))
    return replan(work, study, at)


def go_on(work: Work, study: Study, at: datetime, *, held: Mapping[int, bool]) -> None:
    """After the office's silence: the next lesson has its new moment, and what was held comes then. If that is more
    than an announcement, the lesson comes a working day later: nobody gets a heap.
    """
    enrolment = study.enrolment
    active = enrolment.state is EnrolmentState.ACTIVE  # to who has finished, a questionnaire may be under way
    planned = replan(work, study, at) if active else enrolment
    turn = planned.next_at or study.calendar.opening_after(at) if enrolment.id in held else None
    if turn is None:
        return
    work.outbox.release(study.cohort.id, turn, study.calendar.closing(turn), enrolment=enrolment.id)
    if planned.next_at and held[enrolment.id]:
        work.enrolments.move(enrolment.id, day_after(study, turn), enrolment.next_lesson)


def day_after(study: Study, moment: datetime) -> datetime:
    """The learner's own time on the working day after this moment's."""
    today, calendar = study.today(moment), study.calendar
    following = calendar.next_working(today) or calendar.next_ordinary(today)
    at = study.enrolment.delivery_time
    return calendar.moment(following, calendar.fit(at) or calendar.hours.opens)
