"""Days as people write them: dates in either calendar, and the days of a week."""

import re
from datetime import date
from typing import Final
from unicodedata import normalize

_ERAS: Final = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
_ERA: Final = re.compile(
    r"(?P<era>令和|平成|昭和|[RHS])\.?\s*(?P<year>\d{1,2}|元)\s*[年./-]\s*(?P<month>\d{1,2})\s*[月./-]\s*(?P<day>\d{1,2})日?"
)
_WEST: Final = re.compile(r"(?P<year>\d{4})\s*[年./-]\s*(?P<month>\d{1,2})\s*[月./-]\s*(?P<day>\d{1,2})日?(?:\s.*)?")
_WEEK: Final = "月火水木金土日"
_SPAN: Final = re.compile(rf"([{_WEEK}])[~〜～\-ー]([{_WEEK}])")


def day(text: str) -> date | None:
    """令和8年4月1日, R8.4.1, 2026/4/1 or 2026-04-01; None for what is no date."""
    said = normalize("NFKC", text).strip().upper()
    if found := _ERA.fullmatch(said):
        year = _ERAS[found["era"]] + (1 if found["year"] == "元" else int(found["year"]))
    elif found := _WEST.fullmatch(said):
        year = int(found["year"])
    else:
        return None
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def weekdays(text: str) -> str | None:
    """月・水・金 or 月～金 as digits, Monday 1; empty for no word, and for 毎日; None for what is none."""
    said = re.sub(r"曜日?|[\s,、,・/]", "", normalize("NFKC", text))
    if said in {"", "毎日", "全日", "平日"}:
        return ""
    whole = _SPAN.sub(_between, said)
    if not set(whole) <= set(_WEEK):
        return None
    return "".join(str(place) for place, each in enumerate(_WEEK, start=1) if each in whole)


def _between(found: re.Match[str]) -> str:
    first, last = _WEEK.index(found[1]), _WEEK.index(found[2])
    return _WEEK[first : last + 1] if first <= last else found[0]
