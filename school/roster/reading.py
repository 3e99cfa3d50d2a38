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
from school.roster.headings import Field, Header, Unsure, columns, guessed, is_heading, mapped
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
    """What a file says, under which headings. `kind` is how it was read."""

    kind: str
    header: Header
    entries: tuple[Entry, ...]
    warnings: tuple[Fault, ...]

    @property
    def fields(self) -> frozenset[Field]:
        """The columns it has: of all others it says nothing."""
        return frozenset(self.header.columns)

    @property
    def places_told(self) -> bool:
        """Whether it says who works where."""
        return bool(self.fields & {Field.SECTION, Field.DIVISION, Field.OFFICE, Field.TEAM})


def read(raw: bytes, name: str, mapping: Sequence[str] = ()) -> Roster:
    """The roster in a file of this name; `mapping` are `列名=項目` for columns of other names. Raises Malformed, and
    Unsure where somebody may tell which column is what.
    """
    told, grids = mapped(mapping), _grids(raw, name)
    sheets = [_filled(grid) for grid in grids]
    for sheet, lines in enumerate(sheets):
        if found := columns(lines, told):
            start, places = found
            head = lines[start]
            return _roster(grids[sheet].kind, lines[start + 1 :], Header(sheet, head.number, head.cells, places))
    if not any(sheets):
        raise Malformed([Fault(Why.EMPTY)])
    header = guessed(sheets)
    raise Unsure(header) if header else Malformed([Fault(Why.NO_HEADER)])


def read_under(raw: bytes, name: str, header: Header) -> Roster:
    """The same with the columns as somebody has chosen them; raises Malformed, also if the header is not there now."""
    grids = _grids(raw, name)
    lines = _filled(grids[header.sheet]) if header.sheet < len(grids) else []
    if not any((line.number, line.cells) == (header.line, header.cells) for line in lines):
        raise Malformed([Fault(Why.NO_HEADER)])
    return _roster(grids[header.sheet].kind, [line for line in lines if line.number > header.line], header)


def _grids(raw: bytes, name: str) -> tuple[Grid, ...]:
    return from_book(raw) if checked(raw, name) == "book" else (from_commas(raw),)


def _filled(grid: Grid) -> list[Line]:
    return [line for line in grid.lines if any(line.cells)]


def _roster(kind: str, lines: Sequence[Line], header: Header) -> Roster:
    faults: list[Fault] = []
    rows = [Row(line, header.columns, faults) for line in lines if not _repeats(line, header)]
    if not rows:
        raise Malformed([Fault(Why.EMPTY)])
    entries: dict[str, Entry] = {}
    for row in rows:
        _take(row, entries)
    if faults:
        raise Malformed(faults)
    return Roster(kind, header, tuple(entries.values()), tuple(_zeros(rows)))


def _repeats(line: Line, header: Header) -> bool:
    """The headings once more, as on every printed page, or the rest of merged ones."""
    both = header.columns[Field.NUMBER], header.columns[Field.NAME]
    if max(both) >= len(line.cells):
        return False
    return all(is_heading(line.cells[each]) or line.cells[each] == header.cells[each] for each in both)


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
