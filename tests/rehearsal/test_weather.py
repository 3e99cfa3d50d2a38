"""What goes wrong is all that the platforms are known for, and the same again for the same seed."""

from datetime import date

import pytest

from bot.rehearsal.plan import CALENDAR, Faults
from bot.rehearsal.weather import weather
from sandbox.faults import FaultPlan

DAYS = tuple(day for day, _ in zip(CALENDAR.working_days(date(2026, 9, 7)), range(40), strict=False))
ALL_DAY = {"drop_before", "drop_after", "error_500", "rate_429", "slow", "redeliver", "duplicate", "reorder"}


@pytest.mark.parametrize("seed", [1, 2, 7])
def test_hell_holds_everything_and_the_sandbox_knows_it(seed: int) -> None:
    skies = [sky for _, sky in weather(Faults.HELL, DAYS, seed)]
    for sky in skies:
        FaultPlan(1).replace(sky)

    lines = [sky["line"] for sky in skies if sky]
    assert all(wind.keys() >= ALL_DAY and wind["drop_after"] > 0 for wind in lines)
    assert {spell for wind in lines for spell in ("monthly_limit", "expired_tokens") if wind.get(spell)} == {
        "monthly_limit",
        "expired_tokens",
    }
    assert [*weather(Faults.HELL, DAYS, seed)] == [*weather(Faults.HELL, DAYS, seed)]
    assert skies[-1] == {}, "it clears up in the end"


def test_some_is_milder_and_none_is_calm() -> None:
    mild = next(sky for _, sky in weather(Faults.SOME, DAYS, 1))

    assert (
        0 < mild["slack"]["drop_after"] < next(sky for _, sky in weather(Faults.HELL, DAYS, 1))["slack"]["drop_after"]
    )
    assert [*weather(Faults.NONE, DAYS, 1)] == []
