"""What is measured, and how it is told: rates, the floors they stand on, and how long one thing takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, Final

_HEAD: Final = ("name", "database", "rate", "", "p50 ms", "p99 ms", "floors", "ratio")


@dataclass(frozen=True, slots=True)
class Tally:
    """One measurement: how many were done in how many seconds, and how long each took (seconds)."""

    count: int
    seconds: float
    waits: Sequence[float] = ()

    @property
    def rate(self) -> float:
        return self.count / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `rate` and `floors` are per second; `ratio` is the rate by each floor."""

    name: str
    database: str
    rate: float
    unit: str
    floors: Mapping[str, float]
    ratio: Mapping[str, float]
    p50_ms: float
    p99_ms: float

    def as_json(self) -> dict[str, Any]:  # raw JSON
        """The same for a machine to read."""
        return {
            "name": self.name,
            "database": self.database,
            "rate": round(self.rate, 1),
            "unit": self.unit,
            "floors": {floor: round(rate, 1) for floor, rate in self.floors.items()},
            "ratio": {floor: round(ratio, 3) for floor, ratio in self.ratio.items()},
            "p50_ms": round(self.p50_ms, 2),
            "p99_ms": round(self.p99_ms, 2),
        }


def figure(
    *, name: str, database: str, unit: str, product: Sequence[Tally], floors: Mapping[str, Sequence[Tally]]
) -> Figure:
    """Medians over rounds. A ratio compares within each round, so that a machine that slows down slows down both."""
    waits = sorted(wait for tally in product for wait in tally.waits)
    return Figure(
        name=name,
        database=database,
        rate=_rate(product),
        unit=unit,
        floors={floor: _rate(tallies) for floor, tallies in floors.items()},
        ratio={floor: _ratio(product, tallies) for floor, tallies in floors.items()},
        p50_ms=1000 * _percentile(waits, 50),
        p99_ms=1000 * _percentile(waits, 99),
    )


def table(figures: Sequence[Figure]) -> str:
    """The figures for people to read."""
    rows = [_HEAD, *(_row(each) for each in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEAD))]
    return "\n".join("  ".join(_padded(row, widths)).rstrip() for row in rows)


def _rate(tallies: Sequence[Tally]) -> float:
    return median(tally.rate for tally in tallies)


def _ratio(product: Sequence[Tally], floor: Sequence[Tally]) -> float:
    return median(ours.rate / its.rate for ours, its in zip(product, floor, strict=True) if its.rate)


def _percentile(waits: Sequence[float], number: int) -> float:
    if len(waits) < 2:
        return sum(waits)
    return quantiles(waits, n=100, method="inclusive")[number - 1]


def _row(each: Figure) -> tuple[str, ...]:
    floors = ", ".join(f"{name} {rate:,.0f}" for name, rate in each.floors.items())
    ratios = ", ".join(f"{ratio:.2f}" for ratio in each.ratio.values())
    waits = f"{each.p50_ms:.1f}", f"{each.p99_ms:.1f}"
    return each.name, each.database, f"{each.rate:,.0f}", each.unit, *waits, floors, ratios


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    numbers = {2, 4, 5}
    for place, (word, width) in enumerate(zip(row, widths, strict=True)):
        yield word.rjust(width) if place in numbers else word.ljust(width)
