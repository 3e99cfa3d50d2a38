"""The list of staff as a file of others: CSV, also in CP932, and xlsx."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook

from bot.guarded import guarded

_MISSING: Final = "〓"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's content; `affected` are the numbers of those of whom some character could not be written."""

    content: bytes
    affected: tuple[str, ...] = ()


def to_commas(rows: Sequence[Sequence[str]], *, cp932: bool = False) -> Sheet:
    """CSV as Excel reads it; no cell can be a formula. What CP932 lacks becomes 〓, and whose it is, is told."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([guarded(cell) for cell in row] for row in rows)
    text = stream.getvalue()
    if not cp932:
        return Sheet(text.encode("utf-8-sig"))
    affected = dict.fromkeys(row[0] for row in rows if "".join(row) != _known("".join(row)))
    return Sheet(_known(text).encode("cp932"), tuple(affected))


def to_book(rows: Sequence[Sequence[str]]) -> Sheet:
    """A workbook in which every cell is text: zeros in front stay, and nothing is reckoned."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            cell = sheet.cell(number, place, text)
            cell.data_type = "s"
            cell.number_format = "@"
            cell.quotePrefix = guarded(text) != text
    sheet.freeze_panes = "C2"
    stream = io.BytesIO()
    book.save(stream)
    return Sheet(stream.getvalue())


def _known(text: str) -> str:
    """The text with what CP932 does not know as 〓; a sign that only varies the one before it goes with it."""
    return "".join(each if _is_known(each) else _MISSING for each in text)


def _is_known(sign: str) -> bool:
    try:
        sign.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
