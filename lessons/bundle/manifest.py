"""A course's manifest: what it is called, and its lessons in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_KEYS: Final = (
    "id",
    "title",
    "edition",
    "language",
    "licence",
    "description",
    "weeks",
    "readings",
    "words",
    "tools_on",
)
_WORD_KEYS: Final = ("name", "default", "readings")
_NAME: Final = regex.compile(r"[a-z0-9-]+\.[a-z0-9-]+")
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
class Name:
    """A name that texts put in, as desk.security, and what it stands for unless an organisation says otherwise."""

    word: Word
    default: str
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The course without its lessons, and what its weeks shall hold: their titles, and their lessons' ids."""

    page: Page
    course: Course | None = None
    weeks: tuple[tuple[str, tuple[Word, ...]], ...] = ()
    titles: tuple["Titles", ...] = ()
    words: tuple["Name", ...] = ()

    def says(self, language: str, own: Mapping[str, str]) -> dict[str, str]:
        """What each name stands for in that language: the organisation's own word, or the course's."""
        said = {each.word.text: dict(each.readings).get(language, each.default) for each in self.words}
        return said | {name: word for name, word in own.items() if name in said}

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
    titles, names = tuple(_titles(table, len(weeks))), tuple(_names(table))
    _check_tools_on(table, listed)
    return Manifest(page, _course(table), listed, titles, names)


def unnamed(plan: Manifest, pages: Iterable[Page]) -> None:
    """Note every name that no page uses."""
    used = {name for page in pages for name in page.named}
    for each in plan.words:
        if each.word.text not in used:
            why = f"use it in a text, as {{{each.word.text}}}, or take it out here"
            plan.page.note(each.word.line, f"nothing uses the word `{each.word.text}`", why)


def _names(course: Table) -> Iterator[Name]:
    tables = course.tables("words", name="the word", keys=_WORD_KEYS) if "words" in course else ()
    known: set[str] = set()
    for table in tables:
        name = table.text("name")
        if name and not _NAME.fullmatch(name):
            table.note("name", f"`{name[:40]}` is no name", "write two parts with a dot between, as desk.security")
        if name in known:
            table.note("name", f"the word `{name}` is there twice", "once is enough")
        known.add(name)
        readings = table.table("readings", name="`readings`", keys=LANGUAGES) if "readings" in table else None
        spoken = tuple((language, readings.text(language)) for language in readings) if readings else ()
        yield Name(Word(name, table.line_of("name")), table.text("default"), spoken)


def _check_tools_on(course: Table, weeks: Sequence[tuple[str, tuple[Word, ...]]]) -> None:
    said = course.optional("tools_on")
    if said and said not in {word.text for _, words in weeks for word in words}:
        course.note("tools_on", f"`{said}` is no lesson of the course", "name the lesson that shows the list of tools")


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
        tools_on=table.optional("tools_on"),
    )


def _language(table: Table) -> str:
    language = table.text("language")
    if language and not _LANGUAGE.fullmatch(language):
        table.note("language", f"`{language[:20]}` is no language", "write its code, such as ja or en")
    return language
