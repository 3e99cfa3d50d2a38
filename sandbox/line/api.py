"""LINE's Messaging API: which path does what."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.gate import Gate, Manners
from sandbox.line import people, richmenu, send
from sandbox.line.errors import BROKEN, BUSY, UNAUTHORIZED, RefusedError, not_found
from sandbox.line.platform import Line
from sandbox.wire import Answer, Call

Deed = Callable[[Line, Call], Awaitable[Answer]]

_METHODS = ["GET", "POST", "PUT", "DELETE"]
_DEEDS: list[tuple[str, str, Deed]] = [
    ("POST", "/v2/bot/message/push", send.push),
    ("POST", "/v2/bot/message/reply", send.reply),
    ("POST", "/v2/bot/message/multicast", send.multicast),
    ("POST", "/v2/bot/message/broadcast", send.broadcast),
    ("POST", "/v2/bot/message/validate/{kind:str}", send.validate),
    ("GET", "/v2/bot/message/quota", people.quota),
    ("GET", "/v2/bot/message/quota/consumption", people.consumption),
    ("GET", "/v2/bot/info", people.bot_info),
    ("GET", "/v2/bot/profile/{user_id}", people.profile),
    ("GET", "/v2/bot/followers/ids", people.followers),
    ("POST", "/v2/bot/chat/loading/start", people.loading),
    ("GET", "/v2/bot/channel/webhook/endpoint", people.webhook_endpoint),
    ("PUT", "/v2/bot/channel/webhook/endpoint", people.set_webhook_endpoint),
    ("POST", "/v2/bot/channel/webhook/test", people.try_webhook_endpoint),
    *richmenu.DEEDS,
]


def routes(line: Line, gate: Gate) -> list[Route]:
    known = [Route(path, _endpoint(line, gate, deed), methods=[method]) for method, path, deed in _DEEDS]
    return [*known, Route("/v2/{rest:path}", _endpoint(line, gate, _unknown), methods=_METHODS)]


async def _unknown(_line: Line, _call: Call) -> Answer:
    raise not_found()


def _shown(call: Call) -> Any:
    try:
        return call.json if call.raw else dict(call.query)
    except ValueError:
        return {"bytes": len(call.raw)}


_MANNERS = Manners(platform="line", id_header="x-line-request-id", busy=BUSY, broken=BROKEN, fatal=BROKEN, shown=_shown)


def _endpoint(line: Line, gate: Gate, deed: Deed) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return await gate.pass_through(request, _MANNERS, partial(_allowed, line, deed))

    return endpoint


async def _allowed(line: Line, deed: Deed, call: Call) -> Answer:
    if call.bearer != line.settings.line_access_token:
        return UNAUTHORIZED
    try:
        return await deed(line, call)
    except RefusedError as refused:
        return refused.answer
