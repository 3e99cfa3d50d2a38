"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.days import read_day

MONDAY = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9/30", date(2026, 9, 30)),
        ("９／３０", date(2026, 9, 30)),
        ("9月30日", date(2026, 9, 30)),
        ("9月30日まで", date(2026, 9, 30)),
        ("2026-09-30", date(2026, 9, 30)),
        ("2026年9月30日", date(2026, 9, 30)),
        ("until 9/30", date(2026, 9, 30)),
        ("until sep 30", date(2026, 9, 30)),
        ("30th of September", date(2026, 9, 30)),
        ("今日だけ", MONDAY),
        ("today", MONDAY),
        ("明日まで", date(2026, 9, 8)),
        ("1日", MONDAY),
        ("3日", date(2026, 9, 9)),
        ("３日間", date(2026, 9, 9)),
        ("3日まで", date(2026, 10, 3)),
        ("10日まで", date(2026, 9, 10)),
        ("for 3 days", date(2026, 9, 9)),
        ("1週間", date(2026, 9, 13)),
        ("二週間", date(2026, 9, 20)),
        ("2 weeks", date(2026, 9, 20)),
        ("今週いっぱい", date(2026, 9, 11)),
        ("来週まで", date(2026, 9, 18)),
        ("next week", date(2026, 9, 18)),
        ("再来週", date(2026, 9, 25)),
        ("月末まで", date(2026, 9, 30)),
        ("金曜まで", date(2026, 9, 11)),
        ("金曜日", date(2026, 9, 11)),
        ("月曜", MONDAY),
        ("来週の水曜", date(2026, 9, 16)),
        ("until Friday", date(2026, 9, 11)),
        ("9/1", date(2026, 9, 1)),
        ("1/8", date(2027, 1, 8)),
        ("2020-01-01", date(2020, 1, 1)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, MONDAY) == day


@pytest.mark.parametrize(
    "text", ["", "A", "3", "13/45", "2/30", "99日まで", "0日", "ずっと", "monkey", "until the cows come home", "正しい"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, MONDAY) is None


def test_at_the_weekend_this_week_ends_on_sunday() -> None:
    assert read_day("今週いっぱい", date(2026, 9, 12)) == date(2026, 9, 13)


def test_on_the_29th_of_february_nothing_breaks() -> None:
    assert read_day("2/29", date(2028, 2, 1)) == date(2028, 2, 29)
    assert read_day("31日まで", date(2028, 2, 1)) == date(2028, 3, 31)


@given(st.text(max_size=80), st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_no_text_breaks_it(text: str, today: date) -> None:
    assert isinstance(read_day(text, today), date | None)
