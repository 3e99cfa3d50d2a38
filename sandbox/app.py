"""Puts the sandbox together as one web application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox import control
from sandbox.clock import SandboxClock
from sandbox.line import api as line_api
from sandbox.memory import recall, remember, write
from sandbox.settings import SandboxSettings
from sandbox.slack import api as slack_api
from sandbox.state import Sandbox

ASSETS = Path(__file__).parent / "assets"
"""The page's files; `bot` draws other pages with them."""

_SAVE_SECONDS = 2.0


def create(*, settings: SandboxSettings, clock: SandboxClock) -> Starlette:
    """A LINE and a Slack over one clock; serve it with `sandbox.server.serving`.

    Raises ValueError when the state file cannot be read.
    """
    sandbox = Sandbox(settings, clock)
    if settings.state_file:
        recall(sandbox, settings.state_file)
    return application(sandbox)


def application(sandbox: Sandbox) -> Starlette:
    """The web application of a sandbox that somebody in this process also looks at, and acts in, directly."""

    async def page(_request: Request) -> FileResponse:
        return FileResponse(ASSETS / "index.html")

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await sandbox.open()
        keeping = asyncio.create_task(_keep(sandbox))
        yield
        await sandbox.close()
        keeping.cancel()
        await _save(sandbox)

    return Starlette(
        lifespan=lifespan,
        routes=[
            *slack_api.routes(sandbox.slack, sandbox.gate),  # few, and looked through first
            *line_api.routes(sandbox.line, sandbox.gate),
            *control.routes(sandbox),
            Route("/", page),
            Mount("/assets", StaticFiles(directory=ASSETS)),
        ],
    )


async def _keep(sandbox: Sandbox) -> None:
    """Saves every few seconds what has changed."""
    revision = sandbox.pulse.revision
    while True:
        revision = await sandbox.pulse.after(revision)
        await asyncio.sleep(_SAVE_SECONDS)
        await _save(sandbox)


async def _save(sandbox: Sandbox) -> None:
    if sandbox.settings.state_file:
        await asyncio.to_thread(write, sandbox.settings.state_file, remember(sandbox))
