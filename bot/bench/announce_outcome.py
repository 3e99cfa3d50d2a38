"""What became of an announcement to many, as a row for people and machines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.bench.announce_answers import Wait, p95
from bot.bench.announce_platform import Recipients, Seen
from bot.bench.figures import Tally


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it. `busy` are seconds in which something was on its way; the answers of those are compared with
    the ones before. Waits are in seconds. `on_line` is how LINE's letters went, `bare` the floor they stand on.
    """

    database: str
    recipients: Recipients
    seen: Seen
    wall: float
    busy: float
    idle: Sequence[Wait]
    load: Sequence[Wait]
    on_line: Tally
    bare: Tally

    @property
    def ratio(self) -> float:
        """The answers' 95th percentile while announcing, by the one before; 0 where there were too few to tell."""
        return p95(self.load) / p95(self.idle) if self.load and p95(self.idle) else 0.0

    def as_json(self) -> dict[str, Any]:  # raw JSON
        """For a machine to read."""
        return {
            "name": "announce",
            "database": self.database,
            "recipients": self.recipients.line,
            "slack": self.recipients.slack,
            "line_calls": self.seen.line_calls,
            "reached": self.seen.reached,
            "duplicates": self.seen.duplicates,
            "answer_p95_ratio": round(self.ratio, 3),
            "wall_s": round(self.wall, 2),
            "busy_s": round(self.busy, 2),
            "rate": round(self.seen.reached / self.busy, 1) if self.busy else 0.0,
            "unit": "letters/s",
            "line_rate": round(self.on_line.rate, 1),
            "floors": {"bare": round(self.bare.rate, 1)} if self.bare.rate else {},
            "ratio": {"bare": round(self.on_line.rate / self.bare.rate, 3)} if self.bare.rate else {},
            "idle_p95_ms": round(1000 * p95(self.idle), 2),
            "load_p95_ms": round(1000 * p95(self.load), 2),
            "answers": len(self.load),
        }

    def told(self) -> str:
        """For people."""
        return "\n".join(f"{name:<18}{value}" for name, value in self.as_json().items())
