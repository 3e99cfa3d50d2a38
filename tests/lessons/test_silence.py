"""When a lesson is recalled, and when a silence is long enough to ask."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lessons.calendar import Calendar, Pause
from lessons.progress import Dot, streak, week
from lessons.silence import is_silent, nudge_at

TOKYO = ZoneInfo("Asia/Tokyo")
OFFICE = Calendar(TOKYO)


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


def away(since: str, until: str) -> Calendar:
    return Calendar(TOKYO, leaves=(Pause(tokyo(since), tokyo(until)),))


@pytest.mark.parametrize(
    ("came", "recalled"),
    [
        ("2026-09-07T08:40", "2026-09-07T15:00"),
        ("2026-09-07T13:00", "2026-09-07T15:00"),
        ("2026-09-07T13:01", "2026-09-07T15:01"),
        ("2026-09-07T15:10", "2026-09-07T17:10"),
    ],
)
def test_a_lesson_is_recalled_the_same_afternoon(came: str, recalled: str) -> None:
    assert nudge_at(OFFICE, tokyo(came)) == tokyo(recalled)


def test_nothing_is_recalled_after_closing_or_on_leave() -> None:
    assert nudge_at(OFFICE, tokyo("2026-09-07T15:15")) is None
    assert nudge_at(away("2026-09-07T12:00", "2026-09-08T00:00"), tokyo("2026-09-07T08:40")) is None


def test_three_whole_working_days_between_are_a_silence() -> None:
    friday, wednesday = date(2026, 9, 4), date(2026, 9, 9)

    assert not is_silent(OFFICE, since=friday, today=wednesday)
    assert is_silent(OFFICE, since=friday, today=date(2026, 9, 10))
    assert not is_silent(OFFICE, since=date(2026, 9, 18), today=date(2026, 9, 25)), "three holidays, one working day"


def test_days_of_leave_and_of_pauses_are_no_silence() -> None:
    since, today = date(2026, 9, 4), date(2026, 9, 10)

    assert not is_silent(away("2026-09-08T15:00", "2026-09-09T00:00"), since=since, today=today)
    paused = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-08T15:00"), tokyo("2026-09-08T16:00")),))
    assert not is_silent(paused, since=since, today=today)


def test_a_leave_takes_its_hours_and_no_number_of_the_cohorts() -> None:
    calendar = away("2026-09-08T15:00", "2026-09-10T00:00")
    monday, tuesday, wednesday, thursday = (date(2026, 9, day) for day in (7, 8, 9, 10))

    assert calendar.works_on(tuesday)
    assert calendar.closing(tokyo("2026-09-08T14:00")) == tokyo("2026-09-08T15:00")
    assert not calendar.is_open(tokyo("2026-09-08T15:00"))
    assert not calendar.works_on(wednesday)
    assert calendar.opening_after(tokyo("2026-09-08T16:00")) == tokyo("2026-09-10T08:30")
    assert [calendar.day_number(monday, day) for day in (monday, tuesday, wednesday, thursday)] == [1, 2, 3, 4]
    assert calendar.numbered(monday, 3) == wednesday


def test_a_day_come_back_to_is_a_working_day_for_what_is_left_of_it() -> None:
    calendar = away("2026-09-07T09:00", "2026-09-09T10:00")

    assert calendar.works_on(date(2026, 9, 9))
    assert calendar.is_open(tokyo("2026-09-09T10:00"))
    assert not calendar.is_whole(date(2026, 9, 9))


def test_neither_the_streak_nor_the_dots_count_a_leave() -> None:
    calendar = away("2026-09-08T15:00", "2026-09-10T00:00")
    done = frozenset({date(2026, 9, 7), date(2026, 9, 10)})

    assert streak(done, calendar, date(2026, 9, 10)) == 2
    assert week(done, calendar, date(2026, 9, 10)) == (Dot.DONE, Dot.DONE, Dot.AHEAD)
