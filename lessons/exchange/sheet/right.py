"""The cell that says what is right: numbers of options, ○ or ×, a number, words."""

from decimal import Decimal
from typing import Final

import regex

from lessons.exchange.sheet.columns import BETWEEN
from lessons.exchange.sheet.grid import Row
from lessons.model import Number
from lessons.understanding import NO, YES, plain

_BETWEEN: Final = regex.compile(r"[,、，・/\s]+|と")
_LETTERS: Final = "ABCDE"
_ACCEPTED: Final = regex.compile(r"(?:[^\\|]|\\.)+", regex.DOTALL)
_DIGITS: Final = regex.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_SHORT: Final = 40
_UNIT: Final = 10


def chosen(row: Row, options: int, *, most: int) -> frozenset[int]:
    """The places of the right options, counted from 0; at least one and at most so many."""
    said = row.plain("正解").upper()
    found = [_place(part) for part in _BETWEEN.split(said) if part]
    if not found:
        row.note("正解", "が空いています", "正しい選択肢の番号を書いてください(例: 2)")
    elif None in found:
        row.note("正解", f"の「{said[:20]}」が分かりません", "番号で書いてください(例: 2、いくつかあるときは 1,3)")
    elif any(place is not None and place >= options for place in found):
        row.note("正解", f"の「{said[:20]}」にあたる選択肢がありません", f"選択肢は{options}個です")
    elif len(found) > most:
        row.note("正解", f"が{len(found)}個あります", "1つだけ書くか、種類を「いくつか選ぶ」にしてください")
    elif len(set(found)) < len(found):
        row.note("正解", "に同じ番号が2つあります", "1つにしてください")
    return frozenset(place for place in found if place is not None)


def is_true(row: Row) -> bool:
    """Whether ○ is right."""
    said = plain(row["正解"])
    if said not in YES | NO:
        row.note("正解", f"の「{row['正解'][:20]}」が分かりません", "○か×を書いてください")
    return said in YES


def number(row: Row) -> Number | None:
    """What the number must be; a unit may stand behind it, too."""
    unit = row.plain("単位") or ("%" if row.plain("正解").endswith("%") else "")
    if len(unit) > _UNIT:
        row.note("単位", f"が{len(unit)}文字あります", f"{_UNIT}文字までにしてください")
    value = _decimal(row, "正解", unit)
    tolerance = _decimal(row, "許容誤差", unit) if row["許容誤差"] else Decimal(0)
    if tolerance is not None and tolerance < 0:
        row.note("許容誤差", "が0より小さくなっています", "どれだけずれても正解にするかを、0以上で書いてください")
    return None if value is None or tolerance is None else Number(value, tolerance, row["単位"] or unit)


def accepted(row: Row) -> tuple[str, ...]:
    """The texts that are right, the best one first."""
    found = [part for each in _ACCEPTED.findall(row["正解"]) if (part := _unmarked(each).strip())]
    if not found:
        row.note("正解", "が空いています", f"正しいことばを書いてください。いくつかあるときは「{BETWEEN}」で区切ります")
    for each in found:
        if len(each) > _SHORT:
            row.note("正解", f"の「{each[:10]}…」が{len(each)}文字あります", f"{_SHORT}文字までにしてください")
    return tuple(found)


def _place(part: str) -> int | None:
    bare = part.removeprefix("選択肢").removesuffix("番")
    if bare.isdecimal() and 1 <= int(bare) <= len(_LETTERS):
        return int(bare) - 1
    return _LETTERS.index(bare) if len(bare) == 1 and bare in _LETTERS else None


def _decimal(row: Row, heading: str, unit: str) -> Decimal | None:
    said = row.plain(heading).replace(",", "").replace("−", "-").removesuffix(unit).strip()
    if not said:
        row.note(heading, "が空いています", "数字を書いてください")
        return None
    if not _DIGITS.fullmatch(said):
        why = "数字だけを書いてください(例: 12.5)。単位は「単位」の列に書きます"
        row.note(heading, f"の「{said[:20]}」は数字ではありません", why)
        return None
    return Decimal(said)


def _unmarked(text: str) -> str:
    return regex.sub(r"\\([\\|])", r"\1", text)
