"""What is right where no option is: a number, a short text; and the five steps of a scale."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from lessons.bundle.faults import Word
from lessons.bundle.table import Table, graphemes
from lessons.model import Number, Option
from lessons.understanding import folded, has_letters

_KEYS: Final = ("value", "tolerance", "unit")
_STEPS: Final = "12345"
_SHORT: Final = 40  # characters of a short answer


def number(quiz: Table) -> Number | None:
    """What the number must be; None, and a note, if nothing is said of it."""
    table = quiz.table("number", name="`number`", keys=_KEYS)
    if table is None:
        return None
    value = table.decimal("value")
    tolerance = table.decimal("tolerance") if "tolerance" in table else Decimal(0)
    if tolerance < 0:
        table.note("tolerance", f"`tolerance` is {tolerance}", "write how far off still counts: 0 or more")
    unit = table.text("unit", most=10) if "unit" in table else ""
    if any(mark.isdigit() for mark in unit):
        table.note("unit", f"`unit` has a digit in it ({unit})", "nobody could tell it from the number")
    return Number(value, tolerance, unit)


def accepted(quiz: Table) -> tuple[str, ...]:
    """The short texts that are right: at least one, none twice, each with something to be heard in it."""
    words = quiz.words("accepted")
    for place, word in enumerate(words):
        _check(quiz, word, words[:place])
    return tuple(word.text for word in words)


def steps(quiz: Table) -> tuple[Option, ...]:
    """Five steps, of which the first and the last carry words."""
    low, high = quiz.text("low", most=20), quiz.text("high", most=20)
    if low and folded(low) == folded(high):
        quiz.note("high", "`low` and `high` say the same", "say what 1 means and what 5 means")
    texts = (low, "", "", "", high)
    return tuple(Option(label, text, right=False, why="") for label, text in zip(_STEPS, texts, strict=True))


def _check(quiz: Table, word: Word, before: Sequence[Word]) -> None:
    if (length := graphemes(word.text)) > _SHORT:
        why = f"at most {_SHORT} fit; ask for something shorter"
        quiz.page.note(word.line, f"`{word.text[:20]}…` is {length} characters long", why)
    if not has_letters(word.text):
        quiz.page.note(word.line, f"`{word.text}` has no letter or digit in it", "nobody could type it")
    elif any(folded(word.text) == folded(other.text) for other in before):
        why = "width, case, kana, spaces and punctuation do not matter"
        quiz.page.note(word.line, f"`{word.text}` is accepted already", why)
