"""The shape JSON must have: small rules that find flaws, and are put together into larger ones."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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


Rule = Callable[[Any, Path], Iterable[Flaw]]
Count = Callable[[str], int]

_NONE: tuple[Flaw, ...] = ()


def utf16(text: str) -> int:
    """As LINE counts characters: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """As a reader counts characters."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


_GRAPHEME = regex.compile(r"\X")


def anything(_value: Any, _path: Path) -> Iterable[Flaw]:
    return _NONE


def string(low: int = 0, high: int = 0, *, count: Count = utf16, form: str = "") -> Rule:
    """`high` 0 = as long as one likes; `form` = a pattern for the whole of it."""
    pattern = regex.compile(form) if form else None

    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        if not isinstance(value, str):
            return (Flaw(path, "type", wants="string"),)
        if not low <= (length := count(value)) or (high and length > high):
            return (Flaw(path, "length", low, high),)
        if pattern and not pattern.fullmatch(value):
            return (Flaw(path, "form"),)
        return _NONE

    return rule


def choice(*values: str) -> Rule:
    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        return _NONE if value in values else (Flaw(path, "choice", wants=", ".join(values)),)

    return rule


def whole(low: int = 0, high: int | None = None) -> Rule:
    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        if not isinstance(value, int) or isinstance(value, bool):
            return (Flaw(path, "type", wants="integer"),)
        if value < low or (high is not None and value > high):
            return (Flaw(path, "form"),)
        return _NONE

    return rule


def number(value: Any, path: Path) -> Iterable[Flaw]:
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    return _NONE if fits else (Flaw(path, "type", wants="number"),)


def flag(value: Any, path: Path) -> Iterable[Flaw]:
    return _NONE if isinstance(value, bool) else (Flaw(path, "type", wants="boolean"),)


def array(each: Rule, low: int, high: int) -> Rule:
    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        if not isinstance(value, list):
            return (Flaw(path, "type", wants="array"),)
        flaws = [] if low <= len(value) <= high else [Flaw(path, "size", low, high)]
        for place, one in enumerate(value):
            flaws += each(one, (*path, place))
        return flaws

    return rule


def fields(required: Mapping[str, Rule], optional: Mapping[str, Rule], *, closed: bool = False) -> Rule:
    """An object; null counts as absent; `closed` = no other properties."""
    known = {**required, **optional}

    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        if not isinstance(value, dict):
            return (Flaw(path, "type", wants="object"),)
        flaws = [Flaw((*path, name), "missing", wants=name) for name in required if value.get(name) is None]
        for name, given in value.items():
            if name not in known:
                flaws += (Flaw((*path, name), "unknown", wants=name),) if closed else _NONE
            elif given is not None:
                flaws += known[name](given, (*path, name))
        return flaws

    return rule


def by_type(table: Mapping[str, Rule]) -> Rule:
    """An object whose `type` says which rule holds."""

    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        if not isinstance(value, dict):
            return (Flaw(path, "type", wants="object"),)
        kind = value.get("type")
        if kind is None:
            return (Flaw((*path, "type"), "missing", wants="type"),)
        if isinstance(kind, str) and kind in table:
            return table[kind](value, path)
        return (Flaw((*path, "type"), "choice", wants=str(kind)),)

    return rule


def later(find: Callable[[], Rule]) -> Rule:
    """For shapes that contain themselves."""

    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        return find()(value, path)

    return rule


def all_of(*rules: Rule) -> Rule:
    def rule(value: Any, path: Path) -> Iterable[Flaw]:
        return [flaw for each in rules for flaw in each(value, path)]

    return rule
