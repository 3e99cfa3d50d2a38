"""All rules, over all of a course."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lessons.hygiene import asking, freshness, guessing, reading, terms, whole, wording
from lessons.hygiene.found import Found, lesson_texts, quiz_texts
from lessons.model import Course, Lesson, Quiz


def review(course: Course, on: date) -> Iterator[Found]:
    """What a careful reader would mend in a course that is not broken; `on` is the day that facts are looked at."""
    for lesson in course.lessons:
        yield from _lesson(lesson, course.language)
    yield from whole.habits(course)
    yield from wording.mixed(course)
    yield from wording.unknown_towns(course)
    yield from terms.unexplained(course)
    yield from freshness.unfresh(course, on)
    for language, read in course.readings:
        own = {lesson.id: lesson for lesson in course.lessons}
        for lesson in read.lessons:
            if lesson.paragraphs != own[lesson.id].paragraphs:
                found = (*_lesson(lesson, language), *wording.not_translated(lesson, own[lesson.id], language))
                yield from (replace(each, language=language) for each in found)


def _lesson(lesson: Lesson, language: str) -> Iterator[Found]:
    for said in lesson_texts(lesson):
        yield from reading.hard(said, language)
        yield from wording.written_in(said)
    for quiz in lesson.quizzes:
        yield from _quiz(quiz, language)


def _quiz(quiz: Quiz, language: str) -> Iterator[Found]:
    for said in quiz_texts(quiz):
        yield from reading.hard(said, language)
        yield from wording.written_in(said)
    yield from guessing.guessable(quiz)
    yield from asking.misleading(quiz)
