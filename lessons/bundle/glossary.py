"""The words a course explains, one plain line each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final
from unicodedata import normalize

import regex

from lessons.bundle.faults import Page
from lessons.bundle.script import mapping, text_of
from lessons.bundle.table import Table
from lessons.model import Course, Lesson
from lessons.phrases import LANGUAGES
from lessons.term import Term
from lessons.understanding import folded

FILE: Final = "glossary.yaml"
_KEYS: Final = ("term", "yomi", "says", "lesson", "also", "readings")
_READING_KEYS: Final = ("term", "says")
_LONGEST: Final = 30  # characters of a word
_LINE: Final = 60  # characters of what is said about it
_WIDER: Final = 2  # times as many where a language has letters
_KANA: Final = regex.compile(r"[\p{Hiragana}\p{Katakana}ー・ ]+")
_RUNS: Final = ("[a-z0-9]", r"[\p{Katakana}ー]")  # a word in these ends where the run ends


@dataclass(frozen=True, slots=True)
class Entry:
    """One word, as the course's own language says it and as others do, and the table it stands in."""

    own: Term
    others: tuple[tuple[str, Term], ...]
    table: Table

    def spoken(self, language: str) -> Term:
        """The word in that language, or as it is where it has no such reading."""
        return dict(self.others).get(language, self.own)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The file while it is read; without entries where there is none."""

    page: Page
    entries: tuple[Entry, ...] = ()


def glossary(folder: Path, *, own: str) -> Glossary:
    """Read a bundle's glossary, if it has one; `own` is the course's language."""
    page, path = Page(FILE), folder / FILE
    text = text_of(path, page) if path.exists() else None
    node = None if text is None else mapping(text, page)
    if node is None:
        return Glossary(page)
    tables = Table(node, name="the glossary", keys=("terms",), page=page).tables("terms", name="the term", keys=_KEYS)
    entries = tuple(_entry(table, own) for table in tables)
    _compare(entries)
    return Glossary(page, entries)


def match(words: Glossary, lessons: Sequence[Lesson], *, every: bool) -> None:
    """Note each word that the lesson it names does not use, or that an earlier one uses: `lessons` in order, and
    whether these are `every` one of the course.
    """
    texts = {lesson.id: "\n".join(_texts(lesson)) for lesson in lessons}
    spoken = {key: _leveled(text) for key, text in texts.items()}
    for entry in words.entries:
        if entry.own.lesson in spoken:
            _place(entry, spoken)
        elif every and entry.own.lesson:
            entry.table.note("lesson", f"there is no lesson `{entry.own.lesson}`", "name the one that uses it first")


def explained(course: Course, words: Glossary) -> Course:
    """The course, and each of its readings, with its words."""
    readings = (
        (language, replace(each, glossary=tuple(entry.spoken(language) for entry in words.entries)))
        for language, each in course.readings
    )
    return replace(course, readings=tuple(readings), glossary=tuple(entry.own for entry in words.entries))


def _entry(table: Table, own: str) -> Entry:
    also = tuple(word.text for word in table.words("also")) if "also" in table else ()
    term = Term(
        term=table.text("term", most=_LONGEST),
        beside=_yomi(table),
        says=_line(table, _LINE),
        lesson=table.slug("lesson"),
        also=also,
    )
    return Entry(term, tuple(_readings(table, term, own)), table)


def _yomi(table: Table) -> str:
    yomi = table.text("yomi", most=_LINE)
    if yomi and not _KANA.fullmatch(yomi):
        table.note("yomi", f"`{yomi[:_LONGEST]}` is not kana", "write it as it is read aloud, as えるじーわん")
    return yomi


def _line(table: Table, most: int) -> str:
    says = table.text("says", most=most)
    if "\n" in says:
        table.note("says", "`says` has several lines", "one plain line is enough")
    return says


def _readings(entry: Table, term: Term, own: str) -> Iterator[tuple[str, Term]]:
    readings = entry.table("readings", name="`readings`", keys=LANGUAGES) if "readings" in entry else None
    if readings is None:
        return
    for language in readings:
        table = readings.table(language, name=f"the reading `{language}`", keys=_READING_KEYS)
        if table is None:
            continue
        if language == own:
            readings.note(language, f"the course is in `{own}` already", "a reading is in another language")
        wider = _WIDER if language == "en" else 1
        said = table.text("term", most=_LONGEST * wider)
        beside = "" if folded(said) == folded(term.term) else term.term
        says = _line(table, _LINE * wider)
        yield language, replace(term, term=said, beside=beside, says=says, also=(term.beside, *term.also))


def _compare(entries: Sequence[Entry]) -> None:
    """Two words of one name could not be told apart by whoever asks."""
    lines: dict[str, int] = {}
    for entry in entries:
        for name in dict.fromkeys(filter(None, map(folded, (entry.own.term, *entry.own.also)))):
            if name in lines:
                entry.table.note("term", f"`{entry.own.term}` is there twice", f"line {lines[name]} has it already")
            lines.setdefault(name, entry.table.line)


def _place(entry: Entry, spoken: dict[str, str]) -> None:
    names = [_leveled(name) for name in (entry.own.term, *entry.own.also) if name]
    first = next((key for key, text in spoken.items() if any(_stands_in(name, text) for name in names)), None)
    if first == entry.own.lesson or not names:
        return
    if any(_stands_in(name, spoken[entry.own.lesson]) for name in names):
        entry.table.note("lesson", f"`{entry.own.term}` appears earlier", f"`{first}` uses it already: name that one")
    else:
        what = f"`{entry.own.term}` does not stand in `{entry.own.lesson}`"
        entry.table.note("lesson", what, "name the lesson that uses it first, or its spelling there under `also`")


def _stands_in(name: str, text: str) -> bool:
    """Whether the word stands there: letters and katakana as a word of their own, not as a part of a longer one."""
    if name not in text:
        return False
    before, behind = (next((run for run in _RUNS if regex.fullmatch(run, mark)), "") for mark in (name[0], name[-1]))
    left, right = f"(?<!{before})" if before else "", f"(?!{behind})" if behind else ""
    return regex.search(left + regex.escape(name) + right, text) is not None


def _leveled(text: str) -> str:
    return normalize("NFKC", text).casefold()


def _texts(lesson: Lesson) -> Iterator[str]:
    """Everything a learner reads of the lesson."""
    yield from (lesson.title, *lesson.paragraphs)
    yield from (sentence for _, sentence in lesson.in_section)
    for quiz in lesson.quizzes:
        yield from (quiz.text, quiz.why, *quiz.accepted)
        yield from chain.from_iterable((option.text, option.why) for option in quiz.options)
