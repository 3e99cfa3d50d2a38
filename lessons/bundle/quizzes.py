"""A lesson's questions, of every kind."""

from typing import Final

from lessons.bundle.answers import accepted, number, steps
from lessons.bundle.faults import Word
from lessons.bundle.options import options, shuffled
from lessons.bundle.stating import asked_about, stated
from lessons.bundle.table import Table
from lessons.facts import Fact
from lessons.model import Kind, Option, Quiz

_COMMON: Final = ("id", "kind", "scenario", "fact", "text")
_OWN: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.SINGLE: ("options",),
    Kind.TRUEFALSE: ("options",),
    Kind.MULTIPLE: ("options",),
    Kind.ORDERING: ("options", "why"),
    Kind.NUMBER: ("number", "why"),
    Kind.SHORT: ("accepted", "why"),
    Kind.POLL: ("options", "why"),
    Kind.SCALE: ("low", "high", "why"),
    Kind.REFLECTION: ("why",),
}
_KEYS: Final = (*_COMMON, *dict.fromkeys(key for keys in _OWN.values() for key in keys))
_MOST: Final = 3  # questions a lesson


def quizzes(lesson: Table) -> tuple[tuple[Quiz, int], ...]:
    """The lesson's questions, one to three, each with the line it begins on."""
    tables = lesson.tables("questions", name="the question", keys=_KEYS)
    if len(tables) > _MOST:
        lesson.note("questions", f"the lesson has {len(tables)} questions", f"at most {_MOST} fit into three minutes")
    return tuple((_quiz(table), table.line) for table in tables)


def _quiz(table: Table) -> Quiz:
    key, kind = table.slug("id"), table.name_of("kind", Kind)
    shown, order = _options(table, key, kind)
    if kind:
        _stray(table, kind)
    return Quiz(
        id=key,
        kind=kind or Kind.SINGLE,
        text=table.prose("text", most=140),
        options=shown,
        fact=_fact(table, kind),
        scenario=table.flag("scenario"),
        order=order,
        number=number(table) if kind is Kind.NUMBER else None,
        accepted=accepted(table) if kind is Kind.SHORT else (),
        why=_why(table, kind),
    )


def _options(table: Table, key: str, kind: Kind | None) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """The options as they are shown, and their labels in the right order where order is asked for."""
    if kind is Kind.SCALE:
        return steps(table), ()
    if kind is None or "options" not in _OWN[kind]:
        return (), ()
    written = options(table, kind)
    return shuffled(written, key) if kind is Kind.ORDERING else (written, ())


def _stray(table: Table, kind: Kind) -> None:
    """A key of another kind would be passed over in silence."""
    for key in table:
        if key not in (*_COMMON, *_OWN[kind]):
            table.note(key, f"`{kind}` has no `{key}`", f"it has {', '.join(_OWN[kind])}")


def _fact(table: Table, kind: Kind | None) -> Fact | None:
    """Where something can be right or wrong it rests on a fact, and on one that may be asked about."""
    line = table.line_of("fact")
    if kind is None or kind.scored:
        return asked_about(Word(table.text("fact"), line), table.page)
    return stated(Word(table.optional("fact"), line), table.page)


def _why(table: Table, kind: Kind | None) -> str:
    """What no option can explain is explained here; where nothing is right, a last word is welcome."""
    needed = kind in {Kind.ORDERING, Kind.NUMBER, Kind.SHORT}
    welcome = kind and "why" in _OWN[kind] and table.has("why")
    return table.prose("why", most=160) if needed or welcome else ""
