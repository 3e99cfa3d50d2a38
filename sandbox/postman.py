"""Carries webhooks to the bot and notes how it answered."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from sandbox.clock import SandboxClock
from sandbox.record import Platform, Record
from sandbox.settings import SandboxSettings
from sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the bot answered one webhook: no status = it did not, and `body` then says why."""

    url: str
    status: int | None
    body: Any
    ms: float
    stop: bool = False

    def as_json(self) -> Json:
        return {key: value for key, value in asdict(self).items() if key != "stop"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One webhook on its way; `shown` is what the record keeps of it, `limit` the platform's patience in seconds."""

    platform: Platform
    url: str
    raw: bytes
    headers: Mapping[str, str]
    shown: Any
    limit: float
    fault: str | None = None


class Postman:
    """One aiohttp session for all webhooks; open and closed with the app."""

    def __init__(self, settings: SandboxSettings, clock: SandboxClock, record: Record) -> None:
        self._settings, self._clock, self.record = settings, clock, record
        self._session: ClientSession | None = None

    async def open(self) -> None:
        self._session = ClientSession()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def deliver(self, parcel: Parcel) -> Delivery:
        began = perf_counter()
        status, body, fault, stop = await self._posted(parcel)
        ms = round((perf_counter() - began) * 1000, 1)
        self.record.keep(
            at=self._clock.now().astimezone(self._settings.zone),
            wall_ms=ms,
            direction="out",
            platform=parcel.platform,
            method="POST",
            path=URL(parcel.url).path,
            status=status,
            fault=parcel.fault or fault,
            request=parcel.shown,
            response=body,
        )
        return Delivery(parcel.url, status, body, ms, stop)

    async def _posted(self, parcel: Parcel) -> tuple[int | None, Any, str | None, bool]:
        if self._session is None:
            raise RuntimeError("The postman works only while the app is running.")
        try:
            async with self._session.post(
                parcel.url, data=parcel.raw, headers=dict(parcel.headers), timeout=ClientTimeout(total=parcel.limit)
            ) as reply:
                return reply.status, _read(await reply.text()), None, "x-slack-no-retry" in reply.headers
        except TimeoutError:
            return None, "http_timeout", "timeout", False
        except (ClientError, asyncio.IncompleteReadError, OSError):
            return None, "connection_failed", "unreachable", False


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
