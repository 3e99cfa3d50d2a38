"""What goes wrong between the bot and the platforms, by seed: a little all day, and some hours of one thing only."""

from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random
from typing import Any, Final

from bot.rehearsal.plan import CALENDAR, Faults

Sky = dict[str, Any]  # the sandbox's plan of faults, as its control API takes it

_CHANCES: Final = {Faults.NONE: 0.0, Faults.SOME: 0.02, Faults.HELL: 0.1}
_ALWAYS: Final = ("drop_before", "drop_after", "error_500", "rate_429", "redeliver", "duplicate", "reorder")
_SLOW: Final = 0.05  # seconds of wall clock
_SPELLS: Final = ("monthly_limit", "expired_tokens")


def weather(faults: Faults, days: tuple[date, ...], seed: int) -> Iterator[tuple[datetime, Sky]]:
    """Each change of the weather, in order. The last day clears up in the evening."""
    if faults is Faults.NONE:
        return
    random = Random(seed)  # noqa: S311  the same weather again
    for day in days:
        yield CALENDAR.moment(day, time(0)), _sky(faults, random)
        if faults is Faults.HELL and random.random() < 0.3:
            hour = random.choice((8, 9, 11, 13, 15))
            yield CALENDAR.moment(day, time(hour, 30)), _sky(faults, random, spell=random.choice(_SPELLS))
            yield CALENDAR.moment(day, time(hour + 2)), _sky(faults, random)
    yield CALENDAR.moment(days[-1], time(23)), {}


def _sky(faults: Faults, random: Random, spell: str = "") -> Sky:
    chance = _CHANCES[faults]
    wind = {**dict.fromkeys(_ALWAYS, chance), "slow": chance / 5, "slow_seconds": _SLOW}
    line = {**wind, spell: True} if spell else wind
    return {"seed": random.randrange(10**6), "line": line, "slack": wind}
