"""What goes wrong, and when: on demand, or at random by seed."""

from dataclasses import dataclass
from random import Random
from typing import Any

from sandbox.record import Platform
from sandbox.wire import Json

INBOUND = ("drop_before", "drop_after", "error_500", "rate_429", "slow")
OUTBOUND = ("redeliver", "duplicate", "reorder")
_ONCE = frozenset({*INBOUND, *OUTBOUND, "fatal_error"})
_SWITCHES = {
    "line": frozenset({"monthly_limit", "expired_tokens", "multicast_refuses_unknown"}),
    "slack": frozenset({"tiers", "no_files"}),
}
_SLOW_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Fault:
    name: str
    seconds: float = 0.0


class FaultPlan:
    """Per platform chances from 0 to 1 and switches; and a list of faults to come `next`, each once."""

    def __init__(self, seed: int) -> None:
        self.replace({"seed": seed})

    def replace(self, plan: Json) -> None:
        """Raises ValueError for a name or a chance that makes no sense; the plan in force then stays."""
        chances: dict[str, Json] = {platform: dict(plan.get(platform) or {}) for platform in _SWITCHES}
        coming = [dict(one) for one in plan.get("next") or []]
        for platform, wishes in chances.items():
            _refuse_nonsense(platform, wishes)
        for one in coming:
            if one.get("fault") not in _ONCE or not isinstance(one.get("path"), str):
                raise ValueError(f"A fault to come needs a path and one of {sorted(_ONCE)}: {one}")
        self.seed = int(plan.get("seed", 1))
        self._chances, self._next, self._random = chances, coming, Random(self.seed)

    def as_json(self) -> Json:
        return {"seed": self.seed, **self._chances, "next": list(self._next)}

    def on(self, platform: Platform, switch: str) -> bool:
        return bool(self._chances[platform].get(switch))

    def inbound(self, platform: Platform, path: str) -> Fault | None:
        """What befalls a call the bot makes."""
        return self._drawn(platform, path, (*INBOUND, "fatal_error"))

    def outbound(self, platform: Platform, path: str) -> Fault | None:
        """What befalls a webhook on its way to the bot."""
        return self._drawn(platform, path, OUTBOUND)

    def _drawn(self, platform: Platform, path: str, names: tuple[str, ...]) -> Fault | None:
        for place, one in enumerate(self._next):
            if one["path"] == path and one["fault"] in names:
                del self._next[place]
                return Fault(one["fault"], float(one.get("seconds", _SLOW_SECONDS)))
        wishes = self._chances[platform]
        for name in names:
            if name in wishes and self._random.random() < wishes[name]:
                return Fault(name, float(wishes.get("slow_seconds", _SLOW_SECONDS)))
        return None


def _refuse_nonsense(platform: str, wishes: dict[str, Any]) -> None:
    for name, wish in wishes.items():
        match name:
            case "slow_seconds":
                sane = isinstance(wish, int | float) and wish >= 0
            case _ if name in _SWITCHES[platform]:
                sane = isinstance(wish, bool)
            case _:
                sane = name in {*INBOUND, *OUTBOUND} and isinstance(wish, int | float) and 0 <= wish <= 1
        if not sane:
            raise ValueError(f"{platform}.{name} = {wish!r} is no fault this sandbox knows.")
