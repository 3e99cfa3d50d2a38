"""A lesson's questions and their options."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from lessons.bundle.table import Table
from lessons.model import Kind, Option, Quiz
from lessons.understanding import NO, YES, plain

_KEYS: Final = ("id", "kind", "scenario", "source", "text", "options")
_OPTION_KEYS: Final = ("text", "right", "why")
_MOST: Final = 3  # questions a lesson
_LABELS: Final = {Kind.SINGLE: "ABCDE", Kind.MULTIPLE: "ABCDE", Kind.TRUEFALSE: "○×"}
_LEAST_OPTIONS: Final = {Kind.SINGLE: 3, Kind.MULTIPLE: 3, Kind.TRUEFALSE: 2}


def quizzes(lesson: Table, known: tuple[str, ...]) -> tuple[tuple[Quiz, int], ...]:
    """The lesson's questions, one to three, each with the line it begins on."""
    tables = lesson.tables("questions", name="the question", keys=_KEYS)
    if len(tables) > _MOST:
        lesson.note("questions", f"the lesson has {len(tables)} questions", f"at most {_MOST} fit into three minutes")
    return tuple((_quiz(table, known), table.line) for table in tables)


def _quiz(table: Table, known: tuple[str, ...]) -> Quiz:
    kind = table.name_of("kind", Kind)
    source = table.text("source")
    if source and known and source not in known:
        table.note("source", f"`{source}` is none of the lesson's sources", f"known are {', '.join(known)}")
    return Quiz(
        id=table.slug("id"),
        kind=kind or Kind.SINGLE,
        text=table.text("text", most=140),
        options=_options(table, kind),
        source=source,
        scenario=table.flag("scenario"),
    )


def _options(quiz: Table, kind: Kind | None) -> tuple[Option, ...]:
    tables = quiz.tables("options", name="the option", keys=_OPTION_KEYS)
    labels = _LABELS[kind or Kind.SINGLE].ljust(len(tables), "?")
    options = tuple(
        Option(label, table.text("text", most=60), table.flag("right"), table.text("why", most=160))
        for label, table in zip(labels, tables, strict=False)
    )
    if options and kind:
        _count(quiz, kind, options)
        _judge(quiz, kind, options)
    _compare(tables, options)
    return options


def _count(quiz: Table, kind: Kind, options: Sequence[Option]) -> None:
    least, most = _LEAST_OPTIONS[kind], len(_LABELS[kind])
    wanted = f"exactly {most}" if least == most else f"{least} to {most}"
    if not least <= len(options) <= most:
        quiz.note("options", f"the question has {len(options)} options", f"`{kind}` wants {wanted}")
    elif kind is Kind.TRUEFALSE and not _true_then_false(options):
        quiz.note(
            "options", "the options are not true, then false", "write 正しい (True) first and 正しくない (False) second"
        )


def _judge(quiz: Table, kind: Kind, options: Sequence[Option]) -> None:
    right = sum(option.right for option in options)
    if right == 0:
        quiz.note("options", "no option is right", "mark the right one with `right: true`")
    elif right > 1 and kind is not Kind.MULTIPLE:
        quiz.note("options", f"{right} options are right", f"`{kind}` wants one; otherwise make it `multiple`")


def _compare(tables: Sequence[Table], options: Sequence[Option]) -> None:
    counted = Counter(plain(option.text) for option in options if option.text)
    for table, option in zip(tables, options, strict=True):
        if counted[plain(option.text)] > 1:
            table.note("text", f"`{option.text}` is there twice", "nobody could tell the two options apart")


def _true_then_false(options: Sequence[Option]) -> bool:
    first, second = options
    return plain(first.text) in YES and plain(second.text) in NO
