"""Halts on the way: now and then nothing is carried, so that answers are timed with and without in the same minutes."""

import asyncio
from time import perf_counter
from typing import Final

from bot.bench.announce_answers import Wait
from channels.channel import Channel, Quota, Receipt
from messages.letter import Parcel

_GO: Final = 2.0  # seconds at least from one halt to the next
_HALT: Final = 2.0  # seconds of a halt


class Halting:
    """Sends by the channel it stands before, after a halt if the last one is long enough ago."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._since = 0.0  # when the last halt was over
        self.halts: list[tuple[float, float]] = []

    async def send(self, parcel: Parcel) -> Receipt:
        """As the channel does, once the way is free."""
        began = perf_counter()
        if began > self._since + _GO:
            await asyncio.sleep(_HALT)
            self._since = perf_counter()
            self.halts.append((began, self._since))
        return await self._channel.send(parcel)

    async def fetched(self, url: str, most: int) -> bytes:
        """As the channel does."""
        return await self._channel.fetched(url, most)

    async def quota(self) -> Quota | None:
        """What the channel tells."""
        return await self._channel.quota()

    def saw(self, wait: Wait) -> bool:
        """Whether the answer was given and came back within one halt."""
        given, took = wait
        return any(began <= given and given + took <= ended for began, ended in self.halts)
