"""One lesson's file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lessons.bundle.faults import Page
from lessons.bundle.prose import paragraphs
from lessons.bundle.quizzes import quizzes
from lessons.bundle.script import Script, script, text_of
from lessons.bundle.sources import sources
from lessons.bundle.table import Table, Word, named
from lessons.dimension import Dimension
from lessons.model import FAMILIES, Lesson

_KEYS: Final = ("id", "title", "objective", "ds", "skills", "sources", "your_section", "questions")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A lesson before it has its place in the course, and the ids it brings, its own first.

    `lesson` is None if the file could not be read as one at all.
    """

    page: Page
    lesson: Lesson | None = None
    ids: tuple[Word, ...] = ()


def leaf(path: Path, file: str) -> Leaf:
    """Read one lesson's file, which problems call `file`."""
    page = Page(file)
    text = text_of(path, page)
    written = None if text is None else script(text, page)
    return Leaf(page) if written is None else _leaf(written, page)


def _leaf(written: Script, page: Page) -> Leaf:
    table = Table(written.keys, name="the lesson", keys=_KEYS, page=page)
    known = sources(table)
    asked = quizzes(table, tuple(source.id for source in known))
    lesson = Lesson(
        id=table.slug("id"),
        number=0,
        week=0,
        title=table.text("title", most=40),
        objective=table.text("objective"),
        dimensions=_dimensions(table, page),
        skills=tuple(word.text for word in table.words("skills")),
        paragraphs=paragraphs(written.body, written.body_line, page),
        in_section=_in_section(table),
        sources=known,
        quizzes=tuple(quiz for quiz, _ in asked),
    )
    ids = (Word(lesson.id, table.line_of("id")), *(Word(quiz.id, line) for quiz, line in asked))
    return Leaf(page, lesson, tuple(word for word in ids if word.text))


def _dimensions(lesson: Table, page: Page) -> tuple[Dimension, ...]:
    found = (named(word, Dimension, page) for word in lesson.words("ds"))
    return tuple(dimension for dimension in found if dimension is not None)


def _in_section(lesson: Table) -> tuple[tuple[str, str], ...]:
    table = lesson.table("your_section", name="`your_section`", keys=FAMILIES)
    if table is None:
        return ()
    families = table if "default" in table else ("default", *table)
    return tuple((family, table.text(family, most=120)) for family in families)
