"""News: what a learner is to be told and can wait for the next lesson, so that it costs no letter of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from lessons.cards import news as cards
from lessons.cards.news import Answered, Card, Regraded
from lessons.grading import grade
from lessons.library import Library
from lessons.model import Course
from lessons.phrases import Phrases, phrases
from messages.letter import Cost, Letter
from school import quota
from school.study import Study, study_of
from store.regrades import Regrade
from store.values import Enrolment, Report
from store.work import Work

NEWS = "news"


def take(work: Work, enrolment: Enrolment, course: Course, *, key: str, say: Phrases) -> tuple[Card, ...]:
    """What there is to tell, which the letter of this key tells from now on; `course` is as the learner reads it."""
    if not enrolment.news:
        return ()
    told = told_in(work, enrolment, course, key="", say=say)
    work.regrades.tell(enrolment.id, key)
    work.reports.tell(enrolment.id, key)
    work.enrolments.set_news(enrolment.id, waiting=False)
    return told


def told_in(work: Work, enrolment: Enrolment, course: Course, *, key: str, say: Phrases) -> tuple[Card, ...]:
    """What the letter of this key tells, or would have told had it left."""
    cases = _cases(course, work.regrades.told_in(enrolment.id, key))
    answers = _answers(course, work.reports.told_in(enrolment.id, key))
    return (
        *((cards.regraded(cases, say),) if cases else ()),
        *((cards.answered(answers, say),) if answers else ()),
    )


def tell_waiting(work: Work, library: Library, at: datetime) -> int:
    """Tell those for whom no lesson is to come, in a letter of its own: in their hours, and on no day that brought
    another. Returns how many were told. Running it twice tells once.
    """
    return sum(_tell(work, study_of(work, each, library), at) for each in work.enrolments.untold())


def _tell(work: Work, study: Study, at: datetime) -> bool:
    today, enrolment = study.today(at), study.enrolment
    if not study.calendar.is_open(at) or any(each.day == today for each in study.taken):
        return False
    contact = work.contacts.get(enrolment.contact)
    if quota.is_short(work, contact):
        return False
    key = f"{NEWS}:{enrolment.id}:{today.isoformat()}"
    say = phrases(work.people.get(enrolment.person).language)
    told = take(work, enrolment, study.course.spoken(say.language), key=key, say=say)
    return bool(told) and work.outbox.post(
        Letter(
            key=key,
            address=contact.address,
            message=cards.alone(told, say),
            due=at,
            cost=Cost.PAID,
            until=study.calendar.closing(at),
            enrolment=enrolment.id,
        ),
        at,
    )


def _answers(course: Course, reports: Sequence[Report]) -> tuple[Answered, ...]:
    lessons = {lesson.id: lesson for lesson in course.lessons}
    return tuple(Answered(lessons[each.lesson], each.answer) for each in reports if each.lesson in lessons)


def _cases(course: Course, regrades: Sequence[Regrade]) -> tuple[Regraded, ...]:
    """Each answer once, as it is worth now; not one whose key was mended there and back, or that is forgotten."""
    last = {each.attempt.id: each for each in regrades}
    was = {each.attempt.id: each.was for each in reversed(regrades)}
    turned = [each for each in last.values() if each.now != was[each.attempt.id] and each.attempt.chosen]
    return tuple(
        Regraded(*found, replace(grade(found[1], each.attempt.chosen), right=each.now))
        for each in turned
        if (found := course.find(each.attempt.quiz))
    )
