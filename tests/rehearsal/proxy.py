"""A proxy between the bot and the sandbox, well-behaved or not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import ClientSession
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.serving import serving

_HOP: Final = frozenset({"host", "content-length", "connection", "transfer-encoding", "accept-encoding"})


class Proxy:
    """Forwards every call to `target`; those to a path of `twice` a second time, without their retry key."""

    def __init__(self, target: str, *twice: str) -> None:
        self.seen: list[str] = []
        self._target, self._twice = target, twice

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Its address."""
        async with ClientSession() as session:

            async def forward(request: Request) -> Response:
                self.seen.append(request.url.path)
                if request.url.path in self._twice:
                    await self._sent(session, request, keyed=False)
                return await self._sent(session, request, keyed=True)

            app = Starlette(routes=[Route("/{path:path}", forward, methods=["GET", "POST"])])
            async with serving(app, "127.0.0.1", 0) as address:
                yield address

    async def _sent(self, session: ClientSession, request: Request, *, keyed: bool) -> Response:
        dropped = _HOP if keyed else _HOP | {"x-line-retry-key"}
        headers = {name: value for name, value in request.headers.items() if name not in dropped}
        body = await request.body()
        async with session.request(
            request.method, self._target + request.url.path, params=request.query_params, data=body, headers=headers
        ) as answer:
            kept = {name: value for name, value in answer.headers.items() if name.lower() not in _HOP}
            return Response(await answer.read(), answer.status, kept)
