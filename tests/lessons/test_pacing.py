"""What a learner gets on a day like this."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from lessons.calendar import Calendar, Hours, Pause
from lessons.pacing import Plan, Standing, Wait, first_at, offer, plan

TOKYO = ZoneInfo("Asia/Tokyo")
OFFICE = Calendar(TOKYO)
FRESH = Standing(next_lesson=1, lessons=40, starts_on=date(2026, 9, 7), delivery_time=time(8, 40))


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


def test_the_first_lesson_comes_on_the_first_day_at_the_learners_time() -> None:
    assert plan(FRESH, OFFICE, tokyo("2026-09-07T08:40")) == Plan(1, tokyo("2026-09-08T08:40"))


def test_before_the_cohort_begins_nothing_comes() -> None:
    assert plan(FRESH, OFFICE, tokyo("2026-09-04T08:40")) == Plan(None, tokyo("2026-09-07T08:40"))


@pytest.mark.parametrize(
    "standing",
    [
        replace(FRESH, next_lesson=2),
        replace(FRESH, delivered_today=1, taken_today=1, open_lessons=1),
        replace(FRESH, taken_today=2),
        replace(FRESH, open_lessons=2),
    ],
    ids=["up with the cohort", "has today's lesson", "took two today", "two are open"],
)
def test_nothing_is_pushed_but_tomorrow_is_planned(standing: Standing) -> None:
    assert plan(standing, OFFICE, tokyo("2026-09-07T08:40")) == Plan(None, tokyo("2026-09-08T08:40"))


def test_over_the_silver_week_nothing_is_due() -> None:
    tenth = replace(FRESH, next_lesson=10)
    assert plan(tenth, OFFICE, tokyo("2026-09-18T08:40")) == Plan(10, tokyo("2026-09-24T08:40"))


def test_who_joins_late_gets_the_first_lesson_first() -> None:
    assert plan(FRESH, OFFICE, tokyo("2026-10-01T08:40")) == Plan(1, tokyo("2026-10-02T08:40"))


def test_after_the_last_lesson_there_is_nothing_to_plan() -> None:
    last = replace(FRESH, next_lesson=40)
    assert plan(last, OFFICE, tokyo("2026-11-06T08:40")) == Plan(40, None)
    assert plan(replace(FRESH, next_lesson=41), OFFICE, tokyo("2026-11-09T08:40")) == Plan(None, None)


@pytest.mark.parametrize(
    ("now", "next_at"),
    [
        ("2026-09-07T12:20", "2026-09-07T13:00"),
        ("2026-09-07T19:00", "2026-09-08T08:40"),
        ("2026-09-18T17:15", "2026-09-24T08:40"),
        ("2026-09-12T10:00", "2026-09-14T08:40"),
        ("2026-09-08T06:00", "2026-09-08T08:40"),
    ],
    ids=["in lunch", "in the evening", "before a long weekend", "on a Saturday", "before the office opens"],
)
def test_after_an_outage_that_ended_out_of_hours_the_lesson_waits(now: str, next_at: str) -> None:
    assert plan(FRESH, OFFICE, tokyo(now)) == Plan(None, tokyo(next_at))


def test_after_an_outage_that_ended_inside_the_hours_the_lesson_comes_at_once() -> None:
    assert plan(FRESH, OFFICE, tokyo("2026-09-07T16:00")) == Plan(1, tokyo("2026-09-08T08:40"))


def test_a_delivery_time_in_lunch_waits_for_its_end() -> None:
    noon = replace(FRESH, delivery_time=time(12, 30))
    assert first_at(noon, OFFICE, tokyo("2026-09-01T10:00")) == tokyo("2026-09-07T13:00")


def test_a_delivery_time_that_the_office_has_moved_away_from_becomes_the_opening() -> None:
    short = Calendar(TOKYO, Hours(opens=time(9), closes=time(15)))
    evening = replace(FRESH, delivery_time=time(16))
    assert plan(evening, short, tokyo("2026-09-07T09:00")) == Plan(1, tokyo("2026-09-08T09:00"))


def test_in_a_pause_nothing_comes_and_nobody_is_forgotten() -> None:
    silent = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-07T08:00")),))
    assert plan(FRESH, silent, tokyo("2026-09-07T08:40")) == Plan(None, tokyo("2026-09-08T08:40"))


def test_a_lesson_that_falls_into_a_storm_comes_after_it_or_on_the_next_day() -> None:
    short = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-08T08:35"), tokyo("2026-09-08T10:00")),))
    long = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-08T08:35"), tokyo("2026-09-08T20:00")),))
    assert plan(FRESH, short, tokyo("2026-09-07T08:40")) == Plan(1, tokyo("2026-09-08T10:00"))
    assert plan(FRESH, long, tokyo("2026-09-07T08:40")) == Plan(1, tokyo("2026-09-09T08:40"))
    assert first_at(FRESH, short, tokyo("2026-09-08T09:00")) == tokyo("2026-09-08T10:00")


def test_after_a_pause_the_cohort_goes_on_where_it_was() -> None:
    office = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-08T08:00"), tokyo("2026-09-10T12:00")),))
    second = replace(FRESH, next_lesson=2)
    assert plan(second, office, tokyo("2026-09-08T08:40")) == Plan(None, tokyo("2026-09-11T08:40"))
    assert plan(second, office, tokyo("2026-09-11T08:40")) == Plan(2, tokyo("2026-09-14T08:40"))


@pytest.mark.parametrize(
    ("standing", "now", "offered"),
    [
        (FRESH, "2026-09-06T10:00", Wait.NOT_BEGUN),
        (FRESH, "2026-09-07T06:00", 1),
        (FRESH, "2026-09-07T23:30", 1),
        (replace(FRESH, next_lesson=2, delivered_today=1, taken_today=1), "2026-09-07T10:00", Wait.NOTHING_YET),
        (replace(FRESH, next_lesson=2, delivered_today=1, taken_today=1), "2026-09-08T10:00", 2),
        (replace(FRESH, next_lesson=3, delivered_today=2, taken_today=2), "2026-09-09T10:00", Wait.DONE_TODAY),
        (replace(FRESH, next_lesson=3, open_lessons=2), "2026-09-09T10:00", Wait.DONE_TODAY),
        (replace(FRESH, next_lesson=5), "2026-09-12T10:00", 5),
        (replace(FRESH, next_lesson=6), "2026-09-12T10:00", Wait.NOTHING_YET),
        (replace(FRESH, next_lesson=41), "2026-11-09T10:00", Wait.FINISHED),
    ],
    ids=[
        "the cohort has not begun",
        "before the office opens",
        "late at night",
        "up with the cohort",
        "one more after the first",
        "two a day are enough",
        "two are open",
        "on a Saturday, what has been scheduled",
        "on a Saturday, nothing new",
        "all delivered",
    ],
)
def test_who_asks_gets(standing: Standing, now: str, offered: int | Wait) -> None:
    assert offer(standing, OFFICE, tokyo(now)) == offered


@pytest.mark.parametrize(
    ("standing", "now", "comes"),
    [
        (FRESH, "2026-08-20T10:00", "2026-09-07T08:40"),
        (FRESH, "2026-09-07T08:00", "2026-09-07T08:40"),
        (FRESH, "2026-09-07T08:40", "2026-09-08T08:40"),
        (FRESH, "2026-09-12T08:00", "2026-09-14T08:40"),
        (replace(FRESH, next_lesson=2, delivered_today=1, taken_today=1), "2026-09-08T08:00", "2026-09-09T08:40"),
        (replace(FRESH, next_lesson=3), "2026-09-07T09:00", "2026-09-09T08:40"),
    ],
    ids=[
        "before the first day",
        "on the first day, in time",
        "on the first day, too late",
        "on a Saturday",
        "asked for today's before it came",
        "the calendar has moved on, the lesson is for Wednesday",
    ],
)
def test_the_next_lesson_comes(standing: Standing, now: str, comes: str) -> None:
    assert first_at(standing, OFFICE, tokyo(now)) == tokyo(comes)


def test_nothing_comes_after_the_last_lesson() -> None:
    assert first_at(replace(FRESH, next_lesson=41), OFFICE, tokyo("2026-11-09T08:00")) is None


def test_while_a_pause_has_no_end_the_next_lesson_is_planned_as_if_it_ended_today() -> None:
    silent = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-07T08:00")),))
    assert first_at(FRESH, silent, tokyo("2026-09-10T08:00")) == tokyo("2026-09-11T08:40")
