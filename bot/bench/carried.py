"""A channel with a watch: how long each letter takes, and when so many have arrived."""

import asyncio
from time import perf_counter

from channels.channel import Channel, Quota, Receipt
from messages.letter import Parcel


class Carried:
    """Sends by the channel it stands before."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._news = asyncio.Condition()
        self.waits: list[float] = []
        self.last = 0.0  # when the last one was there, by the machine's own clock

    async def send(self, parcel: Parcel) -> Receipt:
        """As the channel does; what does not arrive is not counted."""
        began = perf_counter()
        receipt = await self._channel.send(parcel)
        self.last = perf_counter()
        self.waits.append(self.last - began)
        async with self._news:
            self._news.notify_all()
        return receipt

    async def fetched(self, url: str, most: int) -> bytes:
        """As the channel does."""
        return await self._channel.fetched(url, most)

    async def quota(self) -> Quota | None:
        """What the channel tells."""
        return await self._channel.quota()

    async def arrived(self, count: int) -> None:
        """Return once so many have arrived in all."""
        async with self._news:
            await self._news.wait_for(lambda: len(self.waits) >= count)
