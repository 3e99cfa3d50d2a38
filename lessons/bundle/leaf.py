"""One lesson's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lessons.bundle.faults import Page, Word
from lessons.bundle.prose import paragraphs
from lessons.bundle.quizzes import quizzes
from lessons.bundle.script import Script, script, text_of
from lessons.bundle.stating import stated
from lessons.bundle.table import Table, named
from lessons.dimension import Dimension
from lessons.facts import Fact
from lessons.model import FAMILIES, Lesson

_KEYS: Final = ("id", "title", "objective", "ds", "skills", "facts", "your_section", "questions")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A lesson before it has its place in the course, and the ids it brings, its own first.

    `lesson` is None if the file could not be read as one at all.
    """

    page: Page
    lesson: Lesson | None = None
    ids: tuple[Word, ...] = ()


def leaf(path: Path, file: str, facts: Mapping[str, Fact] | None, language: str, words: Mapping[str, str]) -> Leaf:
    """Read one lesson's file, which problems call `file`; it may state these facts, in this language, and use these
    names.
    """
    page = Page(file, facts, language, words)
    text = text_of(path, page)
    written = None if text is None else script(text, page)
    return Leaf(page) if written is None else _leaf(written, page)


def _leaf(written: Script, page: Page) -> Leaf:
    table = Table(written.keys, name="the lesson", keys=_KEYS, page=page)
    for word in table.words("facts") if "facts" in table else ():
        stated(word, page)
    text = paragraphs(written.body, written.body_line, page)
    in_section = _in_section(table)
    asked = quizzes(table)
    if not page.stated and page.facts is not None:
        page.note(table.line, "the lesson states no fact", "name one in `facts`, in a question or in a text")
    lesson = Lesson(
        id=table.slug("id"),
        number=0,
        week=0,
        title=table.text("title", most=40),
        objective=table.text("objective"),
        dimensions=_dimensions(table, page),
        skills=tuple(word.text for word in table.words("skills")),
        paragraphs=text,
        in_section=in_section,
        facts=tuple(page.facts[key] for key in page.stated) if page.facts else (),
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
    return tuple((family, table.prose(family, most=120)) for family in families)
