"""What must not be kept: finds out whether a text carries personal data, and of which kind.

It looks at shapes, so it sees most of what people write by mistake, and not what somebody hides.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Final
from unicodedata import category, normalize


class Private(StrEnum):
    """A kind of personal data."""

    MY_NUMBER = "my_number"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    BIRTH_DATE = "birth_date"


_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹣─━ー"), "-")  # ー between digits is a dash typed in a hurry
_GAP: Final = r"[\s\-()./・]{0,2}"

_TWELVE: Final = re.compile(
    r"(?<!\d)\d{12}(?!\d)|(?<!\d)(?<!\d[\s\-./])\d(?:[\s\-./・]{0,3}\d){11}(?![\s\-./・]{0,3}\d)"
)
_PHONES: Final = (
    re.compile(rf"(?<!\d)0[5-9]0{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)"),
    re.compile(rf"(?<!\d)0(?:120|570|800|990){_GAP}\d{{2,3}}{_GAP}\d{{3,4}}(?!\d)"),
    re.compile(rf"\+\s?81{_GAP}0?{_GAP}[1-9]\d{{0,3}}{_GAP}\d{{1,4}}{_GAP}\d{{3,4}}(?!\d)"),
    re.compile(r"(?<!\d)0[1-9]\d{8}(?!\d)"),
)
_LANDLINE: Final = re.compile(r"(?<!\d)0[1-9]\d{0,3}[\s\-().]{1,2}\d{1,4}[\s\-().]{1,2}\d{3,4}(?!\d)")
_EMAIL: Final = re.compile(r"[\w.%+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}")

_PREFECTURES: Final = (
    "北海道|東京都|京都府|大阪府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|"
    "長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|"
    "宮崎|鹿児島|沖縄)県"
)
_BLOCK: Final = (
    r"(?:[\d一二三四五六七八九十百〇]{1,5}(?:丁目|番地|番(?![目組号])|番\d{1,3}号)"
    r"|(?<!\d)\d{1,3}-\d{1,4}(?:-\d{1,4})?(?![\d月年日時分人円%割代回]))"
)
_ADDRESSES: Final = (
    re.compile(r"(?:〒|郵便番号)[\s:]{0,2}\d{3}-?\d{4}"),
    re.compile(rf"(?:{_PREFECTURES})[^\n、。]{{1,12}}?[市区町村][^\n。]{{0,30}}?{_BLOCK}"),
    re.compile(
        r"[市区町村郡][^\d\n、。]{1,12}(?:(?<!\d)\d{1,3}-\d{1,3}-\d{1,4}|[\d一二三四五六七八九十]{1,4}丁目\s?\d"
        r"|\d{1,5}番地|\d{1,4}番\d{1,3}号)"
    ),
)

_ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_SHORT: Final = {"m": "明治", "t": "大正", "s": "昭和", "h": "平成", "r": "令和"}
_DATE: Final = re.compile(
    r"(?:(?P<era>明治|大正|昭和|平成|令和|(?<![a-z])[mtshr])\s?(?P<of>元|\d{1,2})|(?<!\d)(?P<year>(?:18|19|20)\d\d))"
    r"(?:\s?[年/\-.]\s?(?P<month>\d{1,2})\s?[月/\-.]\s?(?P<day>\d{1,2})(?!\d)|(?P<digits>\d{4})(?!\d))\s?日?",
    re.IGNORECASE,
)
_BORN_BEFORE: Final = re.compile(r"生年月日|誕生|生まれ|うまれ|出生|birth|born|dob", re.IGNORECASE)
_BORN_BEHIND: Final = re.compile(rf"^\s?生(?![徒活産成命涯物])|{_BORN_BEFORE.pattern}", re.IGNORECASE)
_OF_A_LAW: Final = re.compile(
    r"^[\s((]{0,2}(?:に|の|より|から)?(?:施行|公布|制定|改正|告示|発足|合併|設置|開[始設庁]|法律|政令|省令|条例|規則|通知|現在|付|時点)"
)
_NEAR: Final = 12  # characters between a date and the word that says whose day it is
_OLDEST: Final = 120  # years


def found(text: str, today: date) -> tuple[Private, ...]:
    """The kinds of personal data in a text of any shape, each once, in the order of `Private`; never the data.

    A day counts as a birth date only if it lies before `today`.
    """
    said = _plain(text)
    looks: dict[Private, Callable[[], bool]] = {
        Private.MY_NUMBER: lambda: any(_is_my_number(each) for each in _runs(said)),
        Private.PHONE: lambda: _has_phone(said),
        Private.EMAIL: lambda: _EMAIL.search(said) is not None,
        Private.ADDRESS: lambda: any(each.search(said) for each in _ADDRESSES),
        Private.BIRTH_DATE: lambda: any(_is_birth(said, day, today) for day in _DATE.finditer(said)),
    }
    return tuple(kind for kind in Private if looks[kind]())


def _plain(text: str) -> str:
    """One width, one dash, and nothing that cannot be seen."""
    seen = "".join(mark for mark in normalize("NFKC", text) if category(mark) not in {"Cf", "Cs"})
    return seen.translate(_DASHES)


def _runs(said: str) -> Iterator[str]:
    return ("".join(mark for mark in run[0] if mark.isdecimal()) for run in _TWELVE.finditer(said))


def _is_my_number(digits: str) -> bool:
    """Whether the last digit fits the others (平成26年総務省令第85号 第5条)."""
    *first, check = map(int, digits)
    weights = (n + 1 if n <= 6 else n - 5 for n in range(1, 12))
    rest = sum(digit * weight for digit, weight in zip(reversed(first), weights, strict=True)) % 11
    return check == (0 if rest <= 1 else 11 - rest)


def _has_phone(said: str) -> bool:
    if any(each.search(said) for each in _PHONES):
        return True
    return any(sum(mark.isdecimal() for mark in each[0]) == 10 for each in _LANDLINE.finditer(said))


def _is_birth(said: str, found: re.Match[str], today: date) -> bool:
    day = _day(found)
    if day is None or not 0 < (today - day).days < _OLDEST * 366:
        return False
    before, behind = said[max(found.start() - _NEAR, 0) : found.start()], said[found.end() : found.end() + _NEAR]
    if _BORN_BEFORE.search(before) or _BORN_BEHIND.search(behind):
        return True
    return found["era"] in {"大正", "昭和", "平成"} and not _OF_A_LAW.search(behind)


def _day(found: re.Match[str]) -> date | None:
    digits = found["digits"] or ""
    month, day = int(found["month"] or digits[:2]), int(found["day"] or digits[2:])
    try:
        return date(_year(found), month, day)
    except ValueError:
        return None


def _year(found: re.Match[str]) -> int:
    if found["era"] is None:
        return int(found["year"])
    era = found["era"].casefold()
    return _ERAS[_SHORT.get(era, era)] + (1 if found["of"] == "元" else int(found["of"]))
