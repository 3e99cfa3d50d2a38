"""A race: the product against its floors, in turns, on the same machine at the same time."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.bench.figures import Figure, Tally, figure

ROUNDS: Final = 3
Contender: TypeAlias = Callable[[int, float], Awaitable[Tally]]
"""Does as much as it can in one round: the round's number, counted from 0 for the warm-up, and the seconds it has."""


@dataclass(frozen=True, slots=True)
class Race:
    """What is measured on which database, in which unit."""

    name: str
    database: str
    unit: str
    product: Contender
    floors: Mapping[str, Contender]


async def run(race: Race, seconds: float) -> Figure:
    """A short warm-up that does not count, then three rounds that share the seconds."""
    contenders = {"": race.product, **race.floors}
    for contender in contenders.values():
        await contender(0, seconds / ROUNDS / 2)
    tallies: dict[str, list[Tally]] = {name: [] for name in contenders}
    for number in range(1, ROUNDS + 1):
        for name, contender in contenders.items():
            tallies[name].append(await contender(number, seconds / ROUNDS))
    product = tallies.pop("")
    return figure(name=race.name, database=race.database, unit=race.unit, product=product, floors=tallies)


def share(supply: int, number: int) -> slice:
    """Which part of a supply belongs to this round: an equal one, so that none is left without."""
    size = supply // (ROUNDS + 1)
    return slice(number * size, (number + 1) * size)
