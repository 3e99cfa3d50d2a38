"""Answers: graded at once, logged, and counted only the first time."""

from dataclasses import dataclass
from datetime import date, datetime

from lessons import pacing
from lessons.cards.close import Close
from lessons.freshness import asked_on
from lessons.grading import Verdict, grade, understand
from lessons.model import Lesson, Quiz
from lessons.pacing import Wait
from lessons.progress import streak, week
from lessons.weekly import last_working, week_of
from school import quota, sittings
from school.asked import Asked
from school.study import Study
from store.sittings import Sitting
from store.work import Work


@dataclass(frozen=True, slots=True)
class Answered:
    """Counted. `then` is the lesson's next question, or None when the lesson is finished; with its end come `sitting`,
    what is asked beside the lessons, and whether the next one is `fetched`, not sent.
    """

    verdict: Verdict
    then: Quiz | None
    sitting: Sitting | None = None
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Already:
    """Answered before; nothing changed. `right` is None where nothing can be right."""

    right: bool | None
    on: date


def answer(
    work: Work, study: Study, *, lesson: Lesson, quiz: Quiz, labels: tuple[str, ...], at: datetime
) -> Answered | Already:
    """Grade and log one answer, as the question is asked today. The first one counts; a later one changes nothing."""
    verdict = grade(asked_on(quiz, study.today(at)), labels)
    attempt = work.attempts.record(
        enrolment=study.enrolment.id, lesson=lesson.number, quiz=quiz.id, chosen=labels, right=verdict.right, at=at
    )
    if attempt is None:
        return _already(work, study, quiz, at)
    if quiz.kind.picked:
        work.picks.clear(study.enrolment.id, quiz.id)
    then = next((each for each in lesson.quizzes if each.id not in study.answered | {quiz.id}), None)
    sitting, fetched = None, False
    if then is None:
        fetched = quota.is_fetched(work, study.enrolment)
        sitting = sittings.on_closing(work, study, lesson, at)
        work.taken.finish(study.enrolment.id, lesson.number, study.today(at), at)
        if study.finished + 1 == len(study.course.lessons):
            work.enrolments.finish(study.enrolment.id)
    return Answered(verdict, then, sitting, fetched)


def answer_in_words(work: Work, asked: Asked, text: str, at: datetime) -> Answered | Already | None:
    """The same for what was typed, in the chat or in a form: whatever people write in their own words and is kept as
    an answer comes through here. None, and nothing changed, if it is no answer to this question.
    """
    if asked.is_answered:
        return _already(work, asked.study, asked.quiz, at)
    given = understand(asked.quiz, text)
    if given is None:
        return None
    return answer(work, asked.study, lesson=asked.lesson, quiz=asked.quiz, labels=given, at=at)


def close_of(study: Study, at: datetime) -> Close:
    """What the close of a lesson tells; `study` is as it stands after the last answer."""
    today = study.today(at)
    waiting = _next_open(study, at)
    following = waiting or study.course.lesson(study.enrolment.next_lesson)
    return Close(
        week=week(study.finished_days, study.calendar, today, since=study.since),
        streak=streak(study.finished_days, study.calendar, today),
        today=today,
        next_lesson=following,
        next_day=study.next_day,
        waiting=waiting is not None,
        ends_week=last_working(study.calendar, week_of(today)) == today,
    )


def _next_open(study: Study, at: datetime) -> Lesson | None:
    if study.open_lessons:
        return study.open_lessons[0]
    if study.away_through(at):
        return None
    offered = pacing.offer(study.standing(at), study.calendar, at)
    return None if isinstance(offered, Wait) else study.course.lesson(offered)


def _already(work: Work, study: Study, quiz: Quiz, at: datetime) -> Already:
    counted = work.attempts.for_quiz(study.enrolment.id, quiz.id)
    return Already(right=counted.right if counted else False, on=study.today(counted.at if counted else at))
