"""An announcement to many: who got it, in how many calls, and what answers cost meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from typing import Any, Final

from linebot.v3.messaging import AsyncMessagingApi

from bot.bench import doors
from bot.bench.announce_answers import Wait, Walk, p95
from bot.bench.announce_platform import SETTINGS, Platform, Recipients, Seen, people
from bot.bench.announce_town import announced, settled
from bot.bench.inbound import pressed
from bot.bench.load import crowd
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

_IDLE: Final = 6  # answers are given before anything is announced for so many times the seconds asked for
_BEAT: Final = 1.0  # seconds between two looks for what may be tried again
_AFTER: Final = 600.0  # seconds after which it is given up


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it. `busy` are seconds in which something was on its way; the answers of those are compared with
    the ones before. Waits are in seconds.
    """

    database: str
    recipients: Recipients
    seen: Seen
    wall: float
    busy: float
    idle: Sequence[Wait]
    load: Sequence[Wait]

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
            "idle_p95_ms": round(1000 * p95(self.idle), 2),
            "load_p95_ms": round(1000 * p95(self.load), 2),
            "answers": len(self.load),
        }

    def told(self) -> str:
        """For people."""
        return "\n".join(f"{name:<18}{value}" for name, value in self.as_json().items())


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


async def announce(place: Place, library: Library, recipients: Recipients, seconds: float) -> Outcome:
    """Measured once, on a database of its own; raises Unwell."""
    town = Town(place, library, 40 + min(recipients.all // 25, 360))  # learners who answer meanwhile
    with platform() as yes, crowd() as pool, people(recipients) as there:
        return await _announced(town, recipients, _Around(pool, yes, there), seconds)


async def _announced(town: Town, recipients: Recipients, around: _Around, seconds: float) -> Outcome:
    """Answers go on all the while; what is announced goes by the same jobs as ever."""
    async with AsyncExitStack() as stack:
        database = stack.enter_context(opened(settled(town, recipients)))
        organisation, accounts = await database.run(_ours, database)
        clock = SandboxClock(LATER)
        ways = await stack.enter_async_context(sending(town, ChannelName.LINE, around.yes))
        courier = Courier(database, {accounts[ChannelName.LINE]: ways.channel}, clock)
        channels = await stack.enter_async_context(_channels(accounts, around.there.url))
        carrier, meter = Carrier(database, channels, clock), Meter(database, channels, town.library, clock)
        porter = Porter(database, channels, clock)
        rounds = Rounds(database, town.library, clock, courier, carrier, meter, porter)
        desk = Desk(database, town.library, clock, courier.wake)
        port = await stack.enter_async_context(doors.ours(desk, ChannelName.LINE, around.yes))
        await stack.enter_async_context(at_work(courier))
        requests = iter(pressed(town, ChannelName.LINE))
        await Walk(around.crowd, port, requests).go_for(min(seconds, 1))  # a warm-up that does not count
        idle, load, watch = Walk(around.crowd, port, requests), Walk(around.crowd, port, requests), _Watch()
        await idle.go_for(_IDLE * seconds)
        number = await database.run(announced, database, organisation)
        began = perf_counter()
        async with _walking(load):
            await watch.until(rounds, partial(database.run, _done, database, organisation, number))
        wall = perf_counter() - began
        busy = sum(ended - began for began, ended in watch.spans)
        waits = [wait for wait in load.waits if watch.saw(wait)]
        return Outcome(town.place.kind, recipients, around.there.seen(), wall, busy, idle.waits, waits)


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
