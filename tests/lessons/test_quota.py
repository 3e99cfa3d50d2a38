"""What a course costs on LINE, reckoned by hand beside it."""

from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lessons.calendar import Calendar
from lessons.month import Awaited, Beside, Month, month
from lessons.quota import TARIFFS, Load, bill, cheapest, proposal

OFFICE: Final = Calendar(ZoneInfo("Asia/Tokyo"))
MONDAY: Final = date(2026, 9, 7)
MONTHS_END: Final = date(
    2026, 9, 30
)  # 15 working days from that Monday on: 敬老の日, a day between and 秋分の日 are off


@pytest.mark.parametrize(
    ("messages", "plan", "yen"),
    [
        (0, "communication", 0),
        (200, "communication", 0),
        (201, "light", 5_000),
        (5_000, "light", 5_000),
        (5_001, "standard", 15_000),
        (30_000, "standard", 15_000),
        (30_001, "standard", 15_003),
    ],
)
def test_the_cheapest_plan_at_every_edge(messages: int, plan: str, yen: int) -> None:
    found = cheapest(messages)
    assert (found.tariff.name, found.yen) == (plan, yen)


def test_a_plan_without_more_messages_cannot_carry_more() -> None:
    assert [bill(tariff, 5_001).yen for tariff in TARIFFS] == [None, None, 15_000]


def test_forty_learners_need_a_paid_plan_unless_they_fetch_their_lessons() -> None:
    found = proposal(Load(learners=40, days=20, announcements=1))
    assert found.load.messages == 40 * 21
    assert (found.push.tariff.name, found.pull.tariff.name, found.saved) == ("light", "communication", 5_000)


@pytest.mark.parametrize(
    ("learners", "since", "lessons", "sent"),
    [
        (10, MONDAY, 40, 150),
        (10, MONDAY, 4, 40),  # the course ends before the month does
        (10, date(2026, 9, 30), 40, 10),
        (10, date(2026, 9, 26), 40, 30),  # a Saturday: Monday, Tuesday and Wednesday are left
        (10, date(2026, 10, 1), 40, 0),
        (0, MONDAY, 40, 0),
    ],
)
def test_what_is_still_sent_until_the_month_ends(learners: int, since: date, lessons: int, sent: int) -> None:
    found = month(
        [Awaited(learners, since, lessons, OFFICE)], limit=200, used=30, beside=Beside(announced=7), through=MONTHS_END
    )
    assert (found.lessons, found.foreseen) == (sent, 30 + sent + 7)


def test_all_that_comes_beside_lessons_is_foreseen() -> None:
    """Ten learners with four lessons left, the last one on Thursday 9/10; reminders as lately, rounded up."""
    awaited = Awaited(10, MONDAY, 4, OFFICE, asked=(14, 21))  # 9/24 and, too late for this month, 10/1
    beside = Beside(digests=12, questionnaires=3, announced=7, sent=90, recalled=20)
    found = month([awaited], limit=200, used=30, waiting=5, beside=beside, through=MONTHS_END)
    assert (found.lessons, found.reminders, found.digests, found.questionnaires, found.announced) == (40, 9, 12, 13, 7)
    assert found.foreseen == 30 + 5 + 40 + 9 + 12 + 13 + 7


def test_the_last_messages_are_kept_for_telling_who_has_only_line() -> None:
    awaited = [Awaited(3, MONDAY, 5, OFFICE)]
    assert month(awaited, limit=200, used=195, officers=2, through=MONTHS_END).carries_a_day
    assert not month(awaited, limit=200, used=196, officers=2, through=MONTHS_END).carries_a_day


def test_fetching_saves_lessons_and_their_reminders_and_nothing_else() -> None:
    load = Load(learners=40, days=20, digests=4, announcements=1, questionnaires=1, reminders=25, readers=3)
    assert (load.lessons, load.recalled, load.unasked) == (800, 200, 40 * 6 + 3 * 5)
    assert load.messages == 800 + 200 + 255


def test_the_next_day_is_the_first_on_which_anybody_gets_a_lesson() -> None:
    early, late = Awaited(3, MONDAY, 5, OFFICE), Awaited(9, MONDAY + timedelta(days=1), 5, OFFICE)
    both = month([late, early], limit=200, used=197, through=MONTHS_END)
    assert (both.next_day, both.carries_a_day, both.fits) == (3, True, False)
    assert not month([late], limit=200, used=197, through=MONTHS_END).carries_a_day


def test_told_from_four_fifths_on() -> None:
    assert [Month(limit=200, used=used).mostly_used for used in (159, 160, 230)] == [False, True, True]
    assert not Month(limit=None, used=10**6).mostly_used


def test_the_bill_is_that_of_the_plan_with_this_limit() -> None:
    assert Month(limit=200, used=150, lessons=100).bill.yen is None
    assert Month(limit=5_000, used=150, lessons=100).bill.yen == 5_000
    assert Month(limit=40_000, used=30_000, lessons=100).bill.yen == 15_300
    assert Month(limit=None, used=250).bill.yen == 5_000


@given(
    limit=some.none() | some.integers(0, 500),
    used=some.integers(0, 700),
    awaited=some.lists(
        some.builds(
            Awaited, some.integers(0, 50), some.dates(MONDAY, MONTHS_END), some.integers(0, 40), some.just(OFFICE)
        )
    ),
)
def test_what_fits_into_the_month_also_carries_its_next_day(
    limit: int | None, used: int, awaited: list[Awaited]
) -> None:
    found = month(awaited, limit=limit, used=used, through=MONTHS_END)
    assert found.remaining is None or found.remaining >= 0
    assert found.lessons <= sum(each.learners * each.lessons for each in awaited)
    if found.fits and found.lessons >= found.next_day:
        assert found.carries_a_day
