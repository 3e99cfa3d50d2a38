"""What a rule found, before it is said in a language and has its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import regex

from lessons.model import Course, Lesson, Quiz

QUOTED: Final = regex.compile(r"「[^」]*」|『[^』]*』|\"[^\"]*\"")
"""What somebody says or what a thing is called: no words of the course's own."""


@dataclass(frozen=True, slots=True)
class Found:
    """`rule` names its words in words/*.toml, `facts` are what these words want to know.

    `of` is the id of the lesson or the quiz it is about, empty for the whole course; `near` a text that stands on the
    line meant; `language` that of the reading it stands in, empty for the lesson's own file.
    """

    rule: str
    of: str = ""
    near: str = ""
    language: str = ""
    facts: tuple[tuple[str, object], ...] = ()


def found(rule: str, of: Lesson | Quiz | None = None, near: str = "", **facts: object) -> Found:
    return Found(rule, of.id if of else "", near, facts=tuple(facts.items()))


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a course, and the lesson or quiz it belongs to."""

    of: Lesson | Quiz
    text: str


def lesson_texts(lesson: Lesson) -> Iterator[Said]:
    """What a lesson says beside its questions."""
    yield Said(lesson, lesson.title)
    yield from (Said(lesson, text) for _, text in lesson.in_section)
    yield from (Said(lesson, text) for text in lesson.paragraphs)


def quiz_texts(quiz: Quiz) -> Iterator[Said]:
    """What a question says: itself, its options, and what is said to an answer."""
    yield Said(quiz, quiz.text)
    yield from (Said(quiz, option.text) for option in quiz.options if option.text)
    yield from reasons(quiz)


def reasons(quiz: Quiz) -> Iterator[Said]:
    """What is said to an answer."""
    yield from (Said(quiz, option.why) for option in quiz.options if option.why)
    if quiz.why:
        yield Said(quiz, quiz.why)


def texts(course: Course) -> Iterator[Said]:
    """Everything that learners read of it."""
    for lesson in course.lessons:
        yield from lesson_texts(lesson)
        for quiz in lesson.quizzes:
            yield from quiz_texts(quiz)
