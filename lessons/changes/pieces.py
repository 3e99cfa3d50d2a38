"""Two wordings of a text beside each other: what stayed, what went, what came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

import regex

_TOKEN: Final = regex.compile(r"[\p{Latin}\d]+(?:[.,]\d+)*|\s+|\X")  # a word or a number; else a character as seen
_SHORT: Final = 2  # tokens that stay between two changes and are told with them, lest a sentence fall to crumbs


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words. Both the same: they stayed. One of them may be empty."""

    before: str
    after: str

    @property
    def stayed(self) -> bool:
        return self.before == self.after


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The whole of both texts, piece by piece: Japanese by its characters, words with letters whole."""
    return tuple(_joined(list(_raw(before, after))))


def _raw(before: str, after: str) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    for _, from_old, to_old, from_new, to_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[from_old:to_old], new[from_new:to_new]


def _joined(raw: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Iterator[Piece]:
    """Changes with next to nothing between them are one change."""
    old: list[str] = []
    new: list[str] = []
    for place, (before, after) in enumerate(raw):
        inside = 0 < place < len(raw) - 1 and len(before) <= _SHORT
        if before == after and not inside:
            yield from _changed(old, new)
            old, new = [], []
            yield Piece("".join(before), "".join(after))
        else:
            old, new = [*old, *before], [*new, *after]
    yield from _changed(old, new)


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if old or new:
        yield Piece("".join(old), "".join(new))
