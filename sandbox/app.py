"""Puts the sandbox together as one web application."""

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
from sandbox.settings import SandboxSettings
from sandbox.slack import api as slack_api
from sandbox.state import Sandbox

_ASSETS = Path(__file__).parent / "assets"


def create(*, settings: SandboxSettings, clock: SandboxClock) -> Starlette:
    """A LINE and a Slack over one clock; serve it with `sandbox.server.serving`."""
    sandbox = Sandbox(settings, clock)

    async def page(_request: Request) -> FileResponse:
        return FileResponse(_ASSETS / "index.html")

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await sandbox.open()
        yield
        await sandbox.close()

    return Starlette(
        lifespan=lifespan,
        routes=[
            *line_api.routes(sandbox.line, sandbox.gate),
            *slack_api.routes(sandbox.slack, sandbox.gate),
            *control.routes(sandbox),
            Route("/", page),
            Mount("/assets", StaticFiles(directory=_ASSETS)),
        ],
    )
