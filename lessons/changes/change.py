"""One thing that is not as it was: where, and what kind of change that is for somebody in the middle of the course."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias


class ChangeKind(StrEnum):
    """What a change asks of those who learn already: the gravest first."""

    KEY = "key"  # another answer is right: what was answered must be graded anew
    STRUCTURE = "structure"  # lessons, questions or options are others: only somebody who begins can take it
    FACT = "fact"  # what a text rests on
    WORDING = "wording"  # the same said otherwise
    GLOSSARY = "glossary"


class Part(StrEnum):
    """What of a course a text is."""

    COURSE = "course"  # its title
    DESCRIPTION = "description"
    WEEK = "week"  # its title; the key is its number
    TITLE = "title"
    PARAGRAPH = "paragraph"  # the key is its number
    SECTION = "section"  # one's own section; the key is the family
    RULE = "rule"  # the organisation's own for a lesson
    TOOL = "tool"  # a line of the organisation's list; the key is the tool's name
    QUESTION = "question"
    SCENARIO = "scenario"  # whether it is announced as one
    OPTION = "option"  # the key is the label
    WHY = "why"  # the key is the option's label, or nothing for the question's own
    UNIT = "unit"
    ANSWER = "answer"  # the best of the accepted ones, as a verdict shows it


@dataclass(frozen=True, slots=True)
class RightAnswer:
    """Another answer is right; before and after in words. `language` is that of a reading, or empty."""

    kind: ClassVar = ChangeKind.KEY
    lesson: str
    quiz: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text that learners see, empty where there is none; `lesson` and `quiz` are empty where it belongs to none."""

    kind: ClassVar = ChangeKind.WORDING
    lesson: str
    quiz: str
    part: Part
    key: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReadingAdded:
    """A lesson can be read in one more language."""

    kind: ClassVar = ChangeKind.WORDING
    lesson: str
    language: str


@dataclass(frozen=True, slots=True)
class ReadingRemoved:
    """A lesson cannot be read in this language any more."""

    kind: ClassVar = ChangeKind.WORDING
    lesson: str
    language: str


@dataclass(frozen=True, slots=True)
class CourseRemade:
    """It has another id or is in another language: another course altogether."""

    kind: ClassVar = ChangeKind.STRUCTURE
    before: str
    after: str
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class LessonAdded:
    """`number` is its day in the new edition."""

    kind: ClassVar = ChangeKind.STRUCTURE
    lesson: str
    number: int


@dataclass(frozen=True, slots=True)
class LessonRemoved:
    """`number` was its day in the old edition."""

    kind: ClassVar = ChangeKind.STRUCTURE
    lesson: str
    number: int


@dataclass(frozen=True, slots=True)
class LessonMoved:
    """Past other lessons or into another week, not merely on because of what is new before it; days and weeks."""

    kind: ClassVar = ChangeKind.STRUCTURE
    lesson: str
    before: int
    after: int
    week_before: int
    week_after: int


@dataclass(frozen=True, slots=True)
class QuizAdded:
    """A question that was not asked before."""

    kind: ClassVar = ChangeKind.STRUCTURE
    lesson: str
    quiz: str
    text: str


@dataclass(frozen=True, slots=True)
class QuizRemoved:
    """A question that is asked no more."""

    kind: ClassVar = ChangeKind.STRUCTURE
    lesson: str
    quiz: str
    text: str


@dataclass(frozen=True, slots=True)
class QuizMoved:
    """Past other questions of its lesson, or in from another lesson; `before` is the lesson's id there."""

    kind: ClassVar = ChangeKind.STRUCTURE
    lesson: str
    quiz: str
    before: str


@dataclass(frozen=True, slots=True)
class OptionsRemade:
    """It is answered in another way: another kind, more or fewer options, or the same under other letters. An answer
    that was given, or a button that still lies in a chat, would mean something else.
    """

    kind: ClassVar = ChangeKind.STRUCTURE
    lesson: str
    quiz: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FactAdded:
    """Something more is stated, or a source more is named; `lesson` is empty for what the whole course shares."""

    kind: ClassVar = ChangeKind.FACT
    lesson: str
    fact: str


@dataclass(frozen=True, slots=True)
class FactRemoved:
    """Something is not stated any more, or a source not named."""

    kind: ClassVar = ChangeKind.FACT
    lesson: str
    fact: str


@dataclass(frozen=True, slots=True)
class FactChanged:
    """One field of a fact, or of a question's (`quiz`, then, is not empty)."""

    kind: ClassVar = ChangeKind.FACT
    lesson: str
    fact: str
    field: str
    before: str
    after: str
    quiz: str = ""


@dataclass(frozen=True, slots=True)
class TermAdded:
    """One more word is explained; `lesson` is the id of the lesson that uses it first."""

    kind: ClassVar = ChangeKind.GLOSSARY
    lesson: str
    term: str


@dataclass(frozen=True, slots=True)
class TermRemoved:
    """A word is not explained any more."""

    kind: ClassVar = ChangeKind.GLOSSARY
    lesson: str
    term: str


@dataclass(frozen=True, slots=True)
class TermChanged:
    """One field of a word's explanation: beside, says, lesson or also. `language` is that of a reading, or empty."""

    kind: ClassVar = ChangeKind.GLOSSARY
    lesson: str
    term: str
    field: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class FormsRemade:
    """What is asked before and after the course is not the same any more, and the two could not be compared: `item` is
    the id of what came, went or changed, or empty for the plan.
    """

    kind: ClassVar = ChangeKind.STRUCTURE
    item: str
    before: str
    after: str
    lesson: str = ""


Change: TypeAlias = (
    RightAnswer
    | CourseRemade
    | LessonAdded
    | LessonRemoved
    | LessonMoved
    | QuizAdded
    | QuizRemoved
    | QuizMoved
    | OptionsRemade
    | FactAdded
    | FactRemoved
    | FactChanged
    | Reworded
    | ReadingAdded
    | ReadingRemoved
    | TermAdded
    | TermRemoved
    | TermChanged
    | FormsRemade
)
