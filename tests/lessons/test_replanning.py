"""After a silence: a course ends when it was told to, nobody gets a heap, and nothing falls on a closed day."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from lessons.calendar import Calendar, Pause
from lessons.pacing import Standing, first_at, offer, plan
from lessons.replanning import Span, Ways, ending, ways
from tests.lessons.test_pace_properties import Life, at_leisure

TOKYO = ZoneInfo("Asia/Tokyo")
OFFICE = Calendar(TOKYO)
BEGINS = date(2026, 9, 7)
RAIN = datetime(2026, 9, 11, 16, 30, tzinfo=TOKYO)
EIGHT_WEEKS = Span(BEGINS, 40, reserve=3)


def _after(until: datetime, span: Span = EIGHT_WEEKS) -> Ways:
    found = ways(OFFICE, span, Pause(RAIN, until))
    assert found
    return found


def test_three_lost_days_with_one_in_reserve_move_the_end_by_two() -> None:
    found = _after(datetime(2026, 9, 16, 9, 0, tzinfo=TOKYO), replace(EIGHT_WEEKS, reserve=1))
    assert (found.days, found.shift.used, found.later) == (3, 1, 2)
    assert found.before.last < found.before.end < found.shift.last == found.shift.end
    assert found.compress == found.before


def test_what_the_reserve_holds_moves_no_end() -> None:
    found = _after(datetime(2026, 9, 15, 9, 0, tzinfo=TOKYO))
    assert (found.days, found.shift.used, found.later) == (2, 2, 0)
    assert found.shift.end == found.before.end == OFFICE.numbered(BEGINS, 43)


def test_a_silence_at_night_or_over_a_weekend_costs_nothing() -> None:
    found = _after(datetime(2026, 9, 14, 8, 30, tzinfo=TOKYO))
    assert (found.days, found.shift) == (0, found.before)


def test_what_two_a_day_cannot_catch_up_with_ends_later_even_so() -> None:
    short = Span(BEGINS, 8)
    found = _after(datetime(2026, 9, 17, 8, 0, tzinfo=TOKYO), short)
    assert found.before.last == date(2026, 9, 16)
    assert found.compress.last == date(2026, 9, 18), "two on Thursday, one on Friday"
    assert found.shift.last == date(2026, 9, 24)


def test_nobody_knows_the_end_while_a_pause_has_none() -> None:
    silent = replace(OFFICE, pauses=(Pause(RAIN),))
    assert ending(silent, EIGHT_WEEKS) is None
    assert ways(silent, EIGHT_WEEKS, Pause(RAIN, RAIN + timedelta(days=3))) is None
    assert ways(OFFICE, EIGHT_WEEKS, Pause(RAIN)) is None


moments = st.builds(
    lambda day, minute: datetime(2026, 9, 7, tzinfo=TOKYO) + timedelta(days=day, minutes=minute),
    st.integers(0, 60),
    st.integers(0, 1439),
)
spans = st.builds(Span, st.just(BEGINS), st.integers(1, 40), st.integers(0, 5))
offices = st.builds(
    lambda days: Calendar(TOKYO, closures=frozenset(BEGINS + timedelta(day) for day in days)),
    st.frozensets(st.integers(0, 90), max_size=8),
)


@at_leisure
@given(offices, spans, moments, st.integers(1, 20_000))
def test_the_reserve_goes_first_and_nothing_is_lost_or_won(
    office: Calendar, span: Span, since: datetime, minutes: int
) -> None:
    found = ways(office, span, Pause(since, since + timedelta(minutes=minutes)))
    assert found
    assert found.before.last <= found.compress.last <= found.shift.last
    assert found.later == max(0, found.days - (span.reserve - found.before.used))
    assert all(each.last <= each.end and 0 <= each.used <= span.reserve for each in (found.shift, found.compress))
    assert office.works_on(found.shift.last)
    assert office.works_on(found.compress.last)


@at_leisure
@given(offices, spans, moments, st.integers(1, 20_000), st.sampled_from(["shift", "compress"]))
def test_who_studies_every_day_ends_on_the_day_that_was_told(
    office: Calendar, span: Span, since: datetime, minutes: int, how: str
) -> None:
    silence, compressed = Pause(since, since + timedelta(minutes=minutes)), how == "compress"
    found = ways(office, span, silence)
    assert found
    after = replace(office, leaves=(silence,)) if compressed else replace(office, pauses=(silence,))
    life = Life(Standing(1, span.lessons, BEGINS, office.hours.opens), office)
    opening = office.moment(BEGINS, office.hours.opens)
    next_at = first_at(life.standing, office, opening - timedelta(minutes=1))
    while next_at is not None and next_at < since:
        next_at = _a_day(life, next_at)
    life.office = after
    if next_at is not None:
        opening = _first_whole_day(after, silence)
        next_at = first_at(life.stand(opening), after, opening - timedelta(seconds=1))
    while next_at is not None:
        next_at = _a_day(life, next_at, twice=compressed)
    told = found.compress if compressed else found.shift
    assert [lesson for _, lesson in life.taken] == list(range(1, span.lessons + 1)), "in order, none twice"
    assert life.taken[-1][0] == told.last
    assert all(after.works_on(day) for day, _ in life.taken), "nothing on a closed day, nor in the silence"
    for day in {day for day, _ in life.taken}:
        assert sum(each == day for each, _ in life.taken) <= (2 if compressed else 1), "no heap"


def _a_day(life: Life, now: datetime, *, twice: bool = False) -> datetime | None:
    """The lesson that comes, finished; and another one, if it may be taken and the learner wants it."""
    planned = plan(life.stand(now), life.office, now)
    if planned.lesson is None:
        return planned.next_at
    life.take(planned.lesson, now)
    life.finish(now)
    if twice and isinstance(offered := offer(life.stand(now), life.office, now), int):
        life.take(offered, now)
        life.finish(now)
    return first_at(life.stand(now), life.office, now)


def _first_whole_day(office: Calendar, silence: Pause) -> datetime:
    """The opening of the first working day that lies behind the silence as a whole."""
    assert silence.until
    days = office.working_days(office.day(silence.until))
    openings = (office.moment(day, office.hours.opens) for day in days)
    return next(opening for opening in openings if opening >= silence.until)
