"""An office's calendar, on days one can look up."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from lessons.calendar import Calendar, Closed, Hours, Pause
from lessons.hours import ImpossibleHours

TOKYO = ZoneInfo("Asia/Tokyo")
NEW_YORK = ZoneInfo("America/New_York")
OFFICE = Calendar(TOKYO)


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 9, 5), "a Saturday"),
        (date(2026, 9, 6), "a Sunday"),
        (date(2026, 9, 21), "a holiday"),
        (date(2026, 9, 22), "a day between two holidays"),
        (date(2026, 5, 6), "a day in lieu, three days after its Sunday"),
        (date(2024, 8, 12), "a day in lieu"),
        (date(2032, 9, 21), "a day between two holidays"),
        (date(2026, 12, 29), "the end of the year"),
        (date(2026, 12, 31), "the end of the year"),
        (date(2029, 1, 3), "the beginning of the year"),
        (date(2026, 9, 9), "a closure"),
    ],
)
def test_nobody_works(day: date, why: str) -> None:
    assert not Calendar(TOKYO, closures=frozenset({date(2026, 9, 9)})).works_on(day), why


@pytest.mark.parametrize("day", [date(2026, 9, 7), date(2026, 9, 24), date(2026, 12, 28), date(2027, 1, 4)])
def test_everybody_works(day: date) -> None:
    assert OFFICE.works_on(day)


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(2022, 9, 7), date(2022, 11, 7)),
        (date(2023, 9, 7), date(2023, 11, 6)),
        (date(2026, 9, 7), date(2026, 11, 6)),
        (date(2027, 9, 7), date(2027, 11, 5)),
        (date(2028, 9, 7), date(2028, 11, 7)),
    ],
)
def test_forty_days_from_the_seventh_of_september(starts_on: date, ends_on: date) -> None:
    assert list(islice(OFFICE.working_days(starts_on), 40))[-1] == ends_on
    assert OFFICE.numbered(starts_on, 40) == ends_on
    assert OFFICE.day_number(starts_on, ends_on) == 40


def test_days_are_counted_from_the_first_one_and_stand_still_on_holidays() -> None:
    begins = date(2026, 9, 18)
    counted = [OFFICE.day_number(begins, begins + timedelta(ahead)) for ahead in range(-1, 8)]
    assert counted == [0, 1, 1, 1, 1, 1, 1, 2, 3]


def test_a_course_that_begins_on_a_sunday_has_its_first_day_on_monday() -> None:
    assert OFFICE.day_number(date(2026, 9, 6), date(2026, 9, 6)) == 0
    assert OFFICE.numbered(date(2026, 9, 6), 1) == date(2026, 9, 7)


def test_the_next_working_day_is_a_later_one() -> None:
    assert OFFICE.next_working(date(2026, 9, 7)) == date(2026, 9, 8)
    assert OFFICE.next_working(date(2026, 9, 18)) == date(2026, 9, 24)
    assert OFFICE.next_working(date(2026, 12, 28)) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-09-07T08:29:59", False),
        ("2026-09-07T08:30", True),
        ("2026-09-07T11:59:59", True),
        ("2026-09-07T12:00", False),
        ("2026-09-07T13:00", True),
        ("2026-09-07T17:14:59", True),
        ("2026-09-07T17:15", False),
        ("2026-09-06T10:00", False),
        ("2026-09-22T10:00", False),
    ],
)
def test_the_office_is_open_inside_its_hours_only(moment: str, *, is_open: bool) -> None:
    assert OFFICE.is_open(tokyo(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-09-07T07:00", "2026-09-07T08:30"),
        ("2026-09-07T09:00", "2026-09-07T09:00"),
        ("2026-09-07T12:30", "2026-09-07T13:00"),
        ("2026-09-07T17:15", "2026-09-08T08:30"),
        ("2026-09-18T20:00", "2026-09-24T08:30"),
    ],
)
def test_the_next_opening(moment: str, opening: str) -> None:
    assert OFFICE.opening_after(tokyo(moment)) == tokyo(opening)


def test_the_open_span_ends_with_lunch_and_with_the_day() -> None:
    assert OFFICE.closing(tokyo("2026-09-07T08:30")) == tokyo("2026-09-07T12:00")
    assert OFFICE.closing(tokyo("2026-09-07T16:00")) == tokyo("2026-09-07T17:15")
    with pytest.raises(Closed):
        OFFICE.closing(tokyo("2026-09-07T12:00"))


@pytest.mark.parametrize(
    ("wished", "fitted"),
    [
        (time(6), time(8, 30)),
        (time(8, 30), time(8, 30)),
        (time(12), time(13)),
        (time(12, 59), time(13)),
        (time(17, 14), time(17, 14)),
        (time(17, 15), None),
        (time(23), None),
    ],
)
def test_a_delivery_time_moves_into_the_hours(wished: time, fitted: time | None) -> None:
    assert OFFICE.fit(wished) == fitted


def test_lunch_may_be_missing_or_lie_outside_a_short_day() -> None:
    assert Hours(lunch_from=time(12), lunch_to=time(12)).spans == ((time(8, 30), time(17, 15)),)
    assert Hours(opens=time(13), closes=time(16)).spans == ((time(13), time(16)),)
    assert Hours(opens=time(12, 30), closes=time(16)).fit(time(12, 30)) == time(13)


@pytest.mark.parametrize(
    "hours",
    [
        {"opens": time(17), "closes": time(9)},
        {"opens": time(9), "closes": time(9)},
        {"lunch_from": time(13), "lunch_to": time(12)},
        {"opens": time(12), "closes": time(13)},
    ],
)
def test_hours_that_leave_nothing_are_refused(hours: dict[str, time]) -> None:
    with pytest.raises(ImpossibleHours):
        Hours(**hours)


def test_a_day_that_opens_in_a_pause_does_not_count() -> None:
    storm = Pause(tokyo("2026-09-08T16:30"), tokyo("2026-09-10T10:00"))
    office = Calendar(TOKYO, pauses=(storm,))
    assert office.works_on(date(2026, 9, 8))
    assert office.next_working(date(2026, 9, 8)) == date(2026, 9, 11)
    assert office.day_number(date(2026, 9, 7), date(2026, 9, 11)) == 3
    assert not office.is_open(tokyo("2026-09-08T16:30"))
    assert office.closing(tokyo("2026-09-08T14:00")) == tokyo("2026-09-08T16:30")
    assert office.opening_after(tokyo("2026-09-08T16:30")) == tokyo("2026-09-11T08:30")


def test_an_hour_of_silence_cuts_the_day_in_two() -> None:
    office = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-08T10:00"), tokyo("2026-09-08T11:00")),))
    assert office.works_on(date(2026, 9, 8))
    assert not office.is_whole(date(2026, 9, 8))
    assert office.closing(tokyo("2026-09-08T09:00")) == tokyo("2026-09-08T10:00")
    assert office.opening_after(tokyo("2026-09-08T10:00")) == tokyo("2026-09-08T11:00")


def test_a_pause_that_ended_as_it_began_changes_nothing() -> None:
    at_once = tokyo("2026-09-08T10:00")
    office = Calendar(TOKYO, pauses=(Pause(at_once, at_once),))
    assert office.is_whole(date(2026, 9, 8))
    assert office.closing(tokyo("2026-09-08T09:00")) == tokyo("2026-09-08T12:00")


def test_nobody_knows_what_comes_after_a_pause_without_an_end() -> None:
    office = Calendar(TOKYO, pauses=(Pause(tokyo("2026-09-08T10:00")),))
    assert office.is_open(tokyo("2026-09-08T09:59"))
    assert office.opening_after(tokyo("2026-09-08T10:00")) is None
    assert office.next_working(date(2026, 9, 8)) is None
    assert office.numbered(date(2026, 9, 7), 3) is None
    assert office.next_ordinary(date(2026, 9, 8)) == date(2026, 9, 9)


def test_a_time_that_the_clock_skips_moves_forward() -> None:
    skipped = Calendar(NEW_YORK).moment(date(2026, 3, 8), time(2, 30))
    assert skipped.astimezone(NEW_YORK).time() == time(3, 30)


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    for fold in (0, 1):
        moment = Calendar(NEW_YORK).moment(date(2026, 11, 1), time(1, 30, fold=fold))
        assert moment == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_the_same_local_time_keeps_its_place_when_the_clocks_change() -> None:
    office = Calendar(NEW_YORK)
    assert office.moment(date(2026, 3, 6), time(9)) == datetime(2026, 3, 6, 14, tzinfo=UTC)
    assert office.moment(date(2026, 3, 9), time(9)) == datetime(2026, 3, 9, 13, tzinfo=UTC)
