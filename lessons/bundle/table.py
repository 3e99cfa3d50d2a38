"""One mapping of a bundle, read key by key."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, TypeVar

import regex
import yaml

from lessons.bundle.faults import Page, Word
from lessons.bundle.stating import inserted

_Name = TypeVar("_Name", bound=StrEnum)
_TAG: Final = "tag:yaml.org,2002:"
_TAKEN_FOR: Final = {"int": "a number", "float": "a number", "bool": "true or false", "timestamp": "a date"}
_DATE: Final = regex.compile(r"\d{4}-\d{2}-\d{2}")
_DECIMAL: Final = regex.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_GRAPHEME: Final = regex.compile(r"\X")
_ID: Final = regex.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_MOST: Final = 64


class Table:
    """Some keys and values, called `name` when something is wrong with them.

    What is wrong is noted on the page and a stand-in comes back, so that all faults are found in one reading; a course
    with faults is never built from the stand-ins.
    """

    def __init__(self, node: yaml.MappingNode, *, name: str, keys: tuple[str, ...], page: Page) -> None:
        self.name = name
        self.line = node.start_mark.line + 1
        self.page = page
        self._entries: dict[str, tuple[int, yaml.Node]] = {}
        for key, value in node.value:
            self._enter(key, value, keys)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def line_of(self, key: str) -> int:
        """Where the key stands; where the table begins if it does not have it."""
        return self._entries[key][0] if key in self else self.line

    def note(self, key: str, what: str, why: str) -> None:
        self.page.note(self.line_of(key), what, why)

    def text(self, key: str, *, most: int | None = None) -> str:
        """A text that is not empty and has at most so many graphemes."""
        return self._measured(key, self._written(key), most)

    def prose(self, key: str, *, most: int | None = None) -> str:
        """A text in which the values of facts are put in; measured as learners read it."""
        return self._measured(key, inserted(Word(self._written(key), self.line_of(key)), self.page), most)

    def has(self, key: str) -> bool:
        """Whether the key is there and has a value."""
        return key in self and _kind(self._entries[key][1]) != "null" and not _is_blank(self._entries[key][1])

    def optional(self, key: str, *, most: int | None = None) -> str:
        """A text, or an empty one where the key is missing or has no value."""
        return self.text(key, most=most) if self.has(key) else ""

    def slug(self, key: str) -> str:
        """An id: small letters, digits and single dashes."""
        text = self.text(key)
        if text and (not _ID.fullmatch(text) or len(text) > _ID_MOST):
            self.note(key, f"`{text[:_ID_MOST]}` is no id", f"use at most {_ID_MOST} of a–z, 0–9 and single dashes")
        return text

    def name_of(self, key: str, names: type[_Name]) -> _Name | None:
        """One of a closed set of names; no stand-in, since what follows depends on it."""
        text = self.text(key)
        return named(Word(text, self.line_of(key)), names, self.page) if text else None

    def day(self, key: str) -> date:
        """A date written as 2026-09-07, with or without quotes."""
        node = self._value(key)
        written = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        try:
            if _DATE.fullmatch(written):
                return date.fromisoformat(written)
        except ValueError:
            self.note(key, f"`{key}` is no date of the calendar ({written})", "write one as 2026-09-07")
            return date.min
        if node is not None:
            self.note(key, f"`{key}` is no date", "write one as 2026-09-07")
        return date.min

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        if key not in self:
            return False
        node = self._entries[key][1]
        word = node.value.lower() if isinstance(node, yaml.ScalarNode) and _kind(node) == "bool" else ""
        if word not in {"true", "false"}:
            self.note(key, f"`{key}` is neither true nor false", "write true or false, without quotes")
        return word == "true"

    def decimal(self, key: str) -> Decimal:
        """A number as people write one: digits, perhaps a point, perhaps a minus; quotes do no harm."""
        node = self._value(key)
        written = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        if _DECIMAL.fullmatch(written):
            return Decimal(written)
        if node is not None:
            self.note(key, f"`{key}` is no plain number", "write one as 1234.5, without commas and without the unit")
        return Decimal(0)

    def words(self, key: str) -> tuple[Word, ...]:
        """A list of texts: at least one, and none twice."""
        found: dict[str, Word] = {}
        for node in self._items(key):
            word = Word(self._plain(node, key), node.start_mark.line + 1)
            if word.text in found:
                self.page.note(word.line, f"`{key}` names `{word.text}` twice", "once is enough")
            elif word.text:
                found[word.text] = word
        return tuple(found.values())

    def tables(self, key: str, *, name: str, keys: tuple[str, ...]) -> tuple["Table", ...]:
        """A list of tables: at least one."""
        made = (self._table(node, name=name, keys=keys) for node in self._items(key))
        return tuple(table for table in made if table is not None)

    def table(self, key: str, *, name: str, keys: tuple[str, ...]) -> "Table | None":
        """A table inside this one."""
        node = self._value(key)
        return None if node is None else self._table(node, name=name, keys=keys)

    def _enter(self, key: yaml.Node, value: yaml.Node, keys: tuple[str, ...]) -> None:
        line = key.start_mark.line + 1
        written = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if written in self._entries:
            self.page.note(line, f"{self.name} has `{written}` twice", f"it is already on line {self.line_of(written)}")
        elif written in keys:
            self._entries[written] = (line, value)
        else:
            near = get_close_matches(written, keys, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(keys)}"
            self.page.note(line, f"{self.name} has an unknown key `{written}`", hint)

    def _written(self, key: str) -> str:
        node = self._value(key)
        return "" if node is None else self._plain(node, key)

    def _measured(self, key: str, text: str, most: int | None) -> str:
        if most is not None and len(text) > most and (length := graphemes(text)) > most:
            self.note(key, f"`{key}` is {length} characters long", f"at most {most} fit")
        return text

    def _value(self, key: str) -> yaml.Node | None:
        if key not in self:
            self.note(key, f"{self.name} has no `{key}`", "it is needed")
            return None
        return self._entries[key][1]

    def _items(self, key: str) -> list[yaml.Node]:
        node = self._value(key)
        if isinstance(node, yaml.SequenceNode) and node.value:
            return list(node.value)
        if node is not None:
            self.note(key, f"`{key}` is no list, or an empty one", "write at least one item, each after a dash")
        return []

    def _table(self, node: yaml.Node, *, name: str, keys: tuple[str, ...]) -> "Table | None":
        if isinstance(node, yaml.MappingNode):
            return Table(node, name=name, keys=keys, page=self.page)
        self.page.note(node.start_mark.line + 1, f"{name} has no keys", f"it wants {', '.join(keys)}")
        return None

    def _plain(self, node: yaml.Node, key: str) -> str:
        line = node.start_mark.line + 1
        if not isinstance(node, yaml.ScalarNode):
            self.page.note(line, f"`{key}` is no text", "write it on one line, or after `|`")
        elif _kind(node) == "null" or _is_blank(node):
            self.page.note(line, f"`{key}` is empty", "it is needed")
        elif (kind := _kind(node)) != "str":
            taken = _TAKEN_FOR.get(kind, "something else than text")
            self.page.note(line, f"`{key}` is read as {taken}", f'put it in quotes: "{node.value}"')
        else:
            return str(node.value).strip()
        return ""


def graphemes(text: str) -> int:
    """How many characters a reader counts."""
    return len(_GRAPHEME.findall(text))


def named(word: Word, names: type[_Name], page: Page) -> _Name | None:
    """The name that a word is; None, and a note, if it is none."""
    try:
        return names(word.text)
    except ValueError:
        page.note(word.line, f"`{word.text}` is not known here", f"known are {', '.join(names)}")
        return None


def _kind(node: yaml.Node) -> str:
    return str(node.tag).removeprefix(_TAG)


def _is_blank(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()
