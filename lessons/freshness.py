"""How old facts are: what a question is worth on a day, and which facts somebody must look at again."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import Final

from lessons.assessment import Assessment, Item
from lessons.facts import Fact
from lessons.model import Course, Lesson, Quiz

MOST: Final = 64  # courses on days that a process remembers


@dataclass(frozen=True, slots=True)
class Use:
    """A fact, and who rests on it: the lessons that state it, by number, and the questions that can be right or wrong,
    by id: a lesson's, or a knowledge test's.
    """

    fact: Fact
    lessons: tuple[int, ...]
    quizzes: tuple[str, ...]

    def left(self, on: date) -> int:
        """Days until somebody must look at it again, that day included; less than nothing once they are over."""
        return (self.fact.review_by - on).days

    def age(self, on: date) -> int:
        """Days since it held."""
        return (on - self.fact.as_of).days


class Days:
    """Courses as they are taught on a day, the latest used ones, each made once. Several threads may ask at once."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[tuple[int, date], tuple[Course, Course]] = OrderedDict()
        self._lock = Lock()

    def taught(self, course: Course, day: date) -> Course:
        """The same as `taught_on`; a course is known by being the very same one, since comparing takes longer."""
        with self._lock:
            key = id(course), day
            own, taught = self._known.get(key) or (course, taught_on(course, day))  # held, so its id stays its own
            self._known[key] = own, taught
            self._known.move_to_end(key)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
            return taught


def asked_on(quiz: Quiz, day: date) -> Quiz:
    """The question as it is asked on that day of the learner's: where its fact is stale, nothing is right or wrong."""
    if quiz.scored and quiz.fact and quiz.fact.stale(day):
        return replace(quiz, graded=False)
    return quiz


def taught_on(course: Course, day: date) -> Course:
    """The course with all questions as they are asked on that day, before and after it as well, in its readings too."""
    old = {fact.id for fact in course.facts if fact.stale(day)}
    quizzes = (quiz.fact for lesson in course.lessons for quiz in lesson.quizzes)
    if not any(fact and fact.id in old for fact in (*quizzes, *(item.fact for item in _knowledge(course.assessment)))):
        return course
    weeks = (
        replace(week, lessons=tuple(_lesson_on(lesson, old, day) for lesson in week.lessons)) for week in course.weeks
    )
    readings = tuple((language, taught_on(each, day)) for language, each in course.readings)
    asked = course.assessment and _assessment_on(course.assessment, day)
    return replace(course, weeks=tuple(weeks), assessment=asked, readings=readings)


def uses(course: Course) -> tuple[Use, ...]:
    """All facts of the course with their uses: what must be looked at again first, comes first."""
    lessons, quizzes = defaultdict(list), defaultdict(list)
    for lesson in course.lessons:
        for fact in lesson.facts:
            lessons[fact.id].append(lesson.number)
        for quiz in lesson.quizzes:
            if quiz.fact and quiz.kind.scored:
                quizzes[quiz.fact.id].append(quiz.id)
    for item in _knowledge(course.assessment):
        if item.fact:
            quizzes[item.fact.id].append(item.id)
    found = (Use(fact, tuple(lessons[fact.id]), tuple(quizzes[fact.id])) for fact in course.facts)
    return tuple(sorted(found, key=lambda use: use.fact.review_by))


def stale(course: Course, day: date) -> tuple[Use, ...]:
    """The facts of the course that should have been looked at again before that day, the most overdue first."""
    return tuple(use for use in uses(course) if use.fact.stale(day))


def _lesson_on(lesson: Lesson, old: Iterable[str], day: date) -> Lesson:
    if not any(quiz.fact and quiz.fact.id in old for quiz in lesson.quizzes):
        return lesson
    return replace(lesson, quizzes=tuple(asked_on(quiz, day) for quiz in lesson.quizzes))


def _assessment_on(asked: Assessment, day: date) -> Assessment:
    first, second = (tuple(_item_on(item, day) for item in form) for form in asked.forms)
    return asked.with_forms(first, second)


def _item_on(item: Item, day: date) -> Item:
    return replace(item, graded=False) if item.fact and item.fact.stale(day) else item


def _knowledge(asked: Assessment | None) -> tuple[Item, ...]:
    return (*asked.forms[0], *asked.forms[1]) if asked else ()
