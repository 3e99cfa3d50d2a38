"""A question's options: what each kind wants of them."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from lessons.bundle.table import Table
from lessons.model import Kind, Option
from lessons.understanding import NO, YES, plain

_KEYS: Final = ("text", "right", "why")
_LETTERS: Final = "ABCDE"
_LEAST: Final = {Kind.SINGLE: 3, Kind.MULTIPLE: 3, Kind.TRUEFALSE: 2, Kind.ORDERING: 3, Kind.POLL: 2}
_UNJUDGED: Final = {
    Kind.ORDERING: "the order they are written in is the right one, and the question's `why` explains it",
    Kind.POLL: "every answer is welcome; what you want to say afterwards is the question's `why`",
}


def options(quiz: Table, kind: Kind) -> tuple[Option, ...]:
    """The options as they are written, labelled; noted is whatever is wrong with them."""
    tables = quiz.tables("options", name="the option", keys=_KEYS)
    labels = ("○×" if kind is Kind.TRUEFALSE else _LETTERS).ljust(len(tables), "?")
    made = tuple(_option(table, label, kind) for label, table in zip(labels, tables, strict=False))
    if made:
        _count(quiz, kind, made)
        _judge(quiz, kind, made)
    _compare(tables, made)
    return made


def shuffled(written: Sequence[Option], quiz: str) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """Options that are written in the right order, as they are shown; and their labels in the right order.

    The same for everybody and whenever it is read, by the quiz's id alone: words may be mended while people answer.
    """
    places = sorted(range(len(written)), key=lambda place: sha256(f"{quiz}:{place}".encode()).digest())
    if places == sorted(places):
        places = [*places[1:], *places[:1]]
    shown = tuple(
        Option(label, written[place].text, right=False, why="")
        for label, place in zip(_LETTERS.ljust(len(places), "?"), places, strict=False)
    )
    return shown, tuple(shown[places.index(place)].label for place in range(len(places)))


def _option(table: Table, label: str, kind: Kind) -> Option:
    text = table.prose("text", most=60)
    if kind not in _UNJUDGED:
        return Option(label, text, table.flag("right"), table.prose("why", most=160))
    for key in ("right", "why"):
        if key in table:
            table.note(key, f"an option of `{kind}` has no `{key}`", _UNJUDGED[kind])
    return Option(label, text, right=False, why="")


def _count(quiz: Table, kind: Kind, made: Sequence[Option]) -> None:
    least, most = _LEAST[kind], 2 if kind is Kind.TRUEFALSE else len(_LETTERS)
    wanted = f"exactly {most}" if least == most else f"{least} to {most}"
    if not least <= len(made) <= most:
        quiz.note("options", f"the question has {len(made)} options", f"`{kind}` wants {wanted}")
    elif kind is Kind.TRUEFALSE and not _true_then_false(made):
        quiz.note(
            "options", "the options are not true, then false", "write 正しい (True) first and 正しくない (False) second"
        )


def _judge(quiz: Table, kind: Kind, made: Sequence[Option]) -> None:
    right = sum(option.right for option in made)
    if kind in _UNJUDGED:
        return
    if right == 0:
        quiz.note("options", "no option is right", "mark the right one with `right: true`")
    elif right > 1 and kind is not Kind.MULTIPLE:
        quiz.note("options", f"{right} options are right", f"`{kind}` wants one; otherwise make it `multiple`")


def _compare(tables: Sequence[Table], made: Sequence[Option]) -> None:
    counted = Counter(plain(option.text) for option in made if option.text)
    for table, option in zip(tables, made, strict=True):
        if counted[plain(option.text)] > 1:
            table.note("text", f"`{option.text}` is there twice", "nobody could tell the two options apart")


def _true_then_false(made: Sequence[Option]) -> bool:
    first, second = made
    return plain(first.text) in YES and plain(second.text) in NO
