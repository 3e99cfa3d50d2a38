"""What became of an announcement to many, as a row for people and machines."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bot.bench.announce_answers import Wait, p95
from bot.bench.announce_platform import Recipients, Seen
from bot.bench.figures import Tally


@dataclass(frozen=True, slots=True)
class Round:
    """What became of it once. `wall` and `busy` are seconds: until it was done, and in which something was on its way,
    both without the halts; `load` are the waits of the answers of those, `idle` the ones before, after and in the
    halts. `on_line` is how LINE's letters went, `bare` the floor they stand on.
    """

    seen: Seen
    wall: float
    busy: float
    idle: Sequence[Wait]
    load: Sequence[Wait]
    on_line: Tally
    bare: Tally


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it in all rounds."""

    database: str
    recipients: Recipients
    rounds: Sequence[Round]

    @property
    def ratio(self) -> float:
        """The answers' 95th percentile while something was carried, by the one while nothing was. All rounds together,
        for the slowest of a few hundred answers are too few to tell.
        """
        idle, load = self._p95s
        return load / idle if idle else 0.0

    @property
    def _p95s(self) -> tuple[float, float]:
        idle = [wait for each in self.rounds for wait in each.idle]
        load = [wait for each in self.rounds for wait in each.load]
        return p95(idle), p95(load)

    def as_json(self) -> dict[str, Any]:  # raw JSON
        """For a machine to read. Seconds and rates are medians, the promises the worst of all rounds."""
        idle, load = self._p95s
        bare = median(each.bare.rate for each in self.rounds)
        on_line = median(each.on_line.rate for each in self.rounds)
        by_bare = median(each.on_line.rate / each.bare.rate if each.bare.rate else 0.0 for each in self.rounds)
        busy, reached = median(each.busy for each in self.rounds), min(each.seen.reached for each in self.rounds)
        return {
            "name": "announce",
            "database": self.database,
            "recipients": self.recipients.line,
            "slack": self.recipients.slack,
            "rounds": len(self.rounds),
            "line_calls": max(each.seen.line_calls for each in self.rounds),
            "reached": reached,
            "duplicates": sum(each.seen.duplicates for each in self.rounds),
            "answer_p95_ratio": round(self.ratio, 3),
            "wall_s": round(median(each.wall for each in self.rounds), 2),
            "busy_s": round(busy, 2),
            "rate": round(reached / busy, 1) if busy else 0.0,
            "unit": "letters/s",
            "line_rate": round(on_line, 1),
            "floors": {"bare": round(bare, 1)} if bare else {},
            "ratio": {"bare": round(by_bare, 3)} if bare else {},
            "idle_p95_ms": round(1000 * idle, 2),
            "load_p95_ms": round(1000 * load, 2),
            "answers": sum(len(each.load) for each in self.rounds),
        }

    def told(self) -> str:
        """For people."""
        return "\n".join(f"{name:<18}{value}" for name, value in self.as_json().items())
