"""The two web servers of the inbound race: the bot's own, and the least that could do the same."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from hmac import compare_digest
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.bench.bare import Bare
from bot.bench.pressing import LINE_PATH, SECRET, SLACK_PATH, line_signature, slack_signature
from bot.bench.rows import Deed, answered
from bot.bench.town import EXTERNAL, LATER
from bot.serving import serving
from bot.web import Pages, web
from channels.line.webhook import Webhook
from channels.slack import webhook as slack_webhook
from channels.slack.app import bolt
from channels.slack.client import session
from handlers.reception import Desk
from messages.actions import Choose, unpack
from messages.incoming import ChannelName

_HOST: Final = "127.0.0.1"
_Read = Callable[[Request, bytes], Deed | None]


@asynccontextmanager
async def ours(desk: Desk, channel: ChannelName, platform: str) -> AsyncIterator[int]:
    """Yields the port of the bot's own web application."""
    pages = Pages(desk.database, desk.library, "http://127.0.0.1")
    async with session() as shared:
        line = Route(LINE_PATH, Webhook(SECRET, desk), methods=["POST"])
        slack = slack_webhook.route(
            bolt(
                bot_token="xoxb-bench",  # noqa: S106  no secret
                api_url=f"{platform}/api/",
                receiver=desk,
                session=shared,
                clock=desk.clock,
            ),
            SECRET,
        )
        async with _port(web(pages, [line if channel is ChannelName.LINE else slack])) as port:
            yield port


@asynccontextmanager
async def floor(
    rows: Bare, channel: ChannelName, letters: tuple[str, ...], then: Callable[[Deed], Awaitable[None]] | None = None
) -> AsyncIterator[int]:
    """Yields the port of the same server with the same signature, and the rows by the driver.

    `letters` are the texts of the replies it writes; `then` is what it does after the commit, before it answers.
    """
    read = _from_line if channel is ChannelName.LINE else _from_slack

    async def taken(request: Request) -> Response:
        deed = read(request, await request.body(), letters)
        if deed is None:
            return PlainTextResponse("", 401)
        await rows.run(answered, deed, LATER)
        if then is not None:
            await then(deed)
        return PlainTextResponse("")

    path = LINE_PATH if channel is ChannelName.LINE else SLACK_PATH
    async with _port(Starlette(routes=[Route(path, taken, methods=["POST"])])) as port:
        yield port


def _from_line(request: Request, raw: bytes, letters: tuple[str, ...]) -> Deed | None:
    if not compare_digest(line_signature(raw), request.headers.get("x-line-signature", "")):
        return None
    event = json.loads(raw)["events"][0]
    return _deed(
        ChannelName.LINE, event["source"]["userId"], event["webhookEventId"], event["postback"]["data"], letters
    )


def _from_slack(request: Request, raw: bytes, letters: tuple[str, ...]) -> Deed | None:
    stamp = request.headers.get("x-slack-request-timestamp", "")
    if not compare_digest(slack_signature(stamp, raw), request.headers.get("x-slack-signature", "")):
        return None
    body: dict[str, Any] = json.loads(parse_qs(raw.decode())["payload"][0])
    action, who = body["actions"][0], body["user"]["id"]
    event = f"{who}:{body['container']['message_ts']}:{action['action_ts']}"
    return _deed(ChannelName.SLACK, who, event, action["value"], letters)


def _deed(channel: ChannelName, who: str, event: str, packed: str, letters: tuple[str, ...]) -> Deed | None:
    match unpack(packed):
        case Choose(quiz=quiz, option=option):
            return Deed(channel.value, EXTERNAL[channel], who, event, quiz, option, letters)
        case _:
            return None


@asynccontextmanager
async def _port(app: Starlette) -> AsyncIterator[int]:
    async with serving(app, _HOST, 0) as address:
        yield int(address.rpartition(":")[2])
