"""The words a course explains: the day's, those met so far, and the one somebody asks about."""

from collections.abc import Iterator
from itertools import islice

from lessons.model import Course, Lesson, Week
from lessons.term import Term
from lessons.understanding import folded

ON_A_CARD = 3  # new words a lesson shows


def new_in(course: Course, lesson: Lesson) -> tuple[Term, ...]:
    """The words that the lesson uses for the first time, as many as its card has room for."""
    return tuple(islice((term for term in course.glossary if term.lesson == lesson.id), ON_A_CARD))


def met(course: Course, lessons: frozenset[int]) -> Iterator[tuple[Week, tuple[Term, ...]]]:
    """The words of the lessons with these numbers, by week, in the order in which they came."""
    for week in course.weeks:
        ids = [lesson.id for lesson in week.lessons if lesson.number in lessons]
        if terms := tuple(term for key in ids for term in course.glossary if term.lesson == key):
            yield week, terms


def asked_for(course: Course, said: str) -> tuple[Term, ...]:
    """The words that are called so, or read so; width, case, kana and spaces do not matter."""
    heard = folded(said)
    return tuple(term for term in course.glossary if heard in {folded(name) for name in term.names})


def resembling(course: Course, said: str) -> tuple[Term, ...]:
    """A few words that have what was said in them, or the other way round."""
    heard = folded(said)
    found = (term for term in course.glossary if any(_within(heard, folded(name)) for name in term.names))
    return tuple(found)[:ON_A_CARD]


def _within(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 1 and shorter in longer
