"""Amending: an edition is mended while a cohort learns from it, as far as every answer and button keeps its meaning."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lessons.changes import Change, ChangeKind, RightAnswer, changes
from lessons.editions import Packed
from lessons.grading import grade
from lessons.library import Library
from lessons.model import Course
from school.editions import course_of
from store.values import Attempt, Cohort
from store.work import Work


@dataclass(frozen=True, slots=True)
class Turned:
    """An answer that will be worth something else."""

    attempt: Attempt
    right: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A change, and who has met what it changes: how many have the lesson, and who has answered the question, by
    number of the enrolment (who left included).
    """

    change: Change
    delivered: int
    answered: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """What becomes of a cohort if it takes another edition of its course.

    `refused` are changes that only a new cohort can take: while there is one, nothing is taken.
    """

    cohort: Cohort
    course: Course
    packed: Packed
    seen: tuple[Seen, ...]
    turned: tuple[Turned, ...]

    @property
    def is_new(self) -> bool:
        """Whether there is anything to take."""
        return self.packed.digest != self.cohort.digest

    @property
    def refused(self) -> tuple[Change, ...]:
        return tuple(each.change for each in self.seen if each.change.kind is ChangeKind.STRUCTURE)


def amendment(work: Work, library: Library, cohort: Cohort, course: Course, packed: Packed) -> Amendment:
    """What this edition would change for the cohort; changes nothing."""
    found = changes(course_of(work, library, cohort), course)
    return Amendment(
        cohort=cohort,
        course=course,
        packed=packed,
        seen=tuple(_seen(work, cohort, course, found)),
        turned=tuple(_turned(work, cohort, course, found)),
    )


def amend(work: Work, amendment: Amendment, at: datetime) -> bool:
    """The cohort learns from the new edition; what was answered is worth what it says, and whoever that concerns will
    read of it once, with their next lesson. False, and nothing changed, if another edition has come in between, this
    one is there already, or it cannot be taken.
    """
    cohort, course, packed = amendment.cohort, amendment.course, amendment.packed
    if amendment.refused or not amendment.is_new:
        return False
    if not work.cohorts.learn(cohort.id, packed.digest, course.edition, instead_of=cohort.digest):
        return False
    work.editions.keep(packed, course=course.id, edition=course.edition, at=at)
    for each in amendment.turned:
        work.regrades.add(each.attempt, right=each.right, digest=packed.digest, at=at)
    for enrolment in sorted({each.attempt.enrolment for each in amendment.turned}):
        work.enrolments.set_news(enrolment, waiting=True)
    return True


def _seen(work: Work, cohort: Cohort, course: Course, found: Sequence[Change]) -> Iterable[Seen]:
    enrolled = [each.id for each in work.enrolments.in_cohort(cohort.id)]
    delivered = Counter(each.lesson for taken in work.taken.all_of(enrolled).values() for each in taken)
    numbers = {lesson.id: lesson.number for lesson in course.lessons}
    answers = work.attempts.to_quizzes(cohort.id, sorted({_quiz(change) for change in found} - {""}))
    for change in found:
        who = tuple(each.enrolment for each in answers if each.quiz == _quiz(change))
        yield Seen(change, delivered[numbers.get(change.lesson, 0)], who)


def _turned(work: Work, cohort: Cohort, course: Course, found: Sequence[Change]) -> Iterable[Turned]:
    keys = sorted({change.quiz for change in found if isinstance(change, RightAnswer)})
    for attempt in work.attempts.to_quizzes(cohort.id, keys):
        right = _worth(course, attempt)
        if right is not None and right != attempt.right:
            yield Turned(attempt, right)


def _worth(course: Course, attempt: Attempt) -> bool | None:
    """Whether the answer is right now, in whichever language of the course; None where it was never judged, or is
    forgotten.
    """
    if attempt.right is None or not attempt.chosen:
        return None
    spoken = (course, *(reading for _, reading in course.readings))
    found = (each.find(attempt.quiz) for each in spoken)
    return any(grade(each[1], attempt.chosen).right for each in found if each)


def _quiz(change: Change) -> str:
    return getattr(change, "quiz", "")
