"""Which heading is which of our columns, as somebody says it: in a text, or in a form."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from school.roster.headings import Field, Header, field_of, folded
from school.roster.places import letters

NEEDED: Final = (Field.NUMBER, Field.NAME)
_MOST: Final = 2000  # characters of a text that are looked at
_BETWEEN: Final = re.compile(r"[\n、,，]+")
_LETTERS: Final = re.compile(r"(?:COLUMN)?([A-Z]{1,3})列?")
_NONE: Final = frozenset({"なし", "無し", "NONE", "-"})


class Slip(StrEnum):
    """What is wrong with a choice; the phrase is `roster.columns_…`."""

    NO_FIELD = "no_field"
    NO_COLUMN = "no_column"
    SEVERAL = "several"  # columns of one heading
    TWICE = "twice"  # one column for two of ours
    MISSING = "missing"  # of those that must be there


@dataclass(frozen=True, slots=True)
class Wrong:
    """Where, if it is about one of our columns, and what was said."""

    slip: Slip
    field: Field | None
    seen: str = ""


Chosen = Mapping[Field, int | None]
"""Our columns and their places, counted from 0; None for what the file does not have."""


def matched(header: Header, chosen: Chosen) -> Header | tuple[Wrong, ...]:
    """The header with these columns; of others what was known stays, unless its column is now something else."""
    places = {field: place for field, place in chosen.items() if place is not None}
    wrong = [*_misplaced(header, places)]
    kept = {field: at for field, at in header.columns.items() if field not in chosen and at not in places.values()}
    columns = kept | places
    wrong += [Wrong(Slip.MISSING, field) for field in NEEDED if field not in columns]
    return tuple(wrong) or replace(header, columns=columns, asked=header.asked + 1)


def told(header: Header, text: str) -> Chosen | tuple[Wrong, ...]:
    """What `職員番号=番号 氏名=なまえ` chooses; a column may be named by its letter too, and なし is none."""
    chosen: dict[Field, int | None] = {}
    wrong: list[Wrong] = []
    for ours, theirs in (pair for each in _BETWEEN.split(text[:_MOST]) for pair in _pairs(each)):
        found = _choice(header, ours, theirs) or _choice(header, theirs, ours)  # as the command line has it
        if found:
            chosen |= [found]
        else:
            wrong.append(_wrong(header, ours, theirs))
    return tuple(wrong) or chosen


def _misplaced(header: Header, places: Mapping[Field, int]) -> Iterator[Wrong]:
    seen: set[int] = set()
    for field, place in places.items():
        if not (0 <= place < len(header.cells) and header.cells[place]):
            yield Wrong(Slip.NO_COLUMN, field, letters(max(place, 0)))
        elif place in seen:
            yield Wrong(Slip.TWICE, field, header.cells[place])
        seen.add(place)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """What stands at the left and at the right of each equals sign."""
    ours, *rest = text.replace("＝", "=").split("=")
    for place, each in enumerate(rest, start=1):
        words = each.split()
        theirs, following = (words[:-1], words[-1:]) if place < len(rest) else (words, [])
        yield ours.strip(), " ".join(theirs)
        ours = "".join(following)


def _choice(header: Header, ours: str, theirs: str) -> tuple[Field, int | None] | None:
    field = field_of(ours)
    if field and folded(theirs) in _NONE:
        return field, None
    found = _places(header, theirs)
    return (field, found[0]) if field and len(found) == 1 else None


def _places(header: Header, said: str) -> list[int]:
    """The columns of this heading, else the one of this letter."""
    word = folded(said)
    named = [place for place, cell in enumerate(header.cells) if cell and folded(cell) == word]
    lettered = _LETTERS.fullmatch(word)
    if named or lettered is None:
        return named
    return [place for place, cell in enumerate(header.cells) if cell and letters(place) == lettered[1]]


def _wrong(header: Header, ours: str, theirs: str) -> Wrong:
    field = field_of(ours)
    if field is None:
        return Wrong(Slip.NO_FIELD, None, ours)
    return Wrong(Slip.SEVERAL if _places(header, theirs) else Slip.NO_COLUMN, field, theirs)
