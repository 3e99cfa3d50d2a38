"""All the races of a run, one after the other."""

from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractAsyncContextManager
from enum import StrEnum
from functools import partial
from typing import Final, TypeAlias

from bot.bench import race
from bot.bench.figures import Figure
from bot.bench.inbound import inbound
from bot.bench.load import crowd
from bot.bench.outbound import outbound
from bot.bench.pace import pace
from bot.bench.places import Place
from bot.bench.replied import replied
from bot.bench.stub import platform
from bot.bench.town import Town
from lessons.library import Library
from messages.incoming import ChannelName

_Start: TypeAlias = Callable[[], AbstractAsyncContextManager[race.Race]]
_PER_SECOND: Final = 400  # learners on each platform for each second of measuring


class What(StrEnum):
    """What can be measured."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    PACE = "pace"
    ANNOUNCE = "announce"  # no race: see announce.py


async def meeting(what: What | None, place: Place, library: Library, seconds: float) -> AsyncIterator[Figure]:
    """Each figure as soon as it stands; `seconds` is how long each race's product, and each floor, may take."""
    town = Town(place, library, max(20, round(_PER_SECOND * seconds)))
    with platform() as url, crowd() as pool:
        for start in _starts(what, town, pool, url):
            async with start() as each:
                yield await race.run(each, seconds)


def _starts(what: What | None, town: Town, pool: ProcessPoolExecutor, url: str) -> Iterator[_Start]:
    if what in {None, What.INBOUND}:
        yield from (partial(inbound, town, channel, pool, url) for channel in ChannelName)
        yield partial(replied, town, pool, url)
    if what in {None, What.OUTBOUND}:
        yield from (partial(outbound, town, channel, url) for channel in ChannelName)
    if what in {None, What.PACE}:
        yield partial(pace, town)
