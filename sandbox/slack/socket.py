"""Socket Mode: the bot dials out and everything reaches it through the open line.

Slack hands out an address on another host; so does the sandbox, on a port of its own, because uvicorn alone
speaks no WebSocket and aiohttp, already here for the webhooks, does.
"""

import asyncio
import json
import secrets
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Protocol
from uuid import uuid4

from aiohttp import WSMsgType, web

from sandbox.clock import SandboxClock
from sandbox.postman import Delivery
from sandbox.record import Record
from sandbox.settings import SandboxSettings
from sandbox.wire import Json

_PATIENCE_SECONDS = 3.0
_MOST_CONNECTIONS = 10
_GRACE_SECONDS = 1.0


class Settled(Protocol):
    def __call__(self, *, heard: bool) -> None: ...


@dataclass(slots=True)
class Sockets:
    settings: SandboxSettings
    clock: SandboxClock
    record: Record
    settled: Settled
    _tickets: set[str] = field(init=False, default_factory=set)
    _open: list[web.WebSocketResponse] = field(init=False, default_factory=list)
    _awaited: dict[str, asyncio.Future[Any]] = field(init=False, default_factory=dict)
    _runner: web.AppRunner | None = field(init=False, default=None)
    _port: int = field(init=False, default=0)

    def any(self) -> bool:
        return bool(self._open)

    async def ticket(self, host: str) -> str:
        """An address good for one connection."""
        if self._runner is None:
            await self._listen(host)
        name = secrets.token_urlsafe(16)
        self._tickets.add(name)
        return f"ws://{host}:{self._port}/slack/socket/{name}"

    async def send(
        self, kind: str, payload: Json, *, retry: tuple[int, str] = (0, ""), expects_payload: bool = False
    ) -> Delivery:
        """One envelope; status 200 = acknowledged, and the body is what the acknowledgement carried."""
        envelope_id, began = str(uuid4()), perf_counter()
        envelope: Json = {
            "type": kind,
            "envelope_id": envelope_id,
            "payload": payload,
            "accepts_response_payload": expects_payload,
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": retry[0], "retry_reason": retry[1]}
        status, body = await self._acknowledged(envelope)
        ms = round((perf_counter() - began) * 1000, 1)
        self.record.keep(
            at=self.clock.now().astimezone(self.settings.zone),
            wall_ms=ms,
            direction="out",
            platform="slack",
            method="SOCKET",
            path=f"/slack/socket/{kind}",
            status=status,
            fault=None if status else "timeout",
            request=envelope,
            response=body,
        )
        self.settled(heard=status is not None)
        return Delivery("socket", status, body, ms)

    async def hang_up(self, reason: str) -> None:
        """Tells every connection to dial again, as Slack does every few hours."""
        for socket in list(self._open):
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})
            await socket.close()

    async def close(self) -> None:
        for socket in list(self._open):
            await socket.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _listen(self, host: str) -> None:
        app = web.Application()
        app.router.add_get("/slack/socket/{ticket}", self._connected)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_GRACE_SECONDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, 0).start()
        self._port = self._runner.addresses[0][1]

    async def _connected(self, request: web.Request) -> web.WebSocketResponse:
        ticket = request.match_info["ticket"]
        if ticket not in self._tickets or len(self._open) >= _MOST_CONNECTIONS:
            raise web.HTTPForbidden
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._open.append(socket)
        await socket.send_json(
            {"type": "hello", "num_connections": len(self._open), "connection_info": {"app_id": "A0KOTSUAPP"}}
        )
        self.settled(heard=True)
        try:
            await self._listening(socket)
        finally:
            self._open.remove(socket)
            self.settled(heard=self.any())
        return socket

    async def _listening(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            ack = json.loads(message.data)
            awaited = self._awaited.pop(ack.get("envelope_id", ""), None)
            if awaited is not None and not awaited.done():
                awaited.set_result(ack.get("payload", ""))

    async def _acknowledged(self, envelope: Json) -> tuple[int | None, Any]:
        awaited: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._awaited[envelope["envelope_id"]] = awaited
        try:
            await self._open[-1].send_json(envelope)
            return 200, await asyncio.wait_for(awaited, _PATIENCE_SECONDS)
        except (TimeoutError, ConnectionError):
            return None, "http_timeout"
        finally:
            self._awaited.pop(envelope["envelope_id"], None)
