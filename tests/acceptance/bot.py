"""The whole bot for a story: sandbox, database, web server, courier and timetable, on a clock that the story moves."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from aiohttp import ClientSession
from pydantic import SecretStr

from bot.app import running
from bot.serving import serving
from config.settings import Settings
from lessons.library import Library
from messages.incoming import ChannelName
from messages.letter import State
from sandbox.app import create
from sandbox.clock import SandboxClock
from sandbox.server import serving as serving_sandbox
from sandbox.settings import SandboxSettings
from scheduler.jobs import Rounds
from scheduler.timetable import TIMETABLE
from school import cohorts
from store.database import Database
from store.errors import DatabaseUnusable
from store.letters import LetterRecord
from store.root import Root
from store.values import Attempt, Cohort
from store.work import Work
from tests.acceptance.learner import InSlack, Json, OnLine
from tests.compiled import compiled_once
from tests.shelf import FIRST_WEEK

Found = TypeVar("Found")
TOKYO: Final = ZoneInfo("Asia/Tokyo")
MONDAY: Final = date(2026, 9, 7)
BEAT: Final = timedelta(seconds=0.5)
OFTEN: Final = timedelta(minutes=1)
GLANCE: Final = 0.01  # seconds of wall clock between two looks at the tables
LENIENCE: Final = 10.0  # that a busy machine answers within two seconds is no story's promise
PATIENCE: Final = 10.0  # seconds of wall clock until something that does not settle is a failure


class TestBot:
    """One town with LINE and Slack, one cohort of the built-in course that begins on Monday 2026-09-07."""

    __test__ = False  # a tool, not a test

    def __init__(
        self, page: str, clock: SandboxClock, database: Database, session: ClientSession, shelf: Library
    ) -> None:
        self.page, self.clock, self.database, self.shelf = page, clock, database, shelf
        self.url = ""  # the bot's own address
        self.patience = PATIENCE
        self.organisation = 0
        self.cohort: Cohort
        self._session = session
        self._settings = configured(SandboxSettings(), page, database.url.render_as_string(hide_password=False))
        self._work = AsyncExitStack()
        self._rounds: list[Rounds] = []

    async def start(self) -> None:
        """The bot begins to work, and the platforms know where."""
        started = running(self._settings, self.clock, self.shelf, fastest=BEAT, attend=self._rounds.append)
        app = await self._work.enter_async_context(started)
        self.url = await self._work.enter_async_context(serving(app, "127.0.0.1", 0))
        await self.door("webhooks", {"line": f"{self.url}/line/webhook", "slack": f"{self.url}/slack/events"})

    async def stop(self) -> None:
        """The bot ends as it does at Ctrl-C; the platforms and the tables stay."""
        await self._work.aclose()

    async def on_line(self, name: str = "はな") -> OnLine:
        """A new friend of the bot in LINE, who has said nothing yet."""
        user = await self.door("line/users", {"name": name})
        return OnLine(self, user["id"])

    async def in_slack(self, name: str = "たろう") -> InSlack:
        """A new member of the workspace, who has said nothing yet."""
        user = await self.door("slack/users", {"name": name})
        return InSlack(self, user["id"])

    async def join(self, learner: OnLine | InSlack, nickname: str = "はな", at: str = "8:40") -> None:
        """Join as people do: the code, yes, a nickname, a time."""
        await learner.say(f"参加 {self.cohort.code}")
        await learner.press("同意して参加する")
        await learner.say(nickname)
        await learner.say(at)

    async def move_to(self, day: date, at: str = "8:40") -> None:
        """Move the clock to this local time, and let the bot do what is due."""
        hour, minute = at.split(":")
        moment = datetime.combine(day, time(int(hour), int(minute)), TOKYO)
        await self.door("clock", {"to": moment.isoformat()})
        await self.settled()

    async def advance(self, by: timedelta) -> None:
        """Move the clock, and let the bot do what is due."""
        await self.door("clock", {"advance": by.total_seconds()})
        await self.settled()

    async def door(self, path: str, body: Json | None = None) -> Json:
        """A door of the sandbox."""
        async with self._session.post(f"{self.page}/sandbox/{path}", json=body or {}) as answer:
            told: Json = await answer.json()
            assert answer.ok, told
            return told

    async def look(self, path: str) -> Json:
        """A page of the sandbox's control API."""
        async with self._session.get(f"{self.page}/sandbox/{path}") as answer:
            told: Json = await answer.json()
            return told

    async def chat(self, platform: str, user: str) -> Json:
        """One person's chat."""
        chats = (await self.look("state"))[platform]["chats"]
        found: Json = next(chat for chat in chats if chat["user"]["id"] == user)
        return found

    async def calls(self, path: str) -> list[Json]:
        """The bot's calls to one address of a platform, oldest first."""
        record = await self.look("record?limit=5000")
        return [each for each in record["requests"] if each["direction"] == "in" and each["path"].startswith(path)]

    async def settled(self) -> None:
        """Return when nothing is on its way and nothing is left that could happen now."""
        deadline = asyncio.get_running_loop().time() + self.patience
        while await self.database.run(self._busy):
            assert asyncio.get_running_loop().time() < deadline, "the bot does not come to rest"
            await self._beat()
            await asyncio.sleep(GLANCE)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Return when it holds: the meter works beside all else, in its own time."""
        deadline = asyncio.get_running_loop().time() + self.patience
        while not holds():
            assert asyncio.get_running_loop().time() < deadline, "it never comes to hold"
            await asyncio.sleep(GLANCE)

    async def _beat(self) -> None:
        """What the timetable does often, now: a story need not wait for its hands."""
        for beat in TIMETABLE:
            if beat.every < OFTEN:
                with suppress(DatabaseUnusable):
                    await beat.job(self._rounds[-1])

    def read(self, look: Callable[[Work], Found]) -> Found:
        """What the organisation's tables tell."""
        with self.database.read(self.organisation) as work:
            return look(work)

    def write(self, change: Callable[[Work], Found]) -> Found:
        """What the office does, in one transaction."""
        with self.database.begin(self.organisation) as work:
            return change(work)

    def attempts(self) -> list[Attempt]:
        """Every logged answer of the cohort, oldest first."""
        with self.database.read(self.organisation) as work:
            enrolments = work.enrolments.in_cohort(self.cohort.id)
            return [attempt for each in enrolments for attempt in work.attempts.of(each.id)]

    def letters(self) -> list[LetterRecord]:
        """The ledger, oldest first."""
        with self.database.read(self.organisation) as work:
            return list(reversed(work.outbox.ledger(limit=1000)))

    def _busy(self) -> bool:
        """Every deed and every job commits what follows from it, so one snapshot tells what is still to come."""
        at = self.clock.now()
        with self.database.read(self.organisation) as work:
            root = Root(work.outbox.connection)
            due = root.outbox.next_due(at)
            carried = (
                root.work(each.id).outbox.ledger(state=State.CARRYING, limit=1) for each in root.organisations.all()
            )
            return (
                bool(root.organisations.due(at) or root.organisations.nudged(at) or root.organisations.asked(at))
                or bool(root.outbox.overdue(at))
                or (due is not None and due <= at)
                or any(carried)
                or bool(work.threads.lost())
                or any(moment <= at for moment in (*root.ahead(at).many, *root.ahead(at).digests))
                or any(root.work(each.id).uploads.waiting() for each in root.organisations.all())
            )


