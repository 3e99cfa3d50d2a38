"""A workbook → grids, one a sheet: merged cells filled, numbers and dates as texts."""

import io
import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from school.roster.faults import Fault, Malformed, Why
from school.roster.files import ROWS, Grid, Line

_UNPACKED: Final = 60_000_000  # bytes
_CELLS: Final = 1_000_000
_BROKEN: Final = (
    *(BadZipFile, ParseError, zlib.error, NotImplementedError),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, RuntimeError),
)


def from_book(raw: bytes) -> tuple[Grid, ...]:
    """The sheets in sight, from left to right; raises Malformed. Nothing is unpacked that would not fit."""
    try:
        parts = ZipFile(io.BytesIO(raw)).infolist()
        if any(each.filename.lower().endswith("vbaproject.bin") for each in parts):
            raise Malformed([Fault(Why.MACROS)])
        if sum(each.file_size for each in parts) > _UNPACKED:
            raise Malformed([Fault(Why.TOO_LARGE, seen=f"{_UNPACKED // 1_000_000}MB")])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Excel's own extras, which are not read
            return tuple(_grid(sheet) for sheet in _seen(load_workbook(io.BytesIO(raw))))
    except _BROKEN:
        raise Malformed([Fault(Why.BROKEN_BOOK)]) from None


def _seen(book: Workbook) -> Iterator[Worksheet]:
    return (sheet for sheet in book.worksheets if sheet.sheet_state == "visible")


def _grid(sheet: Worksheet) -> Grid:
    if sheet.max_row > ROWS or sheet.max_row * sheet.max_column > _CELLS:
        raise Malformed([Fault(Why.TOO_MANY_ROWS, seen=f"{ROWS:,}")])
    spread: dict[tuple[int, int], object] = {
        (row, area.min_col): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, area.max_row + 1)
    }
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    return Grid("Excel", tuple(_line(number, cells, spread) for number, cells in rows))


def _line(number: int, cells: tuple[object, ...], spread: dict[tuple[int, int], object]) -> Line:
    values = [spread.get((number, place), cell) for place, cell in enumerate(cells, start=1)]
    figures = frozenset(place for place, each in enumerate(values) if isinstance(each, int | float))
    return Line(number, tuple(map(_text, values)), figures)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).replace("_x000D_", "").strip()
