"""Letters a second: personal lessons leave for a platform that takes them at once, and the outbox knows of each."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from time import perf_counter

from bot.bench.carried import Carried
from bot.bench.figures import Tally
from bot.bench.meanwhile import meanwhile
from bot.bench.race import Contender, Race, share
from bot.bench.senders import Sending, sending
from bot.bench.town import MORNING, Fixed, Town, opened
from messages.incoming import ChannelName
from scheduler.courier import AT_ONCE, Courier
from store.database import Database
from store.values import Account


@asynccontextmanager
async def outbound(town: Town, channel: ChannelName, platform: str) -> AsyncIterator[Race]:
    """The courier with everything it writes down, against loops that only send. A wait is one letter's sending."""
    with opened(town.place.copy(town.delivered)) as database:
        async with sending(town, channel, platform) as ways:
            account = only(database, channel)
            yield Race(
                name="outbound" if channel is ChannelName.LINE else f"outbound-{channel}",
                database=town.place.kind,
                unit="letters/s",
                product=_courier(database, account, ways, town.learners // 2),
                floors={"aiohttp": _again_and_again(ways.ready), "sdk": _again_and_again(ways.sdk)},
            )


def only(database: Database, channel: ChannelName) -> Account:
    """Our account on this platform; letters of the others stay."""
    with database.root() as root:
        accounts = root.accounts.all()
        for each in accounts:
            if each.channel is not channel:
                root.accounts.deactivate(each.id)
        return next(each for each in accounts if each.channel is channel)


@asynccontextmanager
async def at_work(courier: Courier) -> AsyncIterator[None]:
    """The courier carries; at the end it settles what is under way."""
    async with meanwhile(courier.run()):
        courier.wake()
        yield


def _courier(database: Database, account: Account, ways: Sending, supply: int) -> Contender:
    async def contender(number: int, seconds: float) -> Tally:
        mine, channel = share(supply, number), Carried(ways.channel)
        began = perf_counter()
        async with at_work(Courier(database, {account.id: channel}, Fixed(MORNING))):
            with suppress(TimeoutError):
                await asyncio.wait_for(channel.arrived(mine.stop - mine.start), seconds)
        return Tally(len(channel.waits), perf_counter() - began, channel.waits)

    return contender


def _again_and_again(send: Callable[[], Awaitable[object]]) -> Contender:
    """As many at once as the courier."""

    async def contender(_number: int, seconds: float) -> Tally:
        waits: list[float] = []
        began = perf_counter()

        async def one_after_another() -> None:
            while (sent := perf_counter()) < began + seconds:
                await send()
                waits.append(perf_counter() - sent)

        await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
        return Tally(len(waits), perf_counter() - began, waits)

    return contender
