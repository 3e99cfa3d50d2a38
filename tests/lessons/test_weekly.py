"""The week's digest is told on its last working day, in the afternoon."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from lessons.calendar import Calendar, Hours
from lessons.weekly import Week, newest, next_told, read_week, told_at, week_of

TOKYO = ZoneInfo("Asia/Tokyo")
CALENDAR = Calendar(zone=TOKYO)
MONDAY = date(2026, 9, 7)
FRIDAY = date(2026, 9, 11)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), TOKYO)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (MONDAY, local(FRIDAY, 16)),
        (date(2026, 9, 13), local(FRIDAY, 16)),  # a Sunday belongs to the week before
        (date(2026, 10, 12), local(date(2026, 10, 16), 16)),  # a holiday on Monday changes nothing
        (date(2026, 4, 30), local(date(2026, 5, 1), 16)),
        (date(2027, 1, 1), local(date(2026, 12, 28), 16)),  # the office closes on the 29th: a Monday is the last day
    ],
)
def test_on_the_last_working_day(day: date, told: datetime) -> None:
    assert told_at(CALENDAR, week_of(day)) == told


def test_a_day_on_which_the_office_is_closed_moves_it_forward() -> None:
    closed = replace(CALENDAR, closures=frozenset({FRIDAY}))
    assert told_at(closed, Week(MONDAY)) == local(date(2026, 9, 10), 16)


def test_a_week_without_a_working_day_has_none() -> None:
    closed = replace(CALENDAR, closures=frozenset(MONDAY + timedelta(days=ahead) for ahead in range(7)))
    assert told_at(closed, Week(MONDAY)) is None
    assert next_told(closed, local(MONDAY, 9)) == local(date(2026, 9, 18), 16)


@pytest.mark.parametrize(
    ("hours", "at"),
    [
        (Hours(closes=time(16, 30)), time(15, 30)),
        (Hours(closes=time(13, 30)), time(13)),  # lunch is over
        (Hours(opens=time(17), closes=time(22)), time(17)),
    ],
)
def test_within_the_hours(hours: Hours, at: time) -> None:
    told = told_at(replace(CALENDAR, hours=hours), Week(MONDAY))
    assert told == datetime.combine(FRIDAY, at, TOKYO)


def test_the_next_one_comes_after_this_one() -> None:
    assert next_told(CALENDAR, local(FRIDAY, 15, 59)) == local(FRIDAY, 16)
    assert next_told(CALENDAR, local(FRIDAY, 16)) == local(date(2026, 9, 18), 16)


def test_a_week_is_found_by_its_name() -> None:
    assert Week(MONDAY).name == "2026-W37"
    assert read_week("2026-W37") == Week(MONDAY)
    assert read_week(Week(date(2026, 12, 28)).name) == Week(date(2026, 12, 28))
    for odd in ("", "2026-W99", "2026-37", "x" * 300):
        assert read_week(odd) is None


def test_the_newest_is_last_weeks_until_this_weeks_is_told() -> None:
    began = date(2026, 8, 3)
    assert newest(CALENDAR, began, local(FRIDAY, 15)) == Week(MONDAY).before
    assert newest(CALENDAR, began, local(FRIDAY, 16)) == Week(MONDAY)
    assert newest(CALENDAR, MONDAY, local(FRIDAY, 15).astimezone(UTC)) == Week(MONDAY), "nothing was before"
