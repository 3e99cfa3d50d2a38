"""A roster's file → lines of cells: CSV in whatever encoding, or a workbook."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from school.roster.faults import Fault, Malformed, Why

MOST: Final = 10_000_000  # bytes
ROWS: Final = 20_000
_OLD: Final = b"\xd0\xcf\x11\xe0"
_PACKED: Final = b"PK"
_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
_MACROS: Final = frozenset({".xlsm", ".xltm", ".xlam"})
_TEXTS: Final = frozenset({".csv", ".tsv", ".txt"})
CP932: Final = "CP932(Shift_JIS互換)"


@dataclass(frozen=True, slots=True)
class Line:
    """A row as Excel numbers it, from 1; `figures` are the places of cells that are numbers, not texts."""

    number: int
    cells: tuple[str, ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet; `kind` says how the file was read, as "UTF-8" or "Excel"."""

    kind: str
    lines: tuple[Line, ...]


def likely(name: str, size: int) -> None:
    """Nothing, if a file of this name and size may be a roster; else raises Malformed. For who has not fetched it."""
    ending = PurePath(name).suffix.lower()
    if size > MOST:
        raise Malformed([Fault(Why.TOO_LARGE, seen=f"{MOST // 1_000_000}MB")])
    if ending in _MACROS:
        raise Malformed([Fault(Why.MACROS)])
    if ending == ".xls":
        raise Malformed([Fault(Why.OLD_BOOK)])
    if ending not in {".xlsx", *_TEXTS}:
        raise Malformed([Fault(Why.NOT_A_TABLE, seen=ending or name[:20])])


def checked(raw: bytes, name: str) -> str:
    """Whether it is a "book" or "commas", by what it is called and how it begins; raises Malformed for all else."""
    ending = PurePath(name).suffix.lower()
    if len(raw) > MOST:
        raise Malformed([Fault(Why.TOO_LARGE, seen=f"{MOST // 1_000_000}MB")])
    if not raw.strip():
        raise Malformed([Fault(Why.EMPTY)])
    if ending in _MACROS:
        raise Malformed([Fault(Why.MACROS)])
    if raw.startswith(_OLD) or ending == ".xls":
        raise Malformed([Fault(Why.OLD_BOOK)])
    if raw.startswith(_PACKED) and ending in {".xlsx", ".csv"}:
        return "book"
    if ending in _TEXTS:
        return "commas"
    raise Malformed([Fault(Why.BROKEN_BOOK if ending == ".xlsx" else Why.NOT_A_TABLE, seen=ending or name[:20])])


def from_commas(raw: bytes) -> Grid:
    """The lines of a CSV file in whichever encoding it was saved; raises Malformed."""
    kind, text = _decoded(raw)
    first = text.partition("\n")[0]
    between = "\t" if "\t" in first and "," not in first else ","
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error:
        raise Malformed([Fault(Why.BROKEN_COMMAS)]) from None
    if len(found) > ROWS:
        raise Malformed([Fault(Why.TOO_MANY_ROWS, seen=f"{ROWS:,}")])
    return Grid(kind, tuple(Line(number, tuple(map(_bare, row))) for number, row in enumerate(found, start=1)))


def _decoded(raw: bytes) -> tuple[str, str]:
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        tries = [("UTF-16", "utf-16")]
    elif raw.startswith(BOM_UTF8):
        tries = [("UTF-8(BOM)", "utf-8-sig")]
    else:
        tries = [("UTF-8", "utf-8"), (CP932, "cp932")]
    for kind, encoding in tries:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return kind, text
    raise Malformed([Fault(Why.ENCODING)])


def _bare(cell: str) -> str:
    """The cell without what surrounds it, and without the mark that keeps it from being a formula."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(_SIGNS) else text
