"""Answers a second, to the end: until the reply to each has reached the platform, and the outbox knows it."""

from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from time import perf_counter

from bot.bench import doors, rows
from bot.bench.bare import bare
from bot.bench.carried import Carried
from bot.bench.figures import Tally
from bot.bench.inbound import against, pressed, replies
from bot.bench.outbound import at_work, only
from bot.bench.race import Contender, Race
from bot.bench.senders import sending
from bot.bench.town import LATER, Fixed, Town, opened
from handlers.reception import Desk
from messages.incoming import ChannelName
from scheduler.courier import Courier


@asynccontextmanager
async def replied(town: Town, crowd: ProcessPoolExecutor, platform: str) -> AsyncIterator[Race]:
    """The whole bot on LINE, courier and all; the least that could do the same replies before it answers."""
    requests, texts = pressed(town, ChannelName.LINE), replies(town, ChannelName.LINE)
    with opened(town.place.copy(town.answering)) as database, bare(town.place.copy(town.answering)) as least:
        async with sending(town, ChannelName.LINE, platform) as ways:
            channel = Carried(ways.channel)
            courier = Courier(database, {only(database, ChannelName.LINE).id: channel}, Fixed(LATER))
            desk = Desk(database, town.library, Fixed(LATER), courier)

            async def then(deed: rows.Deed) -> None:
                await ways.ready()
                await least.run(rows.carried, deed, LATER)

            async with (
                doors.ours(desk, ChannelName.LINE, platform) as port,
                doors.floor(least, ChannelName.LINE, texts, then) as floor,
                at_work(courier),
            ):
                yield Race(
                    name="replied",
                    database=town.place.kind,
                    unit="answers/s",
                    product=_to_the_end(against(crowd, port, requests), channel),
                    floors={"bare": against(crowd, floor, requests)},
                )


def _to_the_end(answers: Contender, channel: Carried) -> Contender:
    """The same, and then until as many replies have arrived as answers were given."""

    async def contender(number: int, seconds: float) -> Tally:
        before = len(channel.waits)
        tally = await answers(number, seconds)
        began = perf_counter()
        await channel.arrived(before + tally.count)
        return replace(tally, seconds=tally.seconds + perf_counter() - began)

    return contender
