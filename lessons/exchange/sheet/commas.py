"""CSV ↔ rows. No cell that is written can be taken for a formula; what guards it is taken off again."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Sequence
from typing import Final

import regex

from lessons.bundle.faults import Page
from lessons.exchange.sheet.grid import Line

_FORMULA: Final = r"[=+\-@\t\r＝＋－＠]"
_GUARD: Final = regex.compile(rf"'*{_FORMULA}")
_GUARDED: Final = regex.compile(rf"'+{_FORMULA}")
_NUMBER: Final = regex.compile(r"-[0-9]+(?:\.[0-9]+)?")
_MOST: Final = 5_000_000  # bytes


def to_commas(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as CSV that Excel takes for UTF-8."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([_guarded(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def from_commas(raw: bytes, page: Page) -> tuple[Line, ...]:
    """The rows of a CSV file in whichever encoding Excel saved it; none, and a note, if it cannot be read."""
    if len(raw) > _MOST:
        page.note(1, "ファイルが大きすぎます", "5MBまでにしてください")
        return ()
    text = _decoded(raw)
    if text is None:
        page.note(1, "文字コードが分かりません", "「CSV UTF-8」で保存しなおしてください")
        return ()
    first = text.partition("\n")[0]
    between = "\t" if "\t" in first and "," not in first else ","
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error:
        page.note(1, "CSVとして読めません", '引用符(")の数を確かめるか、Excelで保存しなおしてください')
        return ()
    return tuple(Line(number, tuple(map(_bare, row))) for number, row in enumerate(found, start=1))


def _decoded(raw: bytes) -> str | None:
    """UTF-8 with and without its mark, UTF-16 with its mark, and what Japanese Excel calls CSV."""
    marked = raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp932"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _guarded(cell: str) -> str:
    return f"'{cell}" if _GUARD.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _bare(cell: str) -> str:
    text = cell.replace("\r\n", "\n").strip()
    return text[1:] if _GUARDED.match(text) else text
