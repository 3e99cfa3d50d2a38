"""What a course costs on LINE, reckoned by hand beside it."""

import pytest

from lessons.quota import TARIFFS, Load, bill, cheapest, proposal


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
