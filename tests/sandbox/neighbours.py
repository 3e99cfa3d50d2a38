"""The sandbox under test with the real SDKs at hand, and a bot that only listens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession
from linebot.v3.messaging import (
    AsyncApiClient,
    AsyncMessagingApi,
    Configuration,
    Message,
    PushMessageRequest,
    ReplyMessageRequest,
    TextMessage,
)
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.app import create
from sandbox.clock import SandboxClock
from sandbox.server import serving
from sandbox.settings import SandboxSettings

MONDAY = datetime(2026, 9, 6, 23, 40, tzinfo=UTC)
"""08:40 on Monday 7 September 2026 in Tokyo."""


@dataclass
class Town:
    address: str
    settings: SandboxSettings
    clock: SandboxClock
    http: ClientSession
    line: AsyncMessagingApi
    slack: AsyncWebClient

    async def door(self, path: str, wish: object = None) -> Any:
        async with self.http.post(f"{self.address}/sandbox/{path}", json=wish or {}) as answer:
            return await answer.json()

    async def state(self) -> Any:
        async with self.http.get(f"{self.address}/sandbox/state") as answer:
            return await answer.json()

    async def record(self) -> list[Any]:
        async with self.http.get(f"{self.address}/sandbox/record") as answer:
            return list((await answer.json())["requests"])

    async def on_line(self, name: str = "はな") -> str:
        return str((await self.door("line/users", {"name": name}))["id"])

    async def in_slack(self, name: str = "ken") -> tuple[str, str]:
        """The person and the channel of their direct messages."""
        made = await self.door("slack/users", {"name": name, "email": f"{name}@town.example"})
        return made["id"], made["channel"]

    async def line_chat(self, place: int = 0) -> list[Any]:
        return list((await self.state())["line"]["chats"][place]["messages"])

    async def slack_chat(self, place: int = 0) -> list[Any]:
        return list((await self.state())["slack"]["chats"][place]["messages"])

    async def push(self, to: str, *texts: str, key: str | None = None) -> Any:
        request = PushMessageRequest(to=to, messages=[_text(text) for text in texts])
        return await self.line.push_message(request, x_line_retry_key=key)

    async def reply(self, token: str, text: str) -> Any:
        return await self.line.reply_message(ReplyMessageRequest(replyToken=token, messages=[_text(text)]))

    async def raw_push(self, body: object) -> tuple[int, Any]:
        """Past the SDK, whose models would not let some mistakes through."""
        headers = {"authorization": f"Bearer {self.settings.line_access_token}"}
        async with self.http.post(f"{self.address}/v2/bot/message/push", json=body, headers=headers) as answer:
            return answer.status, await answer.json()

    def later(self, **by: float) -> None:
        self.clock.advance(timedelta(**by))


def _text(text: str) -> Message:
    return TextMessage(text=text)


@dataclass
class Bot:
    """Keeps what it was sent and answers what it was told to: `answers` one after another, then 200."""

    address: str = ""
    heard: list[tuple[Request, bytes]] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    delay: float = 0

    async def listen(self, request: Request) -> Response:
        self.heard.append((request, await request.body()))
        await asyncio.sleep(self.delay)
        return self.answers.pop(0) if self.answers else JSONResponse({})

    async def has_heard(self, many: int) -> None:
        """Raises TimeoutError when so many never come."""
        async with asyncio.timeout(5):
            while len(self.heard) < many:  # noqa: ASYNC110  a test may look
                await asyncio.sleep(0.02)


@asynccontextmanager
async def town_open(**settings: Any) -> AsyncIterator[Town]:
    told = SandboxSettings(**{"settle": 0.2, "patience": 1.0, **settings})
    clock = SandboxClock(MONDAY, frozen=True)
    app = create(settings=told, clock=clock)
    async with serving(app) as address, ClientSession() as http:
        reached = Configuration(host=address, access_token=told.line_access_token)
        reached.retries = False
        async with AsyncApiClient(reached) as client:
            line = AsyncMessagingApi(client)
            slack = AsyncWebClient(
                token=told.slack_bot_token, base_url=f"{address}/api/", session=http, retry_handlers=[]
            )
            yield Town(address, told, clock, http, line, slack)


@asynccontextmanager
async def bot_listening() -> AsyncIterator[Bot]:
    bot = Bot()
    app = Starlette(
        routes=[Route("/line", bot.listen, methods=["POST"]), Route("/slack", bot.listen, methods=["POST"])]
    )
    async with serving(app) as bot.address:
        yield bot
