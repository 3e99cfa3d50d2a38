"""The shape JSON must have: small rules that find flaws, and are put together into larger ones."""

from collections.abc import Callable, Iterator, Mapping
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


Rule = Callable[[Any, Path], Iterator[Flaw]]
Count = Callable[[str], int]


def utf16(text: str) -> int:
    """As LINE counts characters: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """As a reader counts characters."""
    return sum(1 for _ in regex.finditer(r"\X", text))


def anything(_value: Any, _path: Path) -> Iterator[Flaw]:
    yield from ()


def string(low: int = 0, high: int = 0, *, count: Count = utf16, form: str = "") -> Rule:
    """`high` 0 = as long as one likes; `form` = a pattern for the whole of it."""
    pattern = regex.compile(form) if form else None

    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        if not isinstance(value, str):
            yield Flaw(path, "type", wants="string")
        elif not low <= (length := count(value)) or (high and length > high):
            yield Flaw(path, "length", low, high)
        elif pattern and not pattern.fullmatch(value):
            yield Flaw(path, "form")

    return rule


def choice(*values: str) -> Rule:
    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        if value not in values:
            yield Flaw(path, "choice", wants=", ".join(values))

    return rule


def whole(low: int = 0, high: int | None = None) -> Rule:
    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield Flaw(path, "type", wants="integer")
        elif value < low or (high is not None and value > high):
            yield Flaw(path, "form")

    return rule


def number(value: Any, path: Path) -> Iterator[Flaw]:
    if not isinstance(value, int | float) or isinstance(value, bool):
        yield Flaw(path, "type", wants="number")


def flag(value: Any, path: Path) -> Iterator[Flaw]:
    if not isinstance(value, bool):
        yield Flaw(path, "type", wants="boolean")


def array(each: Rule, low: int, high: int) -> Rule:
    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        if not isinstance(value, list):
            yield Flaw(path, "type", wants="array")
            return
        if not low <= len(value) <= high:
            yield Flaw(path, "size", low, high)
        for place, one in enumerate(value):
            yield from each(one, (*path, place))

    return rule


def fields(required: Mapping[str, Rule], optional: Mapping[str, Rule], *, closed: bool = False) -> Rule:
    """An object; null counts as absent; `closed` = no other properties."""
    known = {**required, **optional}

    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        if not isinstance(value, dict):
            yield Flaw(path, "type", wants="object")
            return
        for name in required:
            if value.get(name) is None:
                yield Flaw((*path, name), "missing", wants=name)
        for name, given in value.items():
            if name in known and given is not None:
                yield from known[name](given, (*path, name))
            elif closed and name not in known:
                yield Flaw((*path, name), "unknown", wants=name)

    return rule


def by_type(table: Mapping[str, Rule]) -> Rule:
    """An object whose `type` says which rule holds."""

    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        if not isinstance(value, dict):
            yield Flaw(path, "type", wants="object")
        elif value.get("type") is None:
            yield Flaw((*path, "type"), "missing", wants="type")
        elif isinstance(value["type"], str) and value["type"] in table:
            yield from table[value["type"]](value, path)
        else:
            yield Flaw((*path, "type"), "choice", wants=str(value["type"]))

    return rule


def later(find: Callable[[], Rule]) -> Rule:
    """For shapes that contain themselves."""

    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        yield from find()(value, path)

    return rule


def all_of(*rules: Rule) -> Rule:
    def rule(value: Any, path: Path) -> Iterator[Flaw]:
        for each in rules:
            yield from each(value, path)

    return rule
