"""Months of a learner with leaves, pauses and closures, day by day: silence is kept, and nobody is forgotten."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.calendar import Calendar, Hours, Pause
from lessons.pacing import Standing, first_at, offer, plan
from lessons.progress import streak

ZONES = ("Asia/Tokyo", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
DAY = timedelta(days=1)
# the same lives on every machine, however slow it is
the_same = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
firsts = st.dates(date(2024, 1, 1), date(2035, 10, 1))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@st.composite
def silences(draw: st.DrawFn, begins: date, longest: int) -> Pause:
    since = datetime.combine(begins, time(), UTC) + timedelta(minutes=draw(st.integers(-4_000, 40_000)))
    return Pause(since, since + timedelta(minutes=draw(st.integers(0, longest))))


@st.composite
def offices(draw: st.DrawFn, begins: date) -> Calendar:
    opens, lunch, closes = draw(st.integers(360, 660)), draw(st.integers(660, 840)), draw(st.integers(900, 1320))
    minutes = (opens, closes, lunch, draw(st.integers(lunch, 890)))
    near = st.integers(-5, 40).map(lambda ahead: begins + timedelta(ahead))
    return Calendar(
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        hours=Hours(*(time(each // 60, each % 60) for each in minutes)),
        closures=draw(st.frozensets(near, max_size=8)),
        pauses=tuple(draw(st.lists(silences(begins, 10_000), max_size=2))),
        leaves=tuple(draw(st.lists(silences(begins, 30_000), max_size=3))),
    )


@dataclass
class Life:
    """One learner's lessons: given on a day, and perhaps finished on one."""

    office: Calendar
    first: Standing
    given: dict[int, date] = field(default_factory=dict)
    done: dict[int, date] = field(default_factory=dict)
    pushed: Counter[date] = field(default_factory=Counter)

    def stand(self, now: datetime) -> Standing:
        today = self.office.day(now)
        on_it = {number for days in (self.given, self.done) for number, day in days.items() if day == today}
        return replace(
            self.first,
            next_lesson=len(self.given) + 1,
            open_lessons=len(self.given) - len(self.done),
            delivered_today=sum(day == today for day in self.given.values()),
            taken_today=len(on_it),
        )

    def turn(self, now: datetime) -> datetime | None:
        """What the pace does at its moment."""
        standing, today = self.stand(now), self.office.day(now)
        planned = plan(standing, self.office, now)
        if planned.lesson is not None:
            assert self.office.is_open(now)
            assert not any(now in silence for silence in (*self.office.pauses, *self.office.leaves))
            assert planned.lesson == len(self.given) + 1
            self.given[planned.lesson] = today
            self.pushed[today] += 1
        elif self.office.is_open(now) and standing.has_room and not standing.delivered_today:
            assert standing.next_lesson > self.office.day_number(standing.starts_on, today), "forgotten"
        return planned.next_at

    def study(self, now: datetime, *, more: bool) -> None:
        """Finish what lies there; perhaps ask for one more."""
        today = self.office.day(now)
        self.done |= dict.fromkeys(self.given.keys() - self.done.keys(), today)
        wished = offer(self.stand(now), self.office, now) if more else None
        if isinstance(wished, int):
            self.given[wished] = today

    def keeps_the_caps(self) -> None:
        assert list(self.given) == sorted(self.given) == list(range(1, len(self.given) + 1))
        assert max(self.pushed.values(), default=0) <= 1
        assert max(Counter(self.given.values()).values(), default=0) <= 2
        assert len(self.given) - len(self.done) <= 2
        begins = self.first.starts_on
        assert all(number <= self.office.day_number(begins, day) for number, day in self.given.items())


@the_same
@given(st.data(), firsts, st.integers(1, 12), times)
def test_every_life_is_left_in_peace_and_nobody_is_forgotten(
    data: st.DataObject, begins: date, lessons: int, at: time
) -> None:
    office = data.draw(offices(begins))
    life = Life(office, Standing(1, lessons, begins, at))
    now = office.moment(begins, time(7)) + timedelta(minutes=data.draw(st.integers(-6_000, 20_000)))
    next_at = first_at(life.stand(now), office, now)
    for _ in range(90):
        assert next_at is not None, "lessons remain"
        assert next_at > now
        assert office.is_open(next_at)
        no_turn_is_passed_over(life.stand(now), office, now, next_at)
        now = next_at + timedelta(minutes=data.draw(st.sampled_from([0, 0, 0, 3, 200, 3000])))
        next_at = life.turn(now)
        life.keeps_the_caps()
        if len(life.given) == lessons:
            break
        if data.draw(st.sampled_from(["now", "now", "later", "never"])) == "now":
            now += timedelta(minutes=data.draw(st.integers(1, 600)))
            life.study(now, more=data.draw(st.booleans()))
            next_at = first_at(life.stand(now), office, now)
            if len(life.given) == lessons:
                break
    life.keeps_the_caps()


def no_turn_is_passed_over(standing: Standing, office: Calendar, now: datetime, next_at: datetime) -> None:
    """On no day between two looks could the next lesson have come."""
    own = office.fit(standing.delivery_time) or office.hours.opens
    for ahead in range(1, (office.day(next_at) - office.day(now)).days):
        day = office.day(now) + ahead * DAY
        opening = office.opening_after(office.moment(day, own))
        has_turn = opening is not None and office.day(opening) == day
        due = standing.next_lesson <= office.day_number(standing.starts_on, day)
        assert not (has_turn and due), f"{day} was passed over"


@the_same
@given(st.data(), firsts)
def test_leaves_change_no_number_and_numbers_only_grow(data: st.DataObject, begins: date) -> None:
    office = data.draw(offices(begins))
    everybody = replace(office, leaves=())
    numbers = [office.day_number(begins, begins + timedelta(ahead)) for ahead in range(-3, 60)]
    assert numbers == [everybody.day_number(begins, begins + timedelta(ahead)) for ahead in range(-3, 60)]
    assert numbers == sorted(numbers)
    assert numbers[:3] == [0, 0, 0]


@the_same
@given(st.data(), firsts, st.integers(10, 60))
def test_who_learns_on_every_whole_working_day_never_loses_the_streak(
    data: st.DataObject, begins: date, many: int
) -> None:
    office = data.draw(offices(begins))
    days = [begins + timedelta(ahead) for ahead in range(many)]
    done: set[date] = set()
    for today in days:
        if office.is_whole(today):
            done.add(today)
        assert streak(frozenset(done), office, today) == len(done)


@the_same
@given(st.data(), firsts, st.integers(0, 40_000))
def test_an_opening_lies_in_no_silence_and_closes_before_the_next(
    data: st.DataObject, begins: date, minutes: int
) -> None:
    office = data.draw(offices(begins))
    moment = office.moment(begins, time()) + timedelta(minutes=minutes)
    opening = office.opening_after(moment)
    assert opening is not None
    closing = office.closing(opening)
    halfway = opening + (closing - opening) / 2
    assert not any(when in silence for when in (opening, halfway) for silence in (*office.pauses, *office.leaves))
    assert office.works_on(office.day(opening))
