"""What an organisation lays over a course: words, rules, tools, and lessons of its own."""

from dataclasses import dataclass

from lessons.facts import Fact
from lessons.model import Lesson
from lessons.tool import Tool


@dataclass(frozen=True, slots=True)
class OwnLesson:
    """A lesson of the organisation's own, and the id of the lesson after which it comes."""

    lesson: Lesson
    after: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """`course` is the id of the course, `edition` the one it was written for. `words` are the organisation's own for
    what the course calls by a name in braces, `rules` one sentence of its own for a lesson, by the lesson's id; `facts`
    are those that its own lessons state.
    """

    course: str
    edition: str
    words: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    tools: tuple[Tool, ...] = ()
    lessons: tuple[OwnLesson, ...] = ()
    facts: tuple[Fact, ...] = ()
