"""The preview's web application: its page, what the page shows, and the doors of the chats on it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.preview.desk import desk, seen
from bot.preview.findings import Findings
from bot.preview.press import pressed
from bot.preview.shelf import Shelf
from bot.preview.view import viewed
from sandbox.app import ASSETS

HOSTS: Final = ["127.0.0.1", "localhost"]
_OWN: Final = Path(__file__).with_name("assets")
_ALIVE: Final = 15.0  # seconds
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' https:; frame-ancestors 'none'; base-uri 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}


class Preview:
    """One course on a page; whoever opens the page chooses what to look at, and nothing is kept."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def page(self, request: Request) -> Response:
        """The same for every view; its language is the page's."""
        ui = viewed(request.query_params, None).ui
        html = (_OWN / "preview.html").read_text(encoding="utf-8").replace("{ui}", ui)
        return HTMLResponse(html, headers=_HEADERS)

    async def desk(self, request: Request) -> Response:
        """What a view shows."""
        bundle = self._shelf.bundle
        view = viewed(request.query_params, bundle.course)
        self._shelf.want(view.ui)
        found = Findings(bundle, self._shelf.findings.get(view.ui))
        return JSONResponse(await asyncio.to_thread(desk, found, view, self._shelf.today()), headers=_HEADERS)

    async def door(self, request: Request) -> Response:
        """Somebody did something in a chat; the person's name is the address of the view they did it in."""
        course = self._shelf.bundle.course
        if course is None:
            return JSONResponse({})
        view = viewed(dict(parse_qsl(request.path_params["user"].removeprefix("?"))), course)
        who = await asyncio.to_thread(seen, course, view, self._shelf.today())
        wish = await request.json() if await request.body() else {}
        return JSONResponse({"address": pressed(who, view, request.path_params["deed"], wish).address})

    async def events(self, _request: Request) -> Response:
        """Says `change` whenever the course, or what was found in it, is another."""
        return StreamingResponse(_changes(self._shelf), media_type="text/event-stream", headers=_HEADERS)

    @asynccontextmanager
    async def watching(self, _app: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(self._shelf.watch())
        yield
        task.cancel()


def application(shelf: Shelf) -> Starlette:
    """Serve it with `sandbox.server.serving`: its stream of events never ends by itself."""
    preview = Preview(shelf)
    return Starlette(
        lifespan=preview.watching,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
        routes=[
            Route("/", preview.page),
            Route("/preview/desk", preview.desk),
            Route("/preview/events", preview.events),
            Route("/sandbox/{platform}/users/{user}/{deed}", preview.door, methods=["POST"]),
            Mount("/assets", StaticFiles(directory=ASSETS)),
            Mount("/preview", StaticFiles(directory=_OWN)),
        ],
    )


async def _changes(shelf: Shelf) -> AsyncIterator[str]:
    revision = shelf.pulse.revision
    yield f"event: change\ndata: {json.dumps({'revision': revision})}\n\n"
    while True:
        try:
            revision = await asyncio.wait_for(shelf.pulse.after(revision), _ALIVE)
            yield f"event: change\ndata: {json.dumps({'revision': revision})}\n\n"
        except TimeoutError:
            yield ": still here\n\n"
