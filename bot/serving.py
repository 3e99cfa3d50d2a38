"""Serves a web application until it is told to stop."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from typing import Final

import uvicorn
from starlette.types import ASGIApp

_IDLE_SECONDS: Final = 75  # longer than platforms and proxies keep a connection: it is never we who hang up
_TICK_SECONDS: Final = 1


class PortTaken(Exception):
    """Somebody else listens there."""


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
        yield  # `stopped` hears them


def listening(host: str, port: int) -> socket.socket:
    """A place of our own before there is anything to serve (port 0: any that is free); raises PortTaken."""
    try:
        listener = socket.create_server((host, port), backlog=1024, family=_family(host))
    except OSError as error:
        raise PortTaken(f"{host}:{port} cannot be used: {error.strerror}. Choose another with --port.") from error
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or an answer's body may wait 40 ms behind its head
    return listener


def address(listener: socket.socket) -> str:
    """As http://127.0.0.1:8000."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, host: str, port: int) -> AsyncIterator[str]:
    """Yields the address; raises PortTaken."""
    with listening(host, port) as listener:
        async with serving_at(app, listener):
            yield f"http://{host}:{listener.getsockname()[1]}"


@contextlib.asynccontextmanager
async def serving_at(app: ASGIApp, listener: socket.socket) -> AsyncIterator[None]:
    """Serves what comes to a place we listen at already."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=3,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not task.done():  # noqa: ASYNC110  uvicorn has no event for it
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        server.stop()
        await task


async def stopped() -> None:
    """Returns on Ctrl-C or when the machine asks us to end."""
    end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, end.set)
    await end.wait()


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
