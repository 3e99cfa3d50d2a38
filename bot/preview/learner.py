"""A learner who stands before one lesson: on time, everything before it answered."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from lessons.calendar import Calendar
from lessons.freshness import taught_on
from lessons.model import Course, Lesson, Quiz
from lessons.phrases import Phrases
from school.asked import Asked
from school.study import Study
from store.values import Cohort, Enrolment, EnrolmentState, Taken

ZONE: Final = ZoneInfo("Asia/Tokyo")
_MORNING: Final = time(8, 40)
_NUMBER: Final = 2**31 - 1  # the longest number a button may have to carry


@dataclass(frozen=True, slots=True)
class Learner:
    """Who looks at the lesson, on which morning, and what they see it with."""

    study: Study
    lesson: Lesson
    family: str
    at: datetime
    say: Phrases

    @property
    def today(self) -> date:
        return self.study.today(self.at)

    def asked(self, question: int) -> Asked:
        """The question with this number, with all before it answered."""
        before = frozenset(quiz.id for quiz in self.lesson.quizzes[: question - 1])
        study = replace(self.study, answered=self.study.answered | before)
        return Asked(study, self.lesson, self.lesson.quizzes[question - 1])

    def next_quiz(self, question: int) -> Quiz | None:
        """What is asked after the question with this number."""
        return next(iter(self.lesson.quizzes[question:]), None)


def learner(course: Course, number: int, *, family: str, say: Phrases, day: date) -> Learner:
    """On the working day `day`, or the next one after it, the lesson with this number has come."""
    calendar = Calendar(zone=ZONE)
    today = day if calendar.works_on(day) else calendar.next_ordinary(day)
    at = calendar.moment(today, _MORNING)
    spoken = taught_on(course.spoken(say.language), today)
    past = _days_before(calendar, today, number - 1)
    study = Study(
        enrolment=_enrolment(calendar, today, past, number),
        cohort=_cohort(course, past[0] if past else today, at),
        course=spoken,
        calendar=calendar,
        taken=tuple(_taken(calendar, each, day, day) for each, day in enumerate((*past, today), start=1)),
        answered=frozenset(quiz.id for lesson in spoken.lessons[: number - 1] for quiz in lesson.quizzes),
    )
    open_now = replace(study.taken[-1], finished_day=None, finished_at=None)
    study = replace(study, taken=(*study.taken[:-1], open_now))
    return Learner(study, spoken.lessons[number - 1], family, at, say)


def _days_before(calendar: Calendar, today: date, many: int) -> tuple[date, ...]:
    """So many working days that lie before this one, the earliest first."""
    found: list[date] = []
    day = today
    while len(found) < many:
        day -= timedelta(days=1)
        if calendar.works_on(day):
            found.append(day)
    return tuple(reversed(found))


def _taken(calendar: Calendar, lesson: int, day: date, finished: date) -> Taken:
    came = calendar.moment(day, _MORNING)
    return Taken(lesson, day, came, finished, came)


def _enrolment(calendar: Calendar, today: date, past: tuple[date, ...], number: int) -> Enrolment:
    return Enrolment(
        id=_NUMBER,
        cohort=1,
        person=1,
        contact=1,
        state=EnrolmentState.ACTIVE,
        delivery_time=_MORNING,
        next_at=calendar.moment(calendar.next_ordinary(today), _MORNING),
        next_lesson=number + 1,
        joined_at=calendar.moment(past[0] if past else today, _MORNING) - timedelta(days=1),
        seen_on=today,
    )


def _cohort(course: Course, starts_on: date, at: datetime) -> Cohort:
    return Cohort(
        id=1,
        name=course.title,
        course=course.id,
        edition=course.edition,
        code="PREVIEW",
        starts_on=starts_on,
        delivery_time=_MORNING,
        paused=False,
        created_at=at,
    )
