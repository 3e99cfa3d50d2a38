"""Questionnaires in a rehearsal: what is owed beside the lessons, and what is one too many."""

from datetime import datetime, time, timedelta

from bot.rehearsal.account import Account
from bot.rehearsal.beside import Beside
from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.sight import Sight
from lessons.assessment import Occasion
from lessons.phrases import phrases
from tests.acceptance.bot import MONDAY
from tests.shelf import ASSESSED

SAY = phrases("ja")
JOINED = CALENDAR.moment(MONDAY, time(8))
COURSE = ASSESSED.courses[0]


def _beside() -> Beside:
    """Somebody who joined on Monday at eight and learns at 8:40."""
    account = Account(COURSE, MONDAY)
    account.set_time(time(8, 40), JOINED)
    return Beside(account)


def _finished(beside: Beside) -> None:
    """The three lessons, a day each."""
    for ahead in range(3):
        at = CALENDAR.moment(MONDAY + timedelta(days=ahead), time(8, 40))
        beside.account.turn(at, reachable=True)
        beside.account.answered(f"t0{ahead + 1}-q1", ("○",), at)


def _offer(occasion: Occasion, at: datetime) -> Sight:
    text = SAY(f"sitting.offer_{occasion.value}", course=COURSE.title)
    return Sight(at, text, (), pushed=occasion.later)


def _broken(beside: Beside, occasion: Occasion, at: datetime) -> list[str]:
    return [*beside.sees(_offer(occasion, at))]


def test_the_first_may_be_offered_three_times_and_not_once_it_is_answered() -> None:
    beside = _beside()
    assert [_broken(beside, Occasion.BEFORE, JOINED) for _ in range(4)] == [[], [], [], ["offered_twice"]]
    beside = _beside()
    beside.answered.add(Occasion.BEFORE)
    assert _broken(beside, Occasion.BEFORE, JOINED) == ["offered_twice"]


def test_the_middle_one_waits_for_its_lesson() -> None:
    beside = _beside()
    assert _broken(beside, Occasion.MIDDLE, JOINED) == ["offered_astray"]
    _finished(beside)
    tuesday = CALENDAR.moment(MONDAY + timedelta(days=1), time(8, 40))
    assert _broken(beside, Occasion.MIDDLE, tuesday) == []
    late = _beside()
    _finished(late)
    late.account.ends[2] = tuesday + timedelta(seconds=0.9)
    assert _broken(late, Occasion.MIDDLE, tuesday) == [], "a chat tells whole seconds"


def test_the_later_ones_come_at_their_moment_and_are_missed_if_they_do_not() -> None:
    beside = _beside()
    _finished(beside)
    due = CALENDAR.moment(MONDAY + timedelta(days=92), time(8, 40))
    assert _broken(beside, Occasion.QUARTER, due + timedelta(minutes=1)) == ["offered_astray"]
    beside = _beside()
    _finished(beside)
    assert _broken(beside, Occasion.QUARTER, due) == []
    gone_by = CALENDAR.moment(MONDAY + timedelta(days=300), time(9))
    every = [Occasion.BEFORE, Occasion.MIDDLE, Occasion.AFTER, Occasion.HALF_YEAR]
    assert [*beside.missed(gone_by, reachable=True)] == every
    assert [*beside.missed(gone_by, reachable=False)] == every[:3], "nothing is owed to who cannot be reached"
