"""Socket Mode: the same requests over a connection we open ourselves, where no inbound port is allowed."""

import asyncio
from contextlib import suppress
from typing import Final

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

log = structlog.get_logger(__name__)

_CONNECT: Final = 30.0  # seconds
_LOOK: Final = 5.0
_PATIENCE: Final = 4  # looks in a row that find no connection before it is made anew


class Socket:
    """Keeps one connection open from `start` to `stop`.

    The SDK reconnects by itself, but not always (it keeps an address that was refused), so its connection is watched.
    """

    def __init__(self, app: AsyncApp, app_token: str) -> None:
        self._app, self._token = app, app_token
        self._keeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Returns at once: Slack may be down at our start."""
        self._keeper = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        if self._keeper is not None:
            self._keeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeper

    async def _keep(self) -> None:
        while True:
            handler = AsyncSocketModeHandler(self._app, self._token)
            try:
                await asyncio.wait_for(handler.connect_async(), _CONNECT)  # type: ignore[no-untyped-call]  # as the SDK has it
                await _lost(handler)
            except TimeoutError:
                log.warning("slack_socket_not_connected", seconds=_CONNECT)
            finally:
                await handler.close_async()  # type: ignore[no-untyped-call]  # likewise
            log.warning("slack_socket_made_anew")


async def _lost(handler: AsyncSocketModeHandler) -> None:
    """Returns when there has been no connection for a while."""
    misses = 0
    while misses < _PATIENCE:
        await asyncio.sleep(_LOOK)
        misses = 0 if await handler.client.is_connected() else misses + 1
