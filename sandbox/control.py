"""The control API under /sandbox/: the state, the record, the clock, the faults, and the doors people come through."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sandbox.line import doors as line_doors
from sandbox.postman import Delivery
from sandbox.slack import doors as slack_doors
from sandbox.slack.errors import SlackRefusedError
from sandbox.state import Sandbox
from sandbox.wire import Json

Deed = Callable[[Sandbox, Request], Awaitable[Any]]

_COALESCE_SECONDS = 0.1
_ALIVE_SECONDS = 15.0


async def state(sandbox: Sandbox, _request: Request) -> Json:
    return sandbox.snapshot()


async def record(sandbox: Sandbox, request: Request) -> Json:
    if request.method == "DELETE":
        sandbox.record.clear()
        return {}
    after, limit = (int(request.query_params.get(name, default)) for name, default in (("after", 0), ("limit", 200)))
    return {"requests": sandbox.record.after(after, limit)}


async def clock(sandbox: Sandbox, request: Request) -> Json:
    wish = await request.json()
    now = sandbox.clock.now()
    match wish:
        case {"advance": seconds}:
            sandbox.clock.advance(timedelta(seconds=float(seconds)))
        case {"to": "next_working_morning"}:
            sandbox.clock.move_to(sandbox.settings.morning_after(now))
        case {"to": moment}:
            sandbox.clock.move_to(datetime.fromisoformat(moment))
        case _:
            raise ValueError('Say {"advance": seconds} or {"to": "<ISO moment>" or "next_working_morning"}.')
    sandbox.pulse.beat()
    return {"now": sandbox.local_now()}


async def faults(sandbox: Sandbox, request: Request) -> Json:
    if request.method == "POST":
        sandbox.faults.replace(await request.json())
        sandbox.pulse.beat()
    return sandbox.faults.as_json()


async def play(sandbox: Sandbox, request: Request) -> Response | Json:
    if request.method == "DELETE":
        await sandbox.player.stop()
        return {}
    sandbox.player.start(int((await request.json()).get("days", 1)))
    return JSONResponse({"playing": sandbox.player.progress()}, 202)


async def webhooks(sandbox: Sandbox, request: Request) -> Json:
    """Names the bot's webhooks once the bot is up; what waited for it is delivered now."""
    wish = await request.json()
    sandbox.slack.origin = sandbox.slack.origin or str(request.base_url).rstrip("/")
    deliveries: list[Delivery] = []
    if "line" in wish:
        deliveries += await sandbox.line.webhook.connect(wish["line"])
    if "slack" in wish:
        deliveries += await sandbox.slack.outlet.connect(wish["slack"])
    return _delivered(deliveries)


async def verify(sandbox: Sandbox, request: Request) -> Json:
    """What each platform's console does when its *Verify* button is pressed."""
    if request.path_params["platform"] == "line":
        return _delivered([await sandbox.line.webhook.post([])])
    return _delivered([await sandbox.slack.outlet.verify()])


async def hang_up(sandbox: Sandbox, request: Request) -> Json:
    await sandbox.slack.outlet.sockets.hang_up((await _wish(request)).get("reason", "refresh_requested"))
    return {}


async def line_user(sandbox: Sandbox, request: Request) -> Json:
    wish = await request.json()
    user = sandbox.line.befriend(str(wish["name"]), wish.get("id"))
    return {"id": user.id, "name": user.name}


async def line_door(sandbox: Sandbox, request: Request) -> Json:
    user_id = request.path_params["user_id"]
    if user_id not in sandbox.line.chats:
        raise KeyError(user_id)
    door = line_doors.DOORS[request.path_params["door"]]
    return _delivered(await door(sandbox.line, user_id, await _wish(request)))


async def slack_user(sandbox: Sandbox, request: Request) -> Json:
    wish = await request.json()
    user = sandbox.slack.hire(str(wish["name"]), user_id=wish.get("id"), email=wish.get("email"), tz=wish.get("tz"))
    return {"id": user.id, "name": user.name, "channel": sandbox.slack.chats[user.id].channel}


async def slack_channel(sandbox: Sandbox, request: Request) -> Json:
    wish = await request.json()
    made = sandbox.slack.channel(str(wish["name"]), invited=bool(wish.get("invited", True)))
    return {"id": made.channel, "name": made.name}


async def slack_door(sandbox: Sandbox, request: Request) -> Json:
    sandbox.slack.origin = sandbox.slack.origin or str(request.base_url).rstrip("/")
    door = slack_doors.DOORS[request.path_params["door"]]
    chat = sandbox.slack.chats[request.path_params["user_id"]]
    return _delivered(await door(sandbox.slack, chat, await _wish(request)))


async def menu_picture(sandbox: Sandbox, request: Request) -> Response:
    menu = sandbox.line.menus.menus[request.path_params["menu_id"]]
    return Response(menu.image, media_type=menu.image_type)


async def events(sandbox: Sandbox, _request: Request) -> Response:
    async def changes() -> AsyncIterator[str]:
        revision = -1
        while True:
            try:
                revision = await asyncio.wait_for(sandbox.pulse.after(revision), _ALIVE_SECONDS)
                yield f"event: change\ndata: {json.dumps({'revision': revision})}\n\n"
            except TimeoutError:
                yield ": still here\n\n"
            await asyncio.sleep(_COALESCE_SECONDS)

    return StreamingResponse(changes(), media_type="text/event-stream", headers={"cache-control": "no-store"})


_DEEDS: list[tuple[str, Deed, list[str]]] = [
    ("/sandbox/state", state, ["GET"]),
    ("/sandbox/events", events, ["GET"]),
    ("/sandbox/record", record, ["GET", "DELETE"]),
    ("/sandbox/clock", clock, ["POST"]),
    ("/sandbox/faults", faults, ["GET", "POST"]),
    ("/sandbox/play", play, ["POST", "DELETE"]),
    ("/sandbox/webhooks", webhooks, ["POST"]),
    ("/sandbox/{platform:str}/verify", verify, ["POST"]),
    ("/sandbox/slack/socket/disconnect", hang_up, ["POST"]),
    ("/sandbox/line/richmenus/{menu_id}/image", menu_picture, ["GET"]),
    ("/sandbox/line/users", line_user, ["POST"]),
    ("/sandbox/line/users/{user_id}/{door}", line_door, ["POST"]),
    ("/sandbox/slack/channels", slack_channel, ["POST"]),
    ("/sandbox/slack/users", slack_user, ["POST"]),
    ("/sandbox/slack/users/{user_id}/{door}", slack_door, ["POST"]),
]


def routes(sandbox: Sandbox) -> list[Route]:
    return [Route(path, _endpoint(sandbox, deed), methods=methods) for path, deed, methods in _DEEDS]


def _endpoint(sandbox: Sandbox, deed: Deed) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            answer = await deed(sandbox, request)
        except KeyError as missing:
            return JSONResponse({"error": f"There is no {missing} here."}, 404)
        except ValueError as wrong:
            return JSONResponse({"error": str(wrong)}, 400)
        except SlackRefusedError as refused:
            return JSONResponse(refused.answer.body, 400)
        return answer if isinstance(answer, Response) else JSONResponse(answer)

    return endpoint


async def _wish(request: Request) -> Json:
    return dict(await request.json()) if await request.body() else {}


def _delivered(deliveries: list[Delivery]) -> Json:
    return {"delivered": [delivery.as_json() for delivery in deliveries]}
