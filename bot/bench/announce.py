"""An announcement to many: who got it, in how many calls, and what answers cost meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from typing import Final

from linebot.v3.messaging import AsyncMessagingApi

from bot.bench import doors
from bot.bench.announce_answers import Wait, Walk
from bot.bench.announce_floor import bare
from bot.bench.announce_halts import Halting
from bot.bench.announce_outcome import Outcome, Round
from bot.bench.announce_platform import SETTINGS, Platform, Recipients, people
from bot.bench.announce_town import announced, settled
from bot.bench.carried import Carried
from bot.bench.figures import Tally
from bot.bench.inbound import pressed
from bot.bench.load import crowd
from bot.bench.meanwhile import meanwhile
from bot.bench.outbound import at_work
from bot.bench.places import Place
from bot.bench.senders import sending
from bot.bench.stub import platform
from bot.bench.town import LATER, Town, opened
from channels.channel import Channel
from channels.line.client import connect
from channels.line.sender import LineSender
from channels.slack.client import session, web_client
from channels.slack.sender import SlackSender
from handlers.reception import Desk
from lessons.library import Library
from messages.incoming import ChannelName
from sandbox.clock import SandboxClock
from scheduler import jobs
from scheduler.carrier import Carrier
from scheduler.courier import Courier
from scheduler.jobs import Rounds
from scheduler.meter import Meter
from scheduler.porter import Porter
from store.announcement import Stage
from store.database import Database

_IDLE: Final = 4  # answers are given for so many times the seconds asked for before anything is announced, and after
_BEAT: Final = 1.0  # seconds between two looks for what may be tried again
_TIDY: Final = 2.0  # seconds between two looks at the database's log
_AFTER: Final = 600.0  # seconds after which it is given up


@dataclass(frozen=True, slots=True)
class _Around:
    """The other processes: who answers; the platform (`yes`) that takes every reply; the ones for what is announced."""

    crowd: ProcessPoolExecutor
    yes: str
    there: Platform


@dataclass(slots=True)
class _Watch:
    """When the carrier was at work."""

    spans: list[tuple[float, float]] = field(default_factory=list)

    async def until(self, rounds: Rounds, done: Callable[[], Awaitable[bool]]) -> None:
        """Carry until it is done, or it is given up; with a rest after each round, as the timetable has it."""
        first = perf_counter()
        while perf_counter() < first + _AFTER:
            began = perf_counter()
            await jobs.announce(rounds)
            await jobs.freight(rounds)
            self.spans.append((began, perf_counter()))
            if await done():
                return
            await asyncio.sleep(_BEAT)

    def saw(self, wait: Wait) -> bool:
        """Whether the answer was waited for while something was carried."""
        given, took = wait
        return any(began < given + took and given < ended for began, ended in self.spans)


async def announce(place: Place, library: Library, recipients: Recipients, *, rounds: int, seconds: float) -> Outcome:
    """Measured so many times, each on a database of its own; raises Unwell."""
    town = Town(place, library, 40 + min(recipients.all // 25, 360))  # learners who answer meanwhile
    with platform() as yes, crowd() as pool:
        return Outcome(
            place.kind, recipients, [await _round(town, recipients, pool, yes, seconds) for _ in range(rounds)]
        )


async def _round(town: Town, recipients: Recipients, pool: ProcessPoolExecutor, yes: str, seconds: float) -> Round:
    with people(recipients) as there:
        return await _announced(town, recipients, _Around(pool, yes, there), seconds)


async def _announced(town: Town, recipients: Recipients, around: _Around, seconds: float) -> Round:
    """Answers go on all the while; what is announced goes by the same jobs as ever."""
    async with AsyncExitStack() as stack:
        database = stack.enter_context(opened(settled(town, recipients)))
        organisation, accounts = await database.run(_ours, database)
        clock = SandboxClock(LATER)
        ways = await stack.enter_async_context(sending(town, ChannelName.LINE, around.yes))
        courier = Courier(database, {accounts[ChannelName.LINE]: ways.channel}, clock)
        channels = await stack.enter_async_context(_channels(accounts, around.there.url))
        line = Carried(channels[accounts[ChannelName.LINE]])
        channels[accounts[ChannelName.LINE]] = halting = Halting(line)
        carrier, meter = Carrier(database, channels, clock), Meter(database, channels, town.library, clock)
        porter = Porter(database, channels, clock)
        rounds = Rounds(database, town.library, clock, courier, carrier, meter, porter)
        desk = Desk(database, town.library, clock, courier)
        port = await stack.enter_async_context(doors.ours(desk, ChannelName.LINE, around.yes))
        await stack.enter_async_context(at_work(courier))
        await stack.enter_async_context(meanwhile(_tidied(rounds)))
        requests = iter(pressed(town, ChannelName.LINE))
        await Walk(around.crowd, port, requests).go_for(min(seconds, 1))  # a warm-up that does not count
        idle, load, watch = Walk(around.crowd, port, requests), Walk(around.crowd, port, requests), _Watch()
        await idle.go_for(_IDLE * seconds)
        number = await database.run(announced, database, organisation)
        began = perf_counter()
        async with _walking(load):
            await watch.until(rounds, partial(database.run, _done, database, organisation, number))
        wall = perf_counter() - began
        await idle.go_for(_IDLE * seconds)
        halted = sum(ended - began for began, ended in halting.halts)
        busy = sum(ended - began for began, ended in watch.spans)
        resting = [wait for wait in load.waits if halting.saw(wait)]
        waits = [wait for wait in load.waits if watch.saw(wait) and not halting.saw(wait)]
        seen, on_line = around.there.seen(), Tally(recipients.line, max(line.last - began - halted, 0.0))
        floor = await bare(around.there.url, recipients.line, seconds)
        return Round(seen, wall - halted, busy - halted, [*idle.waits, *resting], waits, on_line=on_line, bare=floor)


async def _tidied(rounds: Rounds) -> None:
    """The log is kept short, as the timetable has it."""
    while True:
        await jobs.checkpoint(rounds)
        await asyncio.sleep(_TIDY)


@asynccontextmanager
async def _walking(walk: Walk) -> AsyncIterator[None]:
    """Answers are given until the block ends; the last ones are waited for."""
    ended = asyncio.Event()
    task = asyncio.create_task(walk.go(lambda: not ended.is_set()))
    try:
        yield
    finally:
        ended.set()
        await task


@asynccontextmanager
async def _channels(accounts: dict[ChannelName, int], url: str) -> AsyncIterator[dict[int, Channel]]:
    client = connect(SETTINGS.line_access_token, url)
    try:
        async with session() as shared:
            slack = web_client(token=SETTINGS.slack_bot_token, api_url=f"{url}/api/", session=shared)
            yield {
                accounts[ChannelName.LINE]: LineSender(AsyncMessagingApi(client)),
                accounts[ChannelName.SLACK]: SlackSender(slack, shared),
            }
    finally:
        await client.close()


def _ours(database: Database) -> tuple[int, dict[ChannelName, int]]:
    with database.root() as root:
        return root.organisations.all()[0].id, {each.channel: each.id for each in root.accounts.all()}


def _done(database: Database, organisation: int, number: int) -> bool:
    with database.read(organisation) as work:
        return work.announcements.get(number).stage is Stage.DONE
