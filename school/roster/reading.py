"""A roster's file → who works where. All of it, or every fault by its row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from unicodedata import normalize

from school.roster import days
from school.roster.book import from_book
from school.roster.faults import Fault, Malformed, Why
from school.roster.files import Grid, Line, checked, from_commas
from school.roster.headings import Columns, Field, columns, is_heading, mapped
from school.roster.places import Place, Row, concurrent, main

_LONGEST: Final = 100
_EMAIL: Final = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the staff as the file has them; the places are where they work, the main one first."""

    line: int
    number: str
    name: str
    kana: str
    alias: str
    employment: str
    days: str
    email: str
    left_on: date | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file says; `fields` are the columns it has: of all others it says nothing. `kind` is how it was read."""

    kind: str
    fields: frozenset[Field]
    entries: tuple[Entry, ...]
    warnings: tuple[Fault, ...]

    @property
    def places_told(self) -> bool:
        """Whether it says who works where."""
        return bool(self.fields & {Field.SECTION, Field.DIVISION, Field.OFFICE, Field.TEAM})


def read(raw: bytes, name: str, mapping: Sequence[str] = ()) -> Roster:
    """The roster in a file of this name; `mapping` are `列名=項目` for columns of other names. Raises Malformed."""
    told = mapped(mapping)
    grids = from_book(raw) if checked(raw, name) == "book" else (from_commas(raw),)
    for grid in grids:
        lines = [line for line in grid.lines if any(line.cells)]
        found = columns(lines, told)
        if found:
            start, places = found
            return _roster(grid, lines[start + 1 :], places)
    if not any(any(line.cells) for grid in grids for line in grid.lines):
        raise Malformed([Fault(Why.EMPTY)])
    raise Malformed([Fault(Why.NO_HEADER)])


def _roster(grid: Grid, lines: Sequence[Line], places: Columns) -> Roster:
    faults: list[Fault] = []
    rows = [Row(line, places, faults) for line in lines if not _repeats(line, places)]
    if not rows:
        raise Malformed([Fault(Why.EMPTY)])
    entries: dict[str, Entry] = {}
    for row in rows:
        _take(row, entries)
    if faults:
        raise Malformed(faults)
    return Roster(grid.kind, frozenset(places), tuple(entries.values()), tuple(_zeros(rows)))


def _repeats(line: Line, places: Columns) -> bool:
    """The headings once more, as on every printed page, or the rest of merged ones."""
    place = places[Field.NUMBER]
    return place < len(line.cells) and is_heading(line.cells[place]) and is_heading(line.cells[places[Field.NAME]])


def _take(row: Row, entries: dict[str, Entry]) -> None:
    """Put the row among the entries: a second row of one number is a second post."""
    entry = _entry(row)
    if entry is None:
        return
    before = entries.get(entry.number)
    if before is None:
        entries[entry.number] = entry
    elif before.name != entry.name:
        row.fault(Why.SAME_NUMBER, Field.NUMBER)
    elif {each.path for each in before.places} & {each.path for each in entry.places} or not entry.places:
        row.fault(Why.SAME_ROW, Field.NUMBER)
    else:
        entries[entry.number] = _joined(before, entry, aside=row.marked)


def _joined(first: Entry, second: Entry, *, aside: bool | None) -> Entry:
    """Both posts; a row that says it is the second one never becomes the main one, whichever comes first."""
    ours, theirs = (second, first) if aside is False and first.places[0].concurrent else (first, second)
    rest = (replace(each, concurrent=True) for each in (*ours.places[1:], *theirs.places))
    return replace(first, places=(*(replace(each, concurrent=False) for each in ours.places[:1]), *rest))


def _entry(row: Row) -> Entry | None:
    number, name = normalize("NFKC", row[Field.NUMBER]), row[Field.NAME]
    if not number:
        row.fault(Why.NO_NUMBER, Field.NUMBER)
    if not name:
        row.fault(Why.NO_NAME, Field.NAME)
    for field in Field:
        if len(row[field]) > _LONGEST:
            row.fault(Why.TOO_LONG, field)
        if row[field].startswith("=") or row[field] in {"#REF!", "#N/A", "#VALUE!", "#NAME?"}:
            row.fault(Why.FORMULA, field)
    if not number or not name:
        return None
    return Entry(
        line=row.line.number,
        number=number,
        name=name,
        kana=normalize("NFKC", row[Field.KANA]),
        alias=row[Field.ALIAS],
        employment=row[Field.EMPLOYMENT],
        days=_days(row),
        email=_email(row),
        left_on=_left(row),
        places=(*main(row), *concurrent(row)),
    )


def _days(row: Row) -> str:
    found = days.weekdays(row[Field.DAYS])
    if found is None:
        row.fault(Why.DAYS, Field.DAYS)
    return found or ""


def _email(row: Row) -> str:
    said = normalize("NFKC", row[Field.EMAIL])
    if said and not _EMAIL.fullmatch(said):
        row.fault(Why.EMAIL, Field.EMAIL)
    return said


def _left(row: Row) -> date | None:
    found = days.day(row[Field.LEFT]) if row[Field.LEFT] else None
    if row[Field.LEFT] and found is None:
        row.fault(Why.DATE, Field.LEFT)
    return found


def _zeros(rows: Sequence[Row]) -> Iterator[Fault]:
    """Numbers that Excel took for numbers, and numbers shorter than the others: their zeros may be gone."""
    digits = [row for row in rows if row[Field.NUMBER].isdecimal()]
    longest = max((len(row[Field.NUMBER]) for row in digits), default=0)
    doubtful = [row for row in digits if row.is_figure(Field.NUMBER) or len(row[Field.NUMBER]) < longest]
    if doubtful:
        first = doubtful[0]
        yield Fault(
            Why.ZEROS, first.line.number, first.heading(Field.NUMBER), f"{first[Field.NUMBER]}, {len(doubtful)}"
        )
