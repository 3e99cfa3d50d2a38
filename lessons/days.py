"""Days as people type them: 9/30, 9月30日, 3日, 来週, 金曜まで, until Friday, 2 weeks."""

import calendar
import re
import unicodedata
from datetime import date, timedelta
from typing import Final

_DAY: Final = timedelta(days=1)
_WEEK: Final = 7 * _DAY
_FRIDAY: Final = 4 * _DAY
_SOON: Final = 180 * _DAY  # a date of next year, meant by who leaves the year out
_NAMED: Final = {
    **dict.fromkeys(("今日", "きょう", "本日", "today"), 0),
    **dict.fromkeys(("明日", "あした", "あす", "tomorrow"), 1),
    **dict.fromkeys(("明後日", "あさって", "the day after tomorrow"), 2),
}
_WEEKS: Final = {
    **dict.fromkeys(("今週", "this week", "the end of the week"), 0),
    **dict.fromkeys(("来週", "next week"), 1),
    "再来週": 2,
}
_MONTH_ENDS: Final = ("今月", "今月末", "月末", "this month", "the end of the month")
_JAPANESE: Final = {name: day for day, name in enumerate("月火水木金土日")}
_DAYS: Final = {name[:size].casefold(): day for size in (3, 9) for day, name in enumerate(calendar.day_name)}
_MONTHS: Final = {name[:size].casefold(): n for size in (3, 9) for n, name in enumerate(calendar.month_name) if name}
_FIGURES: Final = str.maketrans("一二三四五六七八九", "123456789")

_BEFORE: Final = re.compile(r"^(?:(?:until|till|through|for|to|あと|これから)\s+)+")
_BEHIND: Final = re.compile(r"\s*(?:だけ|いっぱい|中| only)$")
_TILL: Final = re.compile(r"\s*まで$")
_WHOLE: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
_SHORT: Final = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
_SPAN: Final = re.compile(r"(?P<many>\d{1,3})\s*(?P<unit>日間?|週間|days?|weeks?)")
_OF_MONTH: Final = re.compile(r"(\d{1,2})日")
_WEEKDAY: Final = re.compile(r"(?P<next>来週の?|next )?(?:(?P<ja>[月火水木金土日])曜日?|(?P<en>[a-z]{3,9}))")
_ENGLISH: Final = re.compile(r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]{3,9})(?: (?P<after>\d{1,2}))?")


def read_day(text: str, today: date) -> date | None:
    """The last day of what somebody asks for; None for what is no day.

    `3日` and `3 days` begin with today; `3日まで` is the third of a month. A date without a year is the next such day,
    unless that is long hence: then the one just gone by. Whoever asks judges whether it is too early or too late.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text[:60]).casefold().split()).strip(" 。.!")
    said = _BEFORE.sub("", folded).translate(_FIGURES)
    word = _BEHIND.sub("", _TILL.sub("", said))
    if word != said and (of_month := _OF_MONTH.fullmatch(word)) and not _BEHIND.search(said):
        return _of_month(int(of_month[1]), today)
    return _named(word, today) or _dated(word, today) or _spanned(word, today) or _weekday(word, today)


def _named(word: str, today: date) -> date | None:
    if word in _NAMED:
        return today + _NAMED[word] * _DAY
    if word in _MONTH_ENDS:
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    if word not in _WEEKS:
        return None
    friday = _monday(today) + _WEEKS[word] * _WEEK + _FRIDAY
    return friday if friday >= today else _monday(today) + 6 * _DAY


def _dated(word: str, today: date) -> date | None:
    if whole := _WHOLE.fullmatch(word):
        return _date(*map(int, whole.groups()))
    if short := _SHORT.fullmatch(word):
        return _nearest(int(short[1]), int(short[2]), today)
    english = _ENGLISH.fullmatch(word.replace(" of ", " "))
    day = english and (english["before"] or english["after"])
    if not english or not day or english["month"] not in _MONTHS:
        return None
    return _nearest(_MONTHS[english["month"]], int(day), today)


def _spanned(word: str, today: date) -> date | None:
    span = _SPAN.fullmatch(word)
    many = int(span["many"]) if span else 0
    if not span or not many:
        return None
    return today + many * (_WEEK if span["unit"].startswith(("週", "week")) else _DAY) - _DAY


def _weekday(word: str, today: date) -> date | None:
    """The next such day, be it today; or the one of next week."""
    named = _WEEKDAY.fullmatch(word)
    day = None if named is None else _JAPANESE.get(named["ja"]) if named["ja"] else _DAYS.get(named["en"])
    if named is None or day is None:
        return None
    if named["next"]:
        return _monday(today) + _WEEK + day * _DAY
    return today + (day - today.weekday()) % 7 * _DAY


def _of_month(day: int, today: date) -> date | None:
    """The next day with this number."""
    following = (today.replace(day=1) + 31 * _DAY).replace(day=1)
    found = (_date(month.year, month.month, day) for month in (today, following))
    return next((each for each in found if each and each >= today), None)


def _nearest(month: int, day: int, today: date) -> date | None:
    this, following = _date(today.year, month, day), _date(today.year + 1, month, day)
    if this is None or this >= today or following is None:
        return this or following
    return following if following - today <= _SOON else this


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _monday(today: date) -> date:
    return today - today.weekday() * _DAY
