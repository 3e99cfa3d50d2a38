"""Three ways to send a lesson to each platform: our channel, its SDK alone, and a bare HTTP client."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from aiohttp import ClientSession
from linebot.v3.messaging import AsyncMessagingApi, PushMessageRequest

from bot.bench.town import COURSE, MORNING, Town
from channels.channel import Channel
from channels.line.client import connect
from channels.line.sender import LineSender
from channels.line.wire import written
from channels.slack import render as slack
from channels.slack.client import session, web_client
from channels.slack.sender import SlackSender
from lessons.cards.lesson import lesson_message
from lessons.phrases import phrases
from messages.incoming import ChannelName
from messages.message import Message

_TOKEN: Final = "bench"  # noqa: S105  the platform stands here and takes any
_LINE_USER: Final = "U" + "0" * 32
_SLACK_ROOM: Final = "D0BENCH"


@dataclass(frozen=True, slots=True)
class Sending:
    """`sdk` and `ready` send one lesson, the same each time: made beforehand, and written down nowhere."""

    channel: Channel
    sdk: Callable[[], Awaitable[object]]
    ready: Callable[[], Awaitable[object]]


@asynccontextmanager
async def sending(town: Town, channel: ChannelName, platform: str) -> AsyncIterator[Sending]:
    """To this platform."""
    ways = _line if channel is ChannelName.LINE else _slack
    async with session() as shared, ways(lesson(town), platform, shared) as made:
        yield made


def lesson(town: Town) -> Message:
    """The first lesson of the course with its first question."""
    course = town.library.course(COURSE)
    return lesson_message(
        course, course.lessons[0], enrolment=1, family="default", today=MORNING.date(), say=phrases("ja")
    )


@asynccontextmanager
async def _line(message: Message, platform: str, shared: ClientSession) -> AsyncIterator[Sending]:
    client = connect(_TOKEN, platform)
    api = AsyncMessagingApi(client)
    body = {"to": _LINE_USER, "messages": list(written(message))}
    request = PushMessageRequest.from_dict(body)
    ready = _poster(shared, f"{platform}/v2/bot/message/push", body)

    async def sdk() -> object:
        return await api.push_message(request, x_line_retry_key=str(uuid4()))

    try:
        yield Sending(LineSender(api), sdk, ready)
    finally:
        await client.close()


@asynccontextmanager
async def _slack(message: Message, platform: str, shared: ClientSession) -> AsyncIterator[Sending]:
    url, rendering = f"{platform}/api/", slack.render(message)
    client = web_client(token=_TOKEN, api_url=url, session=shared)
    body = {"channel": _SLACK_ROOM, "text": rendering.text, "blocks": rendering.blocks}
    ready = _poster(shared, f"{url}chat.postMessage", body)

    async def sdk() -> object:
        return await client.chat_postMessage(channel=_SLACK_ROOM, text=rendering.text, blocks=rendering.blocks)

    yield Sending(SlackSender(client, shared), sdk, ready)


def _poster(shared: ClientSession, url: str, body: object) -> Callable[[], Awaitable[object]]:
    raw = json.dumps(body, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "Authorization": f"Bearer {_TOKEN}"}

    async def ready() -> object:
        async with shared.post(url, data=raw, headers=headers) as answer:
            return await answer.read()

    return ready
