"""The stage: both platforms, the bot, a throw-away database, and the one clock they all go by."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.rehearsal.crew import Crew, Hire, Post
from bot.rehearsal.plan import DELIVERY, ZONE, Plan
from lessons.hours import Hours
from lessons.library import Library
from messages.letter import State
from sandbox.app import application
from sandbox.clock import SandboxClock
from sandbox.overtaken import Overtaken
from sandbox.server import serving as serving_sandbox
from sandbox.settings import SandboxSettings
from sandbox.state import Sandbox
from school import cohorts
from store import migrate
from store.database import Database

_A_MONTH = 31


class Astray(Exception):
    """KOTSU_LINE_API_URL or KOTSU_SLACK_API_URL is set, and what is sent there does not reach the sandbox."""


@dataclass(frozen=True, slots=True)
class Town:
    """`code` lets people into the cohort."""

    sandbox: Sandbox
    clock: SandboxClock
    crew: Crew
    code: str

    async def move_to(self, moment: datetime) -> None:
        """It is then, on the platforms and for the bot."""
        self.clock.move_to(moment)
        await self.crew.move_to(moment)

    async def rest(self) -> datetime | None:
        """The bot does what can be done now, and nothing more is on its way to it; tells when it will next have
        something to do.
        """
        postman = self.sandbox.postman
        while True:
            await postman.idle()
            sent, coming = postman.sent, await self.crew.rest()
            if postman.sent == sent:
                return coming

    async def sweep(self) -> None:
        """The bot puts its things in order."""
        await self.crew.sweep()

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

    async def letters(self) -> dict[State, int]:
        """How many letters ended in which state."""
        return await self.crew.letters()


@asynccontextmanager
async def town(plan: Plan, folder: Path, hire: Hire) -> AsyncIterator[Town]:
    """A town with LINE and Slack and one cohort; nobody has joined yet. `hire` says where the bot works.

    Raises Astray, OSError for a taken port, and what a bot raises that cannot begin.
    """
    url = f"sqlite:///{folder / 'kotsu.db'}"
    migrate.upgrade(url)
    clock = SandboxClock(plan.eve, frozen=True)
    sandbox = Sandbox(SandboxSettings(timezone=ZONE.key, quota=(plan.line + plan.slack) * _A_MONTH or 1), clock)
    async with AsyncExitStack() as stack:
        page = await stack.enter_async_context(serving_sandbox(application(sandbox), port=plan.sandbox_port))
        sandbox.slack.origin = page
        code = _found(url, plan, clock.now())
        crew = await stack.enter_async_context(hire(_post(plan, sandbox.settings, clock.now(), url=url, page=page)))
        if len({entry.platform for entry in sandbox.record.since(0)}) < 2:
            raise Astray(Astray.__doc__)
        await sandbox.line.webhook.connect(f"{crew.address}/line/webhook")
        await sandbox.slack.outlet.connect(f"{crew.address}/slack/events")
        yield Town(sandbox, clock, crew, code)


def _post(plan: Plan, sandbox: SandboxSettings, at: datetime, *, url: str, page: str) -> Post:
    return Post(
        database_url=url,
        course=plan.course,
        at=at,
        line_api_url=plan.line_api_url or page,
        line_secret=sandbox.line_channel_secret,
        line_token=sandbox.line_access_token,
        slack_api_url=plan.slack_api_url or f"{page}/api/",
        slack_secret=sandbox.slack_signing_secret,
        slack_token=sandbox.slack_bot_token,
    )


def _found(url: str, plan: Plan, at: datetime) -> str:
    """An organisation with the usual hours, and a cohort of it; its join code."""
    database, hours = Database(url), Hours()
    try:
        with database.root() as root:
            made = root.organisations.create(
                name="予行演習の役所",
                timezone=ZONE,
                language="ja",
                opens=hours.opens,
                closes=hours.closes,
                lunch_from=hours.lunch_from,
                lunch_to=hours.lunch_to,
            )
            cohort = cohorts.create(
                root.work(made.id),
                Library((plan.course,)),
                name="予行演習",
                course=plan.course.id,
                starts_on=plan.workdays[0],
                delivery_time=DELIVERY,
                at=at,
            )
            return cohort.code
    finally:
        database.close()
