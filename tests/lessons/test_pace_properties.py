"""What holds in every office and for every learner, whatever happens to either."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.calendar import Calendar, Hours, Pause
from lessons.pacing import Standing, first_at, offer, plan

ZONES = ("Asia/Tokyo", "America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago", "UTC")
FROM, TO = date(2024, 1, 1), date(2035, 6, 30)
# a busy machine proves nothing about the rules, and the first call reads a table of holidays
at_leisure = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
days = st.dates(FROM, TO)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2035, 6, 30), timezones=st.just(UTC))  # noqa: DTZ001  made aware
times = st.times().map(lambda at: at.replace(microsecond=0))


@st.composite
def pauses(draw: st.DrawFn, around: datetime) -> Pause:
    since = around + timedelta(minutes=draw(st.integers(-40_000, 80_000)))
    return Pause(since, since + timedelta(minutes=draw(st.integers(0, 20_000))))


@st.composite
def offices(draw: st.DrawFn, around: datetime) -> Calendar:
    opens, lunch, closes = draw(st.integers(360, 660)), draw(st.integers(660, 840)), draw(st.integers(900, 1320))
    minutes = (opens, closes, lunch, draw(st.integers(lunch, 890)))
    near = st.integers(-20, 60).map(lambda ahead: around.date() + timedelta(ahead))
    return Calendar(
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        hours=Hours(*(time(each // 60, each % 60) for each in minutes)),
        closures=draw(st.frozensets(near, max_size=12)),
        pauses=tuple(draw(st.lists(pauses(around), max_size=3))),
    )


@at_leisure
@given(st.data(), moments)
def test_an_opening_is_open_and_nothing_before_it_is(data: st.DataObject, moment: datetime) -> None:
    office = data.draw(offices(moment))
    opening = office.opening_after(moment)
    assert opening is not None
    assert opening >= moment
    assert office.is_open(opening)
    assert not office.is_open(moment) or opening == moment
    between = moment + (opening - moment) * data.draw(st.floats(0, 1, exclude_max=True))
    assert between >= opening or not office.is_open(between)


@at_leisure
@given(st.data(), moments)
def test_what_is_open_closes_before_lunch_or_the_end_of_the_day(data: st.DataObject, moment: datetime) -> None:
    office = data.draw(offices(moment))
    opening = office.opening_after(moment)
    assert opening is not None
    closing = office.closing(opening)
    local = opening.astimezone(office.zone)
    assert opening < closing
    assert not office.is_open(closing)
    assert office.works_on(local.date())
    assert not any(opening in pause for pause in office.pauses)
    assert office.hours.fit(local.time().replace(fold=0)) == local.time()


@at_leisure
@given(st.data(), moments, st.integers(0, 90))
def test_a_day_has_the_next_number_if_and_only_if_it_is_a_working_day(
    data: st.DataObject, moment: datetime, ahead: int
) -> None:
    office, begins = data.draw(offices(moment)), moment.date()
    day = begins + timedelta(ahead)
    before, number = office.day_number(begins, day - timedelta(1)), office.day_number(begins, day)
    assert number - before == office.works_on(day)
    if office.works_on(day):
        assert office.numbered(begins, number) == day
        assert office.next_working(day - timedelta(1)) == day


@at_leisure
@given(times, st.sampled_from(ZONES), days)
def test_every_local_time_has_its_moment_on_its_own_day(at: time, zone: str, day: date) -> None:
    local = Calendar(ZoneInfo(zone)).moment(day, at).astimezone(ZoneInfo(zone))
    assert local.date() == day
    assert local.time() >= at


@dataclass
class Life:
    """A learner's months: what was pushed and asked for, and what is still open."""

    standing: Standing
    office: Calendar
    taken: list[tuple[date, int]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    finished: list[tuple[date, int]] = field(default_factory=list)

    def stand(self, now: datetime) -> Standing:
        today = self.office.day(now)
        delivered = {lesson for day, lesson in self.taken if day == today}
        finished = {lesson for day, lesson in self.finished if day == today}
        return replace(
            self.standing,
            next_lesson=len(self.taken) + 1,
            open_lessons=len(self.open),
            delivered_today=len(delivered),
            taken_today=len(delivered | finished),
        )

    def take(self, lesson: int, now: datetime) -> None:
        self.taken.append((self.office.day(now), lesson))
        self.open.append(lesson)

    def finish(self, now: datetime) -> None:
        self.finished += [(self.office.day(now), lesson) for lesson in self.open]
        self.open.clear()


@at_leisure
@given(st.data(), moments, st.integers(1, 25), times)
def test_every_life_keeps_the_rules_and_reaches_the_end(
    data: st.DataObject, begins: datetime, lessons: int, at: time
) -> None:
    office = data.draw(offices(begins))
    life = Life(Standing(1, lessons, begins.date(), at), office)
    now = begins + timedelta(days=data.draw(st.integers(-5, 30)))
    next_at = first_at(life.standing, office, now)
    assert next_at is not None
    assert next_at > now
    assert office.is_open(next_at)
    pushed: Counter[date] = Counter()
    while next_at is not None:
        now = max(now, next_at) + timedelta(minutes=data.draw(st.sampled_from([0, 0, 0, 1, 50, 300, 900, 6000])))
        planned = plan(life.stand(now), office, now)
        if planned.lesson is not None:
            assert office.is_open(now)
            assert not life.stand(now).delivered_today
            pushed[office.day(now)] += 1
            life.take(planned.lesson, now)
        assert planned.next_at is None or (planned.next_at > now and office.is_open(planned.next_at))
        next_at = planned.next_at
        if data.draw(st.sampled_from([True, True, False])):
            now += timedelta(minutes=data.draw(st.integers(1, 1500)))
            life.finish(now)
            if isinstance(offered := offer(life.stand(now), office, now), int):
                life.take(offered, now)
        assert len(life.open) <= 2
    assert [lesson for _, lesson in life.taken] == list(range(1, lessons + 1))
    assert all(lesson <= office.day_number(begins.date(), day) for day, lesson in life.taken)
    assert max(Counter(day for day, _ in life.taken).values()) <= 2
    assert max(pushed.values(), default=0) <= 1
