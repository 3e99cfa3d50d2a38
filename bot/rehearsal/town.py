"""The stage: both platforms, the bot, a throw-away database, and the one clock they all go by."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import SecretStr

from bot.app import running
from bot.rehearsal.plan import DELIVERY, NAME, ZONE, Plan
from bot.rehearsal.rest import Rest
from bot.serving import address, listening, serving_at
from config.settings import Settings
from lessons.editions import Editions
from lessons.hours import Hours
from messages.letter import State
from sandbox.app import application
from sandbox.clock import SandboxClock
from sandbox.overtaken import Overtaken
from sandbox.server import serving as serving_sandbox
from sandbox.settings import SandboxSettings
from sandbox.state import Sandbox
from scheduler.jobs import Rounds
from school import cohorts
from school.announcing.ledger import Fate
from school.digests import due
from store import migrate
from store.database import Database
from store.root import Root
from store.work import Work

Found = TypeVar("Found")
_A_MONTH = 31


class Astray(Exception):
    """KOTSU_LINE_API_URL or KOTSU_SLACK_API_URL is set, and what is sent there does not reach the sandbox."""


@dataclass(frozen=True, slots=True)
class Town:
    """`code` lets people into the cohort."""

    sandbox: Sandbox
    clock: SandboxClock
    rounds: Rounds
    organisation: int
    code: str
    _rest: Rest

    async def rest(self) -> datetime | None:
        """The bot does what can be done now; tells when it will next have something to do."""
        return await self._rest.come()

    async def write(self, deed: Callable[[Work], Found]) -> Found:
        """What the office does at the bot's own desk, in one transaction."""

        def done() -> Found:
            with self.rounds.database.begin(self.organisation) as work:
                return deed(work)

        return await self.rounds.database.run(done)

    async def govern(self, deed: Callable[[Root, int, datetime], None], at: datetime) -> None:
        """The same for what concerns the organisation itself."""

        def done() -> None:
            with self.rounds.database.root() as root:
                deed(root, self.organisation, at)

        await self.rounds.database.run(done)

    async def let_go(self) -> None:
        """Deliver what the weather holds back, for no later event may come to overtake it at this moment."""
        for overtaken in self._overtaken:
            for event in overtaken.take():
                await overtaken.send(event)

    @property
    def reordered(self) -> int:
        """How many events a later one overtook."""
        return sum(overtaken.count for overtaken in self._overtaken)

    @property
    def _overtaken(self) -> tuple[Overtaken, Overtaken]:
        return self.sandbox.line.webhook.overtaken, self.sandbox.slack.outlet.overtaken

    async def open_letters(self) -> int:
        """How many letters have not ended yet."""
        return await self.rounds.database.run(self._open_letters)

    async def letters(self) -> dict[State, int]:
        """How many letters ended in which state; not those to whom nothing could be sent from the beginning."""
        return await self.rounds.database.run(self._letters)

    def _open_letters(self) -> int:
        with self.rounds.database.root() as root:
            seen = root.ahead(self.clock.now())
        return seen.waiting + seen.late + seen.carried

    def _letters(self) -> dict[State, int]:
        with self.rounds.database.root() as root:
            found = root.outbox.states(besides=Fate.BLOCKED)
        return {state: found.get(state, 0) for state in State}


@asynccontextmanager
async def town(plan: Plan, folder: Path) -> AsyncIterator[Town]:
    """A town with LINE and Slack and one cohort; nobody has joined yet. Raises Astray, and OSError for a taken port."""
    url = f"sqlite:///{folder / 'kotsu.db'}"
    migrate.upgrade(url)
    clock = SandboxClock(plan.eve, frozen=True)
    quota = (plan.line + plan.slack) * _A_MONTH or 1
    sandbox = Sandbox(SandboxSettings(timezone=ZONE.key, quota=quota, lenience=plan.lenience), clock)
    async with AsyncExitStack() as stack:
        page = await stack.enter_async_context(serving_sandbox(application(sandbox), port=plan.sandbox_port))
        sandbox.slack.origin = page
        organisation, code = _found(url, plan, clock.now())
        rounds: list[Rounds] = []
        place = stack.enter_context(listening("127.0.0.1", 0))
        bot = address(place)
        shelf = replace(plan.shelf, editions=Editions())  # what the cohort kept is read from the database
        app = await stack.enter_async_context(
            running(_settings(plan, sandbox.settings, url, page=page, bot=bot), clock, shelf, attend=rounds.append)
        )
        if len({entry.platform for entry in sandbox.record.since(0)}) < 2:
            raise Astray(Astray.__doc__)
        rounds[0].carrier.longest_rest = 0
        await stack.enter_async_context(serving_at(app, place))
        await sandbox.line.webhook.connect(f"{bot}/line/webhook")
        await sandbox.slack.outlet.connect(f"{bot}/slack/events")
        yield Town(sandbox, clock, rounds[0], organisation, code, Rest(rounds[0]))


def _settings(plan: Plan, sandbox: SandboxSettings, url: str, *, page: str, bot: str) -> Settings:
    return Settings.model_construct(
        database_url=url,
        public_url=bot,
        line_channel_secret=SecretStr(sandbox.line_channel_secret),
        line_channel_access_token=SecretStr(sandbox.line_access_token),
        line_api_url=plan.line_api_url or page,
        slack_signing_secret=SecretStr(sandbox.slack_signing_secret),
        slack_bot_token=SecretStr(sandbox.slack_bot_token),
        slack_app_token=None,
        slack_api_url=plan.slack_api_url or f"{page}/api/",
        timezone=ZONE.key,
        log_format="text",
    )


def _found(url: str, plan: Plan, at: datetime) -> tuple[int, str]:
    """An organisation with the usual hours, and a cohort of it; its number and the join code."""
    database, hours = Database(url), Hours()
    try:
        with database.root() as root:
            made = root.organisations.create(
                name=NAME,
                timezone=ZONE,
                language="ja",
                opens=hours.opens,
                closes=hours.closes,
                lunch_from=hours.lunch_from,
                lunch_to=hours.lunch_to,
            )
            cohort = cohorts.create(
                root.work(made.id),
                plan.shelf,
                name="予行演習",
                course=plan.course.id,
                starts_on=plan.workdays[0],
                delivery_time=DELIVERY,
                at=at,
            )
            if not plan.plain:
                due.switch(root.work(made.id), at, wanted=True)
            return made.id, cohort.code
    finally:
        database.close()
