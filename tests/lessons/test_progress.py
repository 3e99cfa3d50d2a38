"""Streaks that only a day without reason breaks, and the dots of a week."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lessons.calendar import Calendar, Pause
from lessons.progress import Dot, streak, week

TOKYO = ZoneInfo("Asia/Tokyo")
OFFICE = Calendar(TOKYO)
DONE, OPEN, AHEAD = Dot.DONE, Dot.OPEN, Dot.AHEAD


def september(*days: int) -> frozenset[date]:
    return frozenset(date(2026, 9, day) for day in days)


@pytest.mark.parametrize(
    ("finished", "today", "days"),
    [
        (september(), 8, 0),
        (september(7), 7, 1),
        (september(7), 8, 1),
        (september(7), 9, 0),
        (september(7, 8, 9), 9, 3),
        (september(7, 9), 9, 1),
        (september(10, 11), 14, 2),
        (september(11), 13, 1),
        (september(10, 12), 14, 0),
        (september(10, 11, 12), 14, 2),
        (september(17, 18), 24, 2),
        (september(17, 18, 24), 24, 3),
        (september(9), 7, 0),
    ],
    ids=[
        "nothing yet",
        "today",
        "today is still open",
        "yesterday was left out",
        "three in a row",
        "a gap",
        "over a weekend",
        "seen on a Sunday",
        "a Saturday does not mend a Friday",
        "a Saturday does not count",
        "over the Silver Week",
        "and on",
        "a day that is still to come",
    ],
)
def test_a_streak(finished: frozenset[date], today: int, days: int) -> None:
    assert streak(finished, OFFICE, date(2026, 9, today)) == days


def test_closures_and_leave_do_not_break_a_streak() -> None:
    leave = Pause(datetime(2026, 9, 9, tzinfo=TOKYO), datetime(2026, 9, 11, tzinfo=TOKYO))
    office = Calendar(TOKYO, closures=september(8), pauses=(leave,))
    assert streak(september(7, 11), office, date(2026, 9, 11)) == 2


def test_a_storm_in_the_afternoon_does_not_break_a_streak() -> None:
    storm = Pause(datetime(2026, 9, 8, 14, tzinfo=TOKYO), datetime(2026, 9, 8, 16, tzinfo=TOKYO))
    assert streak(september(7, 9), Calendar(TOKYO, pauses=(storm,)), date(2026, 9, 9)) == 2


@pytest.mark.parametrize(
    ("finished", "today", "dots"),
    [
        (september(), 7, (OPEN, AHEAD, AHEAD, AHEAD, AHEAD)),
        (september(8, 9), 9, (OPEN, DONE, DONE, AHEAD, AHEAD)),
        (september(8, 9, 12), 13, (OPEN, DONE, DONE, OPEN, OPEN)),
        (september(), 23, (AHEAD, AHEAD)),
    ],
    ids=["Monday morning", "Wednesday", "Sunday", "a week of two days"],
)
def test_the_dots_of_a_week(finished: frozenset[date], today: int, dots: tuple[Dot, ...]) -> None:
    assert week(finished, OFFICE, date(2026, 9, today)) == dots


def test_days_before_the_first_one_are_left_out() -> None:
    assert week(september(), OFFICE, date(2026, 9, 10), since=date(2026, 9, 9)) == (OPEN, OPEN, AHEAD)
