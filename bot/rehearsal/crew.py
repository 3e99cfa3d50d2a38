"""The bot as a rehearsal has it: it goes by a clock of its own, which somebody else moves. Here: in this process."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from pydantic import SecretStr

from bot.app import running
from bot.rehearsal.plan import ZONE
from bot.rehearsal.rest import rest
from bot.serving import address, listening, serving_at
from config.settings import Settings
from lessons.library import Library
from lessons.model import Course
from messages.letter import State
from sandbox.clock import SandboxClock
from scheduler import jobs
from scheduler.jobs import Rounds


@dataclass(frozen=True, slots=True)
class Post:
    """What the bot is told when it begins: where everything is, what it teaches, and what time it is."""

    database_url: str
    course: Course
    at: datetime
    line_api_url: str
    line_secret: str
    line_token: str
    slack_api_url: str
    slack_secret: str
    slack_token: str


class Crew(Protocol):
    """The bot at work; `address` is where its webhooks are."""

    @property
    def address(self) -> str:
        """As http://127.0.0.1:8000."""

    async def move_to(self, moment: datetime) -> None:
        """Its clock stands there from now on."""

    async def rest(self) -> datetime | None:
        """It does what can be done now; tells when it will next have something to do. Raises Restless."""

    async def sweep(self) -> None:
        """It does what is done every five minutes of a bot that is not rehearsed."""

    async def letters(self) -> dict[State, int]:
        """How many letters ended in which state."""


Hire: TypeAlias = Callable[[Post], AbstractAsyncContextManager[Crew]]


@dataclass(frozen=True, slots=True)
class Here:
    """A crew in this process."""

    address: str
    clock: SandboxClock
    rounds: Rounds

    async def move_to(self, moment: datetime) -> None:
        self.clock.move_to(moment)

    async def rest(self) -> datetime | None:
        return await rest(self.rounds)

    async def sweep(self) -> None:
        await jobs.sweep(self.rounds)

    async def letters(self) -> dict[State, int]:
        return await self.rounds.database.run(self._letters)

    def _letters(self) -> dict[State, int]:
        with self.rounds.database.root() as root:
            works = [root.work(each.id) for each in root.organisations.all()]
            ledger = [letter.state for work in works for letter in work.outbox.ledger(limit=10**9)]
        return {state: ledger.count(state) for state in State}


@asynccontextmanager
async def here(post: Post) -> AsyncIterator[Here]:
    """The bot at work in this process until the block ends. Raises BadToken, DatabaseUnusable."""
    clock, rounds = SandboxClock(post.at, frozen=True), list[Rounds]()
    async with AsyncExitStack() as stack:
        place = stack.enter_context(listening("127.0.0.1", 0))
        settings, shelf = _settings(post, address(place)), Library((post.course,))
        app = await stack.enter_async_context(running(settings, clock, shelf, attend=rounds.append))
        await stack.enter_async_context(serving_at(app, place))
        yield Here(address(place), clock, rounds[0])


def _settings(post: Post, public_url: str) -> Settings:
    return Settings.model_construct(
        database_url=post.database_url,
        public_url=public_url,
        line_channel_secret=SecretStr(post.line_secret),
        line_channel_access_token=SecretStr(post.line_token),
        line_api_url=post.line_api_url,
        slack_signing_secret=SecretStr(post.slack_secret),
        slack_bot_token=SecretStr(post.slack_token),
        slack_app_token=None,
        slack_api_url=post.slack_api_url,
        timezone=ZONE.key,
        log_format="text",
    )
