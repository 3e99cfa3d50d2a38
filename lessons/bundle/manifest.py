"""A course's manifest: what it is called, and its lessons in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex

from lessons.bundle.faults import Page, Word
from lessons.bundle.script import mapping, text_of
from lessons.bundle.table import Table
from lessons.model import Course
from lessons.phrases import LANGUAGES

FILE: Final = "course.yaml"
_KEYS: Final = ("id", "title", "edition", "language", "licence", "description", "weeks", "readings")
_READING_KEYS: Final = ("title", "description", "weeks")
_WEEK_KEYS: Final = ("title", "lessons")
_LANGUAGE: Final = regex.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Titles:
    """What the course and its weeks are called in another language."""

    language: str
    title: str
    description: str
    weeks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The course without its lessons, and what its weeks shall hold: their titles, and their lessons' ids."""

    page: Page
    course: Course | None = None
    weeks: tuple[tuple[str, tuple[Word, ...]], ...] = ()
    titles: tuple["Titles", ...] = ()

    @property
    def listed(self) -> tuple[Word, ...]:
        """The ids of all lessons in order."""
        return tuple(word for _, words in self.weeks for word in words)


def manifest(folder: Path) -> Manifest:
    """Read a bundle's manifest."""
    page = Page(FILE)
    text = text_of(folder / FILE, page)
    node = None if text is None else mapping(text, page)
    if node is None:
        return Manifest(page)
    table = Table(node, name="the course", keys=_KEYS, page=page)
    weeks = table.tables("weeks", name="the week", keys=_WEEK_KEYS)
    listed = tuple((week.text("title"), week.words("lessons")) for week in weeks)
    return Manifest(page, _course(table), listed, tuple(_titles(table, len(weeks))))


def _titles(course: Table, weeks: int) -> Iterator[Titles]:
    readings = course.table("readings", name="`readings`", keys=LANGUAGES) if "readings" in course else None
    if readings is None:
        return
    for language in readings:
        table = readings.table(language, name=f"the reading `{language}`", keys=_READING_KEYS)
        if table is None:
            continue
        if course.text("language") == language:
            readings.note(language, f"the course is in `{language}` already", "a reading is in another language")
        named = table.words("weeks")
        if named and len(named) != weeks:
            table.note("weeks", f"the reading names {len(named)} weeks", f"the course has {weeks}")
        yield Titles(language, table.text("title"), table.text("description"), tuple(word.text for word in named))


def _course(table: Table) -> Course:
    return Course(
        id=table.slug("id"),
        title=table.text("title"),
        edition=table.text("edition"),
        language=_language(table),
        licence=table.text("licence"),
        description=table.text("description"),
        weeks=(),
    )


def _language(table: Table) -> str:
    language = table.text("language")
    if language and not _LANGUAGE.fullmatch(language):
        table.note("language", f"`{language[:20]}` is no language", "write its code, such as ja or en")
    return language
