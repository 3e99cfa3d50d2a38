"""A lesson in another language: only its words, or its title alone; what is right stays where the course's own language
says it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lessons.bundle.faults import Page
from lessons.bundle.leaf import Leaf
from lessons.bundle.prose import paragraphs
from lessons.bundle.script import Script, script, text_of
from lessons.bundle.table import Table
from lessons.facts import Fact
from lessons.model import FAMILIES, Kind, Lesson, Option, Quiz
from lessons.phrases import LANGUAGES
from lessons.understanding import NO, YES, plain

_KEYS: Final = ("id", "title", "objective", "your_section", "questions")
_QUESTION_KEYS: Final = ("id", "text", "options", "low", "high", "unit", "accepted", "why")
_OPTION_KEYS: Final = ("text", "why")
_BEYOND_THE_TITLE: Final = frozenset({"your_section", "questions"})
_WIDER: Final = 2  # times as many characters as Japanese where a language has letters


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says in one language; `lesson` is None if it cannot be read, or is no lesson's."""

    page: Page
    language: str
    lesson: Lesson | None = None


def language_of(path: Path) -> str:
    """The language that a file's name says, as in 01-why.en.md; empty for a lesson's own file."""
    return next((language for language in LANGUAGES if path.name.endswith(f".{language}.md")), "")


def reading(
    path: Path, file: str, leaves: Sequence[Leaf], *, own: str, words: Callable[[str], Mapping[str, str]]
) -> Reading:
    """Read the file, which problems call `file`, as a reading of the lesson whose file has the same name without the
    language; `words` tells what names stand for in a language.
    """
    language = language_of(path)
    beside = f"{file.removesuffix(f'.{language}.md')}.md"
    base = next((leaf for leaf in leaves if leaf.page.file == beside), None)
    page = Page(file, _facts(base), language, words(language))
    if base is None:
        page.note(1, f"there is no `{beside}`", "a reading stands beside the lesson it reads")
    if language == own:
        page.note(1, f"the course is in `{own}` already", "a reading is in another language")
    text = text_of(path, page)
    written = None if text is None else script(text, page)
    if base is None or base.lesson is None or written is None:
        return Reading(page, language)
    return Reading(page, language, _lesson(written, base.lesson, page, _WIDER if language == "en" else 1))


def is_title_alone(written: Script) -> bool:
    """Whether a reading says what its lesson is called and for, and leaves all else in the course's own words."""
    return not written.body.strip() and _BEYOND_THE_TITLE.isdisjoint(key.value for key, _ in written.keys.value)


def _facts(base: Leaf | None) -> dict[str, Fact] | None:
    """A reading states what its lesson states."""
    if base is None or base.lesson is None or base.page.facts is None:
        return None
    return {fact.id: fact for fact in base.lesson.facts}


def _lesson(written: Script, base: Lesson, page: Page, wider: int) -> Lesson:
    table = Table(written.keys, name="the reading", keys=_KEYS, page=page)
    if (said := table.slug("id")) and base.id and said != base.id:
        table.note("id", f"the id is `{said}`", f"the lesson's own file says `{base.id}`")
    named = replace(base, title=table.text("title", most=40 * wider), objective=table.text("objective"))
    if is_title_alone(written):
        return named
    return replace(
        named,
        paragraphs=paragraphs(written.body, written.body_line, page, wider=wider),
        in_section=tuple(_in_section(table, base, wider)),
        quizzes=_quizzes(table, base, wider),
    )


def _in_section(lesson: Table, base: Lesson, wider: int) -> Iterator[tuple[str, str]]:
    """The sentences that are there; the lesson's own for the others would be in another language, so they are not."""
    table = lesson.table("your_section", name="`your_section`", keys=FAMILIES)
    if table is None:
        return
    for family, _ in base.in_section:
        yield family, table.prose(family, most=120 * wider)
    for family in table:
        if family not in dict(base.in_section):
            table.note(family, f"the lesson has no sentence for `{family}`", "a reading says what the lesson says")


def _quizzes(lesson: Table, base: Lesson, wider: int) -> tuple[Quiz, ...]:
    tables = lesson.tables("questions", name="the question", keys=_QUESTION_KEYS)
    found = {table.text("id"): table for table in tables}
    known = {quiz.id for quiz in base.quizzes}
    for said, table in found.items():
        if said and said not in known:
            table.note("id", f"the lesson has no question `{said}`", f"it has {', '.join(sorted(known))}")
    for quiz in base.quizzes:
        if tables and quiz.id not in found:
            lesson.note(
                "questions", f"the question `{quiz.id}` is missing", "a reading has all of a lesson's questions"
            )
    return tuple(_quiz(found[quiz.id], quiz, wider) for quiz in base.quizzes if quiz.id in found)


def _quiz(table: Table, base: Quiz, wider: int) -> Quiz:
    words = table.words("accepted") if "accepted" in table else ()
    unit = table.text("unit", most=10 * wider) if base.number and base.number.unit else ""
    return replace(
        base,
        text=table.prose("text", most=140 * wider),
        options=_steps(table, base, wider) if base.kind is Kind.SCALE else _options(table, base, wider),
        number=replace(base.number, unit=unit) if base.number else None,
        accepted=tuple(dict.fromkeys((*(word.text for word in words), *base.accepted))),
        why=table.prose("why", most=160 * wider) if base.why else "",
    )


def _steps(quiz: Table, base: Quiz, wider: int) -> tuple[Option, ...]:
    """The words at the two ends of a scale."""
    low, *between, high = base.options
    low_text, high_text = (quiz.text(key, most=20 * wider) for key in ("low", "high"))
    return replace(low, text=low_text), *between, replace(high, text=high_text)


def _options(quiz: Table, base: Quiz, wider: int) -> tuple[Option, ...]:
    """In the order in which the lesson's own file has them; where things are to be put in order, that is the right one,
    and they come back as they are shown.
    """
    if not base.options:
        return ()
    asked = [option for label in base.order if (option := base.option(label))] or base.options
    tables = quiz.tables("options", name="the option", keys=_OPTION_KEYS)
    if tables and len(tables) != len(asked):
        quiz.note("options", f"the question has {len(tables)} options", f"the lesson's own has {len(asked)}")
    options = tuple(_option(table, each, wider) for table, each in zip(tables, asked, strict=False))
    if base.kind is Kind.TRUEFALSE and len(options) == 2 and not _true_then_false(options):
        quiz.note(
            "options", "the options are not true, then false", "write 正しい (True) first and 正しくない (False) second"
        )
    return tuple(sorted(options, key=lambda option: option.label)) if base.order else options


def _option(table: Table, base: Option, wider: int) -> Option:
    why = table.prose("why", most=160 * wider) if base.why else ""
    return replace(base, text=table.prose("text", most=60 * wider), why=why)


def _true_then_false(options: Sequence[Option]) -> bool:
    first, second = options
    return plain(first.text) in YES and plain(second.text) in NO