@asynccontextmanager
async def town(
    database_url: str,
    start: datetime | None = None,
    *,
    shelf: Library | None = None,
    quota: int = 200,
    before: Callable[["TestBot"], None] | None = None,
) -> AsyncIterator[TestBot]:
    """A bot at rest on Monday 2026-09-07 at 8:00, half an hour before the office opens, unless told otherwise. `shelf`
    has the course in another form, or another one: the cohort takes its first. `quota` is LINE's month;
    `before` comes before the bot starts.
    """
    clock = SandboxClock(start or datetime.combine(MONDAY, time(8), TOKYO), frozen=True)
    async with AsyncExitStack() as stack:
        page = await stack.enter_async_context(
            serving_sandbox(create(settings=SandboxSettings(quota=quota, lenience=LENIENCE), clock=clock))
        )
        session = await stack.enter_async_context(ClientSession())
        database = Database(compiled_once(database_url))
        stack.callback(database.close)
        bot = TestBot(page, clock, database, session, shelf or FIRST_WEEK)
        _settle_in(bot)
        if before is not None:
            before(bot)
        stack.push_async_callback(bot.stop)
        await bot.start()
        yield bot


def configured(sandbox: SandboxSettings, page: str, database_url: str) -> Settings:
    """The settings of a bot that takes this sandbox for LINE and Slack."""
    return Settings(
        database_url=database_url,
        public_url="https://kotsu.example",
        line_channel_secret=SecretStr(sandbox.line_channel_secret),
        line_channel_access_token=SecretStr(sandbox.line_access_token),
        line_api_url=page,
        slack_signing_secret=SecretStr(sandbox.slack_signing_secret),
        slack_bot_token=SecretStr(sandbox.slack_bot_token),
        slack_api_url=f"{page}/api/",
    )


def _settle_in(bot: TestBot) -> None:
    with bot.database.root() as root:
        organisation = root.organisations.create(
            name="町役場",
            timezone=TOKYO,
            language="ja",
            opens=time(8, 30),
            closes=time(17, 15),
            lunch_from=time(12),
            lunch_to=time(13),
        )
        bot.organisation = organisation.id
        bot.cohort = cohorts.create(
            root.work(organisation.id),
            bot.shelf,
            name="第1期",
            course=bot.shelf.courses[0].id,
            starts_on=MONDAY,
            delivery_time=time(8, 40),
            at=bot.clock.now(),
        )


__all__ = ["MONDAY", "TOKYO", "ChannelName", "TestBot", "configured", "town"]
