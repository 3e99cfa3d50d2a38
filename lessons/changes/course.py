"""Two editions of a course beside each other."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lessons.changes import facts, forms, glossary, quizzes, texts
from lessons.changes.change import Change, ChangeKind, CourseRemade, LessonAdded, LessonMoved, LessonRemoved
from lessons.model import Course

_GRAVEST_FIRST: Final = tuple(ChangeKind)


def changes(old: Course, new: Course) -> tuple[Change, ...]:
    """Everything a learner would notice: changed right answers first, then by kind, in the new edition's order.

    Lessons and questions are the same if they have the same id. Nothing is said of what only authors see: objectives,
    skills, the name of the edition.
    """
    return tuple(sorted(_all(old, new), key=lambda change: _GRAVEST_FIRST.index(change.kind)))


def _all(old: Course, new: Course) -> Iterator[Change]:
    if (old.id, old.language) != (new.id, new.language):
        yield CourseRemade(f"{old.id} ({old.language})", f"{new.id} ({new.language})")
    yield from texts.of_course(old, new)
    yield from _lessons(old, new)
    before = {lesson.id: lesson for lesson in old.lessons}
    after = {lesson.id: lesson for lesson in new.lessons}
    for lesson in new.lessons:
        if was := before.get(lesson.id):
            yield from quizzes.of_lesson(old, was, lesson)
            yield from facts.of_lesson(was, lesson)
            yield from texts.of_lesson(old, new, lesson.id)
        for quiz in lesson.quizzes:
            if old.find(quiz.id):
                yield from quizzes.answering(old, new, lesson.id, quiz.id)
                yield from texts.of_quiz(old, new, quiz.id)
    for lesson in old.lessons:
        if lesson.id in after:
            yield from quizzes.gone(new, lesson)
    yield from forms.of_course(old, new)
    yield from glossary.of_course(old, new)


def _lessons(old: Course, new: Course) -> Iterator[LessonAdded | LessonRemoved | LessonMoved]:
    before = {lesson.id: lesson for lesson in old.lessons}
    after = {lesson.id: lesson for lesson in new.lessons}
    staying = set(quizzes.staying(list(before), list(after)))
    weeks = _weeks(old, new)
    for key, lesson in after.items():
        if (was := before.get(key)) is None:
            yield LessonAdded(key, lesson.number)
        elif key not in staying or weeks[was.week] != lesson.week:
            yield LessonMoved(key, was.number, lesson.number, was.week, lesson.week)
    for key, lesson in before.items():
        if key not in after:
            yield LessonRemoved(key, lesson.number)


def _weeks(old: Course, new: Course) -> dict[int, int]:
    """Each old week's number, and that of the new week to which most of its lessons belong."""
    after = {lesson.id: lesson.week for lesson in new.lessons}
    found: dict[int, int] = {}
    for week in old.weeks:
        heirs = Counter(after[lesson.id] for lesson in week.lessons if lesson.id in after)
        found[week.number] = heirs.most_common(1)[0][0] if heirs else week.number
    return found
