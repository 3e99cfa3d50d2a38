"""What a new edition of a course changes under an overlay: what an organisation must look at before it takes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lessons.model import Course, Lesson
from lessons.overlay.overlay import Overlay


@dataclass(frozen=True, slots=True)
class RuleGone:
    """The lesson of a rule is not there any more."""

    lesson: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceGone:
    """The lesson after which an own lesson comes is not there any more."""

    lesson: str
    after: str


@dataclass(frozen=True, slots=True)
class PlaceMoved:
    """The lesson after which an own lesson comes is on another day or in another week; days of the plain course."""

    lesson: str
    after: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class WordGone:
    """The course does not use this name in braces any more."""

    name: str


@dataclass(frozen=True, slots=True)
class TextUnderRule:
    """A paragraph above a rule of the organisation's own says something else; empty where there is none."""

    lesson: str
    number: int
    before: str
    after: str


Shift: TypeAlias = RuleGone | PlaceGone | PlaceMoved | WordGone | TextUnderRule


def under(old: Course, new: Course, overlay: Overlay) -> tuple[Shift, ...]:
    """What must be looked at, the gravest first; `old` and `new` are the plain courses."""
    return (*_gone(new, overlay), *_moved(old, new, overlay), *_texts(old, new, overlay))


def _gone(new: Course, overlay: Overlay) -> Iterator[RuleGone | PlaceGone | WordGone]:
    there = {lesson.id for lesson in new.lessons}
    yield from (RuleGone(lesson, rule) for lesson, rule in overlay.rules if lesson not in there)
    yield from (PlaceGone(own.lesson.id, own.after) for own in overlay.lessons if own.after not in there)
    yield from (WordGone(name) for name, _ in overlay.words if name not in dict(new.words))


def _moved(old: Course, new: Course, overlay: Overlay) -> Iterator[PlaceMoved]:
    before, now = _by_id(old), _by_id(new)
    for own in overlay.lessons:
        was, there = before.get(own.after), now.get(own.after)
        if was and there and (was.number, was.week) != (there.number, there.week):
            yield PlaceMoved(own.lesson.id, own.after, was.number, there.number)


def _texts(old: Course, new: Course, overlay: Overlay) -> Iterator[TextUnderRule]:
    before, now = _by_id(old), _by_id(new)
    for lesson, _ in overlay.rules:
        was, there = before.get(lesson), now.get(lesson)
        if was and there:
            yield from _changed(was, there)


def _changed(was: Lesson, there: Lesson) -> Iterator[TextUnderRule]:
    for place in range(max(len(was.paragraphs), len(there.paragraphs))):
        first, second = was.paragraphs[place : place + 1], there.paragraphs[place : place + 1]
        if first != second:
            yield TextUnderRule(there.id, place + 1, "".join(first), "".join(second))


def _by_id(course: Course) -> dict[str, Lesson]:
    return {lesson.id: lesson for lesson in course.lessons}
