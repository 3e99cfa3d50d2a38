"""The demo: a sandbox and a bot beside each other, with a learner on each platform already enrolled."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from aiohttp import ClientSession
from linebot.v3.messaging import AsyncMessagingApi, AsyncMessagingApiBlob
from pydantic import SecretStr

from bot.app import running
from bot.serving import address, listening, serving_at
from channels.line import menu
from channels.line.client import connect as line_client
from channels.line.menu_request import pages
from config import line_menu
from config.settings import Settings
from lessons.calendar import Calendar
from lessons.hours import Hours
from lessons.library import Library
from messages.incoming import ChannelName
from sandbox.app import create
from sandbox.clock import SandboxClock
from sandbox.server import serving as serving_sandbox
from sandbox.settings import SandboxSettings
from school import cohorts, enrolling
from school.digests import due
from store import migrate
from store.database import Database
from store.root import Root
from store.work import Work

ZONE: Final = ZoneInfo("Asia/Tokyo")
DELIVERY: Final = time(8, 40)
LINE_USER: Final = "U" + "0123456789abcdef" * 2
SLACK_USER: Final = "U0LEARNER"
BEAT: Final = timedelta(seconds=0.5)  # the clock jumps: look often


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the demo keeps what a second `make demo` goes on with."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "kotsu.db"

    @property
    def chats(self) -> Path:
        return self.path / "sandbox.json"

    def clear(self) -> None:
        """Forget everything; files that are none of ours stay."""
        for each in (self.database, self.chats, *self.path.glob("kotsu.db-*")):
            each.unlink(missing_ok=True)


@asynccontextmanager
async def demo(folder: Folder, library: Library, *, host: str, port: int, today: datetime) -> AsyncIterator[str]:
    """Yields the address of the page. `today` dates the first lesson: that day if people work on it, else the next
    working day. Raises OSError when the port is taken.
    """
    url = f"sqlite:///{folder.database.absolute()}"
    fresh = not folder.database.exists()
    migrate.upgrade(url)
    starts = _first_morning(today)
    sandbox = SandboxSettings(timezone=ZONE.key, state_file=folder.chats, next_working_morning=_morning_after)
    clock = SandboxClock(_began(url) or starts)
    async with serving_sandbox(create(settings=sandbox, clock=clock), host, port) as page:
        await _people(page)
        await _menu(sandbox, page)
        if fresh:
            await _enrol(url, library, page, starts)
        with listening(host, 0) as place:
            bot = address(place)
            settings = _settings(sandbox, page, url, bot)
            async with running(settings, clock, library, fastest=BEAT) as app, serving_at(app, place):
                await _post(page, "webhooks", {"line": f"{bot}/line/webhook", "slack": f"{bot}/slack/events"})
                yield page


def _settings(sandbox: SandboxSettings, page: str, url: str, public_url: str) -> Settings:
    return Settings.model_construct(
        database_url=url,
        public_url=public_url,
        line_channel_secret=SecretStr(sandbox.line_channel_secret),
        line_channel_access_token=SecretStr(sandbox.line_access_token),
        line_api_url=page,
        slack_signing_secret=SecretStr(sandbox.slack_signing_secret),
        slack_bot_token=SecretStr(sandbox.slack_bot_token),
        slack_app_token=None,
        slack_api_url=f"{page}/api/",
        timezone=ZONE.key,
        log_format="text",
    )


def _first_morning(today: datetime) -> datetime:
    calendar = Calendar(zone=ZONE)
    day = calendar.day(today)
    return calendar.moment(day if calendar.works_on(day) else calendar.next_ordinary(day), DELIVERY)


def _morning_after(moment: datetime) -> datetime:
    calendar = Calendar(zone=ZONE)
    return calendar.moment(calendar.next_ordinary(calendar.day(moment)), DELIVERY)


def _began(url: str) -> datetime | None:
    database = Database(url)
    try:
        with database.root() as root:
            codes = root.cohorts.codes()
            work = root.work(next(iter(codes.values()))) if codes else None
            return Calendar(zone=ZONE).moment(work.cohorts.all()[0].starts_on, DELIVERY) if work else None
    finally:
        database.close()


async def _people(page: str) -> None:
    await _post(page, "line/users", {"id": LINE_USER, "name": "あなた"})
    await _post(page, "slack/users", {"id": SLACK_USER, "name": "あなた", "tz": ZONE.key})


async def _menu(sandbox: SandboxSettings, page: str) -> None:
    """Anew at each start: the sandbox keeps chats, but no menus."""
    wanted = await asyncio.to_thread(pages, line_menu.read())
    async with line_client(sandbox.line_access_token, page) as client:
        await menu.set_up(AsyncMessagingApi(client), AsyncMessagingApiBlob(client), wanted)


async def _enrol(url: str, library: Library, page: str, starts: datetime) -> None:
    """An organisation, a cohort that begins this morning, and you in it: once on LINE, once in Slack."""
    async with ClientSession() as session, session.get(f"{page}/sandbox/state") as answer:
        state = await answer.json()
    database = Database(url)
    try:
        with database.root() as root:
            work = _organisation(root)
            due.switch(work, starts, wanted=True)
            cohort = cohorts.create(
                work,
                library,
                name="おためし",
                course="jichitai-dx-kihon",
                starts_on=starts.astimezone(ZONE).date(),
                delivery_time=DELIVERY,
                at=starts - timedelta(minutes=1),
            )
            learners = (
                (ChannelName.LINE, state["line"]["bot"]["userId"], state["line"]["bot"]["basicId"], LINE_USER),
                (ChannelName.SLACK, state["slack"]["team"]["id"], state["slack"]["bot"]["user_id"], SLACK_USER),
            )
            for channel, external, handle, who in learners:
                account = root.accounts.attach(work.organisation.id, channel, external, handle)
                enrolling.enrol(
                    work,
                    library,
                    cohort,
                    account=account,
                    who=who,
                    room="",
                    nickname="みなと",
                    language="ja",
                    at=starts - timedelta(minutes=1),
                )
    finally:
        database.close()


def _organisation(root: Root) -> Work:
    hours = Hours()
    made = root.organisations.create(
        name="見本の役所",
        timezone=ZONE,
        language="ja",
        opens=hours.opens,
        closes=hours.closes,
        lunch_from=hours.lunch_from,
        lunch_to=hours.lunch_to,
    )
    return root.work(made.id)


async def _post(page: str, path: str, body: dict[str, str]) -> None:
    async with ClientSession() as session, session.post(f"{page}/sandbox/{path}", json=body) as answer:
        answer.raise_for_status()
