"""What a course is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from lessons.assessment import Assessment
from lessons.dimension import Dimension
from lessons.facts import Fact
from lessons.term import Term
from lessons.tool import Tool

FAMILIES: Final = ("default", "counter", "tax", "welfare", "works", "education", "general")  # of departments


class Kind(StrEnum):
    """How a quiz is answered."""

    SINGLE = "single"
    TRUEFALSE = "truefalse"
    MULTIPLE = "multiple"
    ORDERING = "ordering"
    NUMBER = "number"
    SHORT = "short"
    POLL = "poll"
    SCALE = "scale"
    REFLECTION = "reflection"

    @property
    def scored(self) -> bool:
        """Whether an answer can be right."""
        return self not in {Kind.POLL, Kind.SCALE, Kind.REFLECTION}

    @property
    def picked(self) -> bool:
        """Whether several options are picked, one after another."""
        return self in {Kind.MULTIPLE, Kind.ORDERING}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. `label` is what a person may type (A, B, … or ○, ×); `why` is said to whoever picked it; `also` is
    the text in the course's other readings, which may be typed as well.
    """

    label: str
    text: str
    right: bool
    why: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """What is right where a number is asked for: `value`, give or take `tolerance`, in `unit` (may be empty)."""

    value: Decimal
    tolerance: Decimal = Decimal(0)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Quiz:
    """One question. `id` is unique in the course; `fact` is what its answer rests on; only where nothing
    can be right it may rest on none.

    `order` are the labels in the right order where things are to be put in order, `number` what a number must be,
    `accepted` the short texts that are right, the best one first. A scale has five options, of which the first and the
    last carry words. `why` is said after an answer that no single option explains. What is not `graded` is explained,
    and counts for nothing: its fact is too old.
    """

    id: str
    kind: Kind
    text: str
    options: tuple[Option, ...]
    fact: Fact | None
    scenario: bool
    order: tuple[str, ...] = ()
    number: Number | None = None
    accepted: tuple[str, ...] = ()
    why: str = ""
    graded: bool = True

    @property
    def scored(self) -> bool:
        """Whether an answer can be right."""
        return self.graded and self.kind.scored

    @property
    def right(self) -> tuple[Option, ...]:
        """The options that are right: exactly one unless the quiz is a multiple choice."""
        return tuple(option for option in self.options if option.right)

    def option(self, label: str) -> Option | None:
        """The option with this label."""
        return next((option for option in self.options if option.label == label), None)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One day's three minutes. `number` counts from 1 through the course; `in_section` maps a department family to one
    concrete sentence and always has "default"; `facts` is all that the lesson states, `rule` the organisation's own
    sentence for it, if it has one.
    """

    id: str
    number: int
    week: int
    title: str
    objective: str
    dimensions: tuple[Dimension, ...]
    skills: tuple[str, ...]
    paragraphs: tuple[str, ...]
    in_section: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    quizzes: tuple[Quiz, ...]
    rule: str = ""

    def section(self, family: str) -> str:
        """The sentence for a department family, or the one for everybody."""
        sentences = dict(self.in_section)
        return sentences.get(family, sentences["default"])


@dataclass(frozen=True, slots=True)
class Week:
    """Some lessons under one title."""

    number: int
    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Course:
    """A course as its bundle says it. `edition` is the author's, e.g. "2026.11".

    `facts` are all that it states, in the order in which they are written. `readings` are the whole course in other
    languages: what has not been translated is as in the course's own. `assessment` is what is asked before, in the
    middle and after, if anything is. `words` are names that texts put in, each with what it stands for here; `tools` is
    the organisation's list, and `tools_on` the id of the lesson that shows it.

    Every answer looks up lessons and quizzes: both are put together once for a course, so it has no slots.
    """

    id: str
    title: str
    edition: str
    language: str
    licence: str
    description: str
    weeks: tuple[Week, ...]
    facts: tuple[Fact, ...] = ()
    readings: tuple[tuple[str, "Course"], ...] = ()
    assessment: Assessment | None = None
    glossary: tuple[Term, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    tools_on: str = ""
    tools: tuple[Tool, ...] = ()

    def spoken(self, language: str) -> "Course":
        """The course in that language, or as it is where it has no such reading."""
        return dict(self.readings).get(language, self)

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons in order."""
        return tuple(lesson for week in self.weeks for lesson in week.lessons)

    def lesson(self, number: int) -> Lesson | None:
        """The lesson with this number, counted from 1."""
        return self.lessons[number - 1] if 1 <= number <= len(self.lessons) else None

    def find(self, quiz: str) -> tuple[Lesson, Quiz] | None:
        """The quiz with this id, and the lesson it belongs to."""
        return self._quizzes.get(quiz)

    @cached_property
    def _quizzes(self) -> Mapping[str, tuple[Lesson, Quiz]]:
        return {quiz.id: (lesson, quiz) for lesson in self.lessons for quiz in lesson.quizzes}
