"""Serves an app in the running loop: for tests, for the demo, and with a connection that can be dropped on purpose."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_GRACE_SECONDS = 2
_LAST_WORDS_SECONDS = 0.3
_IDLE_SECONDS = 75  # longer than any client keeps a connection: it is never the server that hangs up
_TICK_SECONDS = 1


class CuttableProtocol(HttpToolsProtocol):
    """Lends each request its transport (`request.state.transport`), so that a fault can hang up mid-call."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}

    def shutdown(self) -> None:
        """A page's stream of events never ends by itself: what is unfinished after a moment is cut."""
        super().shutdown()
        self.loop.call_later(_LAST_WORDS_SECONDS, self.transport.abort)


class _Server(uvicorn.Server):
    """Ends at once when it is told to: uvicorn's own looks ten times a second whether it was."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._told = asyncio.Event()

    def stop(self) -> None:
        self._told.set()

    async def main_loop(self) -> None:
        while not self._told.is_set():
            await self.on_tick(0)  # what time it is, for the head of each answer
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), _TICK_SECONDS)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # the caller owns the signals


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Yields the address, such as `http://127.0.0.1:9100`; raises OSError when the port is taken."""
    listener = socket.create_server((host, port), backlog=1024)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or an answer's body may wait 40 ms behind its head
    config = uvicorn.Config(
        app,
        http=CuttableProtocol,
        log_config=None,
        access_log=False,
        lifespan="on",
        proxy_headers=False,  # nobody here asks where a request came from
        timeout_graceful_shutdown=_GRACE_SECONDS,
        timeout_keep_alive=_IDLE_SECONDS,
    )
    server = _Server(config)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not running.done():  # noqa: ASYNC110  uvicorn has no event for it
        await asyncio.sleep(0.005)
    try:
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        server.stop()
        await running
