"""The gate every platform call passes: it brings faults upon the call and writes it into the record."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sandbox.clock import SandboxClock
from sandbox.faults import Fault, FaultPlan
from sandbox.record import Platform, Record
from sandbox.settings import SandboxSettings
from sandbox.wire import Answer, Call

Deed = Callable[[Call], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Manners:
    """How a platform answers when something is wrong with itself; `shown` is what the record keeps of a request."""

    platform: Platform
    id_header: str
    busy: Answer
    broken: Answer
    fatal: Answer
    shown: Callable[[Call], Any]


@dataclass(frozen=True, slots=True)
class Gate:
    settings: SandboxSettings
    clock: SandboxClock
    faults: FaultPlan
    record: Record

    async def pass_through(self, request: Request, manners: Manners, deed: Deed) -> Response:
        call = await Call.read(request)
        began = perf_counter()
        fault = self.faults.inbound(manners.platform, call.path)
        answer = await _under(fault, call, manners, deed)
        dropped = fault is not None and fault.name.startswith("drop_")
        self.record.keep(
            at=self.clock.now().astimezone(self.settings.zone),
            wall_ms=round((perf_counter() - began) * 1000, 1),
            direction="in",
            platform=manners.platform,
            method=call.method,
            path=call.path,
            status=None if dropped else answer.status,
            fault=fault.name if fault else None,
            request=manners.shown(call),
            response=None if fault and fault.name == "drop_before" else answer.body,
            retry_key=call.headers.get("x-line-retry-key"),
            counted=answer.counted,
        )
        if dropped:
            await hang_up(request)
        return answer.response({manners.id_header: call.id})


async def _under(fault: Fault | None, call: Call, manners: Manners, deed: Deed) -> Answer:
    match fault:
        case Fault(name="drop_before" | "error_500"):
            return manners.broken
        case Fault(name="rate_429"):
            return manners.busy
        case Fault(name="slow", seconds=seconds):
            answer = await deed(call)
            await asyncio.sleep(seconds)
            return answer
        case Fault(name="fatal_error"):
            await deed(call)
            return manners.fatal
        case _:
            return await deed(call)


async def hang_up(request: Request) -> None:
    """Cuts the connection without a word; the server of `sandbox.server` lends its transport for this."""
    request.state.transport.abort()
    while not await request.is_disconnected():  # noqa: ASYNC110  uvicorn tells it to no one who waits
        await asyncio.sleep(0)
