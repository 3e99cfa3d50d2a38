"""The shape JSON must have: small rules that find flaws, and are put together into larger ones."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import maxsize
from typing import Any, Literal

import regex

Path = tuple[str | int, ...]
Kind = Literal["missing", "unknown", "type", "length", "size", "choice", "form", "other"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Where something is wrong and how; each platform finds its own words for it.

    `low` and `high` bound a length or a size; `wants` names the property, the type or the values in question.
    """

    path: Path
    kind: Kind
    low: int = 0
    high: int = 0
    wants: str = ""


Rule = Callable[[Any], Sequence[Flaw]]
"""The flaws in a value, seen from there: whoever knows the value's place puts it before them (`under`). Hardly anything
has a flaw, so no rule finds out where it is before there is one to tell of.
"""
Count = Callable[[str], int]

NONE: tuple[Flaw, ...] = ()
HERE: Path = ()


def under(place: Path, flaws: Sequence[Flaw]) -> Sequence[Flaw]:
    """The same flaws, seen from further out."""
    return [replace(flaw, path=(*place, *flaw.path)) for flaw in flaws]


def utf16(text: str) -> int:
    """As LINE counts characters: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """As a reader counts characters."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


_GRAPHEME = regex.compile(r"\X")


def anything(_value: Any) -> Sequence[Flaw]:
    return NONE


def string(low: int = 0, high: int = 0, *, count: Count = utf16, form: str = "") -> Rule:
    """`high` 0 = as long as one likes; `form` = a pattern for the whole of it."""
    pattern, most = re.compile(form) if form else None, high or maxsize
    # no count finds more than two where a character is, or nothing where one is: so long a text need not be counted
    fitting = range(low, most // 2 + 1) if low <= 1 else range(0)

    def rule(value: Any) -> Sequence[Flaw]:
        if not isinstance(value, str):
            return (Flaw(HERE, "type", wants="string"),)
        if len(value) not in fitting and not low <= count(value) <= most:
            return (Flaw(HERE, "length", low, high),)
        if pattern and not pattern.fullmatch(value):
            return (Flaw(HERE, "form"),)
        return NONE

    return rule


def choice(*values: str) -> Rule:
    def rule(value: Any) -> Sequence[Flaw]:
        return NONE if value in values else (Flaw(HERE, "choice", wants=", ".join(values)),)

    return rule


def whole(low: int = 0, high: int | None = None) -> Rule:
    def rule(value: Any) -> Sequence[Flaw]:
        if not isinstance(value, int) or isinstance(value, bool):
            return (Flaw(HERE, "type", wants="integer"),)
        if value < low or (high is not None and value > high):
            return (Flaw(HERE, "form"),)
        return NONE

    return rule


def number(value: Any) -> Sequence[Flaw]:
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    return NONE if fits else (Flaw(HERE, "type", wants="number"),)


def flag(value: Any) -> Sequence[Flaw]:
    return NONE if isinstance(value, bool) else (Flaw(HERE, "type", wants="boolean"),)


def array(each: Rule, low: int, high: int) -> Rule:
    entries = every(each)

    def rule(value: Any) -> Sequence[Flaw]:
        if not isinstance(value, list):
            return (Flaw(HERE, "type", wants="array"),)
        if low <= len(value) <= high:
            return entries(value)
        return (Flaw(HERE, "size", low, high), *entries(value))

    return rule


def every(each: Rule) -> Rule:
    """What stands in a list, whatever its size; of what is no list it has nothing to say."""

    def rule(value: Any) -> Sequence[Flaw]:
        flaws: list[Flaw] = []
        for place, one in enumerate(value if isinstance(value, list) else ()):
            if found := each(one):
                flaws += under((place,), found)
        return flaws

    return rule


def fields(required: Mapping[str, Rule], optional: Mapping[str, Rule], *, closed: bool = False) -> Rule:
    """An object; null counts as absent; `closed` = no other properties."""
    known = {**required, **optional}

    def rule(value: Any) -> Sequence[Flaw]:
        if not isinstance(value, dict):
            return (Flaw(HERE, "type", wants="object"),)
        flaws = [Flaw((name,), "missing", wants=name) for name in required if value.get(name) is None]
        for name, given in value.items():
            if name not in known:
                flaws += (Flaw((name,), "unknown", wants=name),) if closed else NONE
            elif given is not None and (found := known[name](given)):
                flaws += under((name,), found)
        return flaws

    return rule


def by_type(table: Mapping[str, Rule]) -> Rule:
    """An object whose `type` says which rule holds; that rule need not look at the type again (`TYPED`)."""

    def rule(value: Any) -> Sequence[Flaw]:
        if not isinstance(value, dict):
            return (Flaw(HERE, "type", wants="object"),)
        kind = value.get("type")
        if isinstance(kind, str) and kind in table:
            return table[kind](value)
        if kind is None:
            return (Flaw(("type",), "missing", wants="type"),)
        return (Flaw(("type",), "choice", wants=str(kind)),)

    return rule


TYPED: Mapping[str, Rule] = {"type": anything}
"""What a rule in the table of `by_type` requires of the type by which it was found."""


def later(find: Callable[[], Rule]) -> Rule:
    """For shapes that contain themselves."""

    def rule(value: Any) -> Sequence[Flaw]:
        return find()(value)

    return rule


def all_of(*rules: Rule) -> Rule:
    def rule(value: Any) -> Sequence[Flaw]:
        flaws: list[Flaw] = []
        for each in rules:
            flaws += each(value)
        return flaws

    return rule
