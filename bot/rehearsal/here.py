"""A crew in this process: the bot itself."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from pydantic import SecretStr

from bot.app import running
from bot.rehearsal.crew import Post
from bot.rehearsal.plan import ZONE
from bot.rehearsal.rest import rest
from bot.serving import address, listening, serving_at
from config.settings import Settings
from lessons.library import Library
from messages.letter import State
from sandbox.clock import SandboxClock
from scheduler import jobs
from scheduler.jobs import Rounds


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
