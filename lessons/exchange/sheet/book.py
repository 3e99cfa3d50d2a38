"""xlsx ↔ rows: a sheet that says how to fill it in, and the sheet of questions."""

import io
import warnings
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lessons.bundle.faults import Page
from lessons.exchange.sheet.columns import COLUMNS, KINDS, YES
from lessons.exchange.sheet.grid import Line, letters
from lessons.exchange.sheet.template import HOW_TO, HOW_TO_TITLE, TITLE

_BROKEN: Final = (
    BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    RuntimeError,
    zlib.error,
)
_OLD: Final = b"\xd0\xcf\x11\xe0"
_MOST: Final = 5_000_000  # bytes
_UNPACKED: Final = 50_000_000  # bytes
_ROWS: Final = 2_000
_WIDTHS: Final = {"問題文": 50, "種類": 14, "正解": 12, "場面": 8, "許容誤差": 10, "単位": 8}
_AGAIN: Final = "セルの書式を「文字列」にして、入れなおしてください"


def to_book(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows, headings first, as a workbook: every cell is text, so that nothing is reckoned or becomes a date."""
    book = Workbook()
    _explain(book.worksheets[0])
    sheet = book.create_sheet(TITLE)
    book.active = 1
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            _write(sheet.cell(number, place), text, is_heading=number == 1)
    _furnish(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def from_book(raw: bytes, page: Page) -> tuple[Line, ...]:
    """The rows of the sheet of questions; noted is every cell that Excel has turned into something else."""
    sheet = _sheet(raw, page)
    if sheet is None:
        return ()
    if sheet.max_row > _ROWS:
        page.note(1, f"行が{sheet.max_row}行あります", f"{_ROWS}行までにしてください")
        return ()
    return tuple(
        Line(number, tuple(_read(cell, number, place, page) for place, cell in enumerate(cells[: len(COLUMNS) * 2])))
        for number, cells in enumerate(sheet.iter_rows(), start=1)
    )


def _sheet(raw: bytes, page: Page) -> Worksheet | None:
    """The sheet of questions: by its name, or else the last one."""
    if raw.startswith(_OLD):
        page.note(
            1,
            "古い形式(.xls)か、パスワードつきのファイルです",
            "パスワードなしの「Excelブック(.xlsx)」で保存してください",
        )
        return None
    try:
        if len(raw) > _MOST or sum(each.file_size for each in ZipFile(io.BytesIO(raw)).infolist()) > _UNPACKED:
            page.note(1, "ファイルが大きすぎます", "図や、いらないシートを消してください")
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Excel's own extras, which are not read
            book = load_workbook(io.BytesIO(raw))
    except _BROKEN:
        page.note(1, "Excelのファイルとして読めません", "「Excelブック(.xlsx)」で保存しなおしてください")
        return None
    named = [each for each in book.worksheets if each.title == TITLE]
    if not book.worksheets:
        page.note(1, "シートがありません", f"「{TITLE}」シートに書いてください")
        return None
    return (named or book.worksheets)[-1]


def _read(cell: object, number: int, place: int, page: Page) -> str:
    """A cell as its text; numbers as they are seen."""
    if not isinstance(cell, Cell):
        return ""  # the rest of a merged one
    where = f"{letters(place)}列"
    match cell.value:
        case None:
            return ""
        case str(text) if cell.data_type == "f":
            page.note(number, f"{where}は計算式です({text[:20]})", "答えの値そのものを書いてください")
        case str(text) if cell.data_type == "e":
            page.note(number, f"{where}はエラーです({text})", "値を書いてください")
        case str(text):
            return text.replace("\r\n", "\n").replace("_x000D_", "").strip()
        case bool(flag):
            return "TRUE" if flag else "FALSE"
        case int() | float() | Decimal():
            return _figure(Decimal(str(cell.value)), percent="%" in cell.number_format)
        case date() | datetime() | time() | timedelta():
            page.note(number, f"{where}が日付や時刻になっています({cell.value})", _AGAIN)
        case _:
            page.note(number, f"{where}が読めません", _AGAIN)
    return ""


def _figure(number: Decimal, *, percent: bool) -> str:
    shown = f"{(number * 100 if percent else number).normalize():f}"
    return f"{shown}%" if percent else shown


def _write(cell: Cell, text: str, *, is_heading: bool) -> None:
    cell.value = text
    cell.data_type = "s" if text else "n"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@", "'"))
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_heading:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6EE")


def _furnish(sheet: Worksheet) -> None:
    """Headings that stay in sight, widths, and lists to choose from where the words are fixed."""
    sheet.freeze_panes = "C2"
    for place, column in enumerate(COLUMNS):
        sheet.column_dimensions[letters(place)].width = _WIDTHS.get(column, 24)
    for column, words in (("種類", KINDS.values()), ("場面", (YES,))):
        sheet.add_data_validation(_list(letters(COLUMNS.index(column)), words))


def _list(letter: str, words: Iterable[str]) -> DataValidation:
    chosen = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True)
    chosen.errorTitle, chosen.error = "一覧から選んでください", "▼を押すと、使えることばが出ます。"
    chosen.add(f"{letter}2:{letter}{_ROWS}")
    return chosen


def _explain(sheet: Worksheet) -> None:
    sheet.title = HOW_TO_TITLE
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 90
    for number, (name, text) in enumerate(HOW_TO, start=1):
        for place, words in enumerate((name, text), start=1):
            cell = sheet.cell(number, place, words)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=place == 1)
