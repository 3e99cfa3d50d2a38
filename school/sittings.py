"""Sittings: on which occasions somebody is asked something beside the lessons, from when, and until when."""

from datetime import datetime

from lessons import occasions
from lessons.assessment import Occasion, Stage, first_form
from lessons.model import Lesson
from school.study import Study
from store.sittings import Sitting
from store.work import Work

_EARLY = 1  # so many lessons finished at most, and one still answers as before the course


def on_joining(work: Work, study: Study, at: datetime) -> Sitting | None:
    """What is asked before the course, open from now on for who has hardly begun; None if there is nothing to ask."""
    if _stage(study, Occasion.BEFORE) is None or study.finished > _EARLY:
        return None
    return _opened(work, study, Occasion.BEFORE, at)


def on_closing(work: Work, study: Study, lesson: Lesson, at: datetime) -> Sitting | None:
    """What is asked with the end of this lesson; after the first, what was asked on joining and is not answered yet.

    `study` is as it stood before the lesson ended. With the last one the later occasions are planned.
    """
    asked = study.course.assessment
    if asked is None:
        return None
    if study.finished + 1 == len(study.course.lessons):
        _plan(work, study, at)
    stage = next((each for each in asked.plan if each.lesson == lesson.number), None)
    if stage is not None:
        return _opened(work, study, stage.occasion, at)
    return on_joining(work, study, at) if study.finished == 0 else None


def standing(work: Work, study: Study, at: datetime) -> Sitting | None:
    """The one that is open now and not answered yet: of several the one that came last."""
    came = [each for each in work.sittings.of(study.enrolment.id) if each.opened_at]
    newest = max(came, key=lambda each: (each.opened_at or at, each.id), default=None)
    return newest if newest and newest.finished_at is None and not is_over(study, newest, at) else None


def recalled(work: Work, study: Study, at: datetime) -> Sitting | None:
    """The same, to be spoken of once more: for each of them this is so once."""
    sitting = standing(work, study, at)
    return sitting if sitting and work.sittings.recall(sitting.id, at) else None


def is_over(study: Study, sitting: Sitting, at: datetime) -> bool:
    """Whether the time to answer has gone by; before the cohort begins none of it does."""
    if study.course.assessment is None or sitting.opened_at is None or _stage(study, sitting.occasion) is None:
        return True
    since = max(study.today(sitting.opened_at), study.cohort.starts_on)
    return occasions.is_over(study.calendar, since=since, today=study.today(at))


def _stage(study: Study, occasion: Occasion) -> Stage | None:
    asked = study.course.assessment
    return asked.stage(occasion) if asked else None


def _opened(work: Work, study: Study, occasion: Occasion, at: datetime) -> Sitting | None:
    """Open from now on, unless it was before; None if it is answered or over."""
    before = first_form(study.enrolment.id)
    form = before.other if occasion is Occasion.AFTER else before
    work.sittings.open(study.enrolment.id, occasion, form, at)
    sitting = standing(work, study, at)
    return sitting if sitting and sitting.occasion is occasion else None


def _plan(work: Work, study: Study, at: datetime) -> None:
    """The occasions that come so many days after the last lesson, at the learner's own time on a working day."""
    enrolment = study.enrolment
    for stage in study.course.assessment.plan if study.course.assessment else ():
        if stage.days is not None:
            first = occasions.later_day(study.today(at), stage.days)
            due = occasions.turn(study.calendar, first, enrolment.delivery_time, after=at)
            work.sittings.plan(enrolment.id, stage.occasion, first_form(enrolment.id), due)
