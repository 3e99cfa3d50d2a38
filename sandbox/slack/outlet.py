"""What Slack sends the bot: signed, over HTTP or a socket; events are tried again when the answer is no 200."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from hmac import digest
from time import time
from typing import Any
from urllib.parse import quote_plus, urlencode

from yarl import URL

from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.overtaken import Overtaken
from sandbox.postman import Delivery, Parcel, Postman
from sandbox.pulse import Pulse
from sandbox.settings import SandboxSettings
from sandbox.slack.socket import Sockets
from sandbox.wire import Json, compact

_PATIENCE_SECONDS = 3.0
_RETRY_AFTER = (timedelta(minutes=1), timedelta(minutes=5))
_FORM = "application/x-www-form-urlencoded"
_QUOTED = {code: quote_plus(chr(code)) for code in range(128)}


def signature(secret: str, timestamp: str, raw: bytes) -> str:
    """`X-Slack-Signature`, version 0."""
    return "v0=" + digest(secret.encode(), b"v0:" + timestamp.encode() + b":" + raw, sha256).hex()


@dataclass(slots=True)
class Outlet:
    settings: SandboxSettings
    clock: SandboxClock
    postman: Postman
    faults: FaultPlan
    pulse: Pulse
    url: str | None = field(init=False)
    sockets: Sockets = field(init=False)
    mood: str = field(init=False, default="none")
    waiting: list[Json] = field(init=False, default_factory=list)
    overtaken: Overtaken = field(init=False)
    _retries: set[asyncio.Task[None]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.url = self.settings.slack_webhook
        self.mood = "silent" if self.url else "none"
        self.overtaken = Overtaken(self._tried)
        self.sockets = Sockets(self.settings, self.clock, self.postman.record, self.settled)

    async def connect(self, url: str | None) -> list[Delivery]:
        """From now on everything goes to this URL; events that waited for one go first."""
        self.url, self.mood, waiting, self.waiting = url, ("silent" if url else "none"), self.waiting, []
        self.pulse.beat()
        return [delivery for event in waiting for delivery in await self.event(event)]

    def settled(self, *, heard: bool) -> None:
        self.mood = "connected" if heard else "silent" if self.url or self.sockets.any() else "none"
        self.pulse.beat()

    async def event(self, envelope: Json) -> list[Delivery]:
        """An `event_callback`: tried again at once, then after one and after five minutes of the sandbox clock."""
        if not self._reachable():
            self.waiting.append(envelope)
            self.pulse.beat()
            return []
        fault = self.faults.outbound("slack", URL(self.url or "").path)
        match fault.name if fault else None:
            case "reorder":
                self.overtaken.hold(envelope)
                return []
            case "duplicate" | "redeliver":
                return [*await self._tried(envelope), await self._event(envelope, 1, "http_timeout")]
            case _:
                together = (envelope, *self.overtaken.take())
                return [delivery for one in together for delivery in await self._tried(one)]

    async def interaction(self, payload: Json) -> list[Delivery]:
        """A button, a submission: sent once, never again."""
        if not self._reachable():
            return []
        if self.sockets.any():
            return [await self.sockets.send("interactive", payload, expects_payload=True)]
        raw = "payload=" + json.dumps(payload).translate(_QUOTED)  # in ASCII, as Slack's own payloads are
        return [await self._post(raw.encode(), _FORM, payload)]

    async def command(self, form: Json) -> list[Delivery]:
        if not self._reachable():
            return []
        if self.sockets.any():
            return [await self.sockets.send("slash_commands", form, expects_payload=True)]
        return [await self._post(urlencode(form).encode(), _FORM, form)]

    async def verify(self) -> Delivery:
        """Slack's `url_verification`: the bot must answer with the challenge."""
        body = {"token": "sandbox", "challenge": "kotsukotsu", "type": "url_verification"}
        return await self._post(compact(body), "application/json", body)

    async def close(self) -> None:
        await self.overtaken.close()
        for retry in list(self._retries):
            retry.cancel()
        await asyncio.gather(*self._retries, return_exceptions=True)

    def _reachable(self) -> bool:
        return self.url is not None or self.sockets.any()

    async def _tried(self, envelope: Json) -> list[Delivery]:
        tries = [await self._event(envelope)]
        if _failed(tries[-1]):
            tries.append(await self._event(envelope, 1, _reason(tries[-1])))
        if _failed(tries[-1]):
            retry = asyncio.create_task(self._later(envelope, _reason(tries[-1])))
            self._retries.add(retry)
            retry.add_done_callback(self._retries.discard)
        return tries

    async def _later(self, envelope: Json, reason: str) -> None:
        begun = self.clock.now()
        for number, wait in enumerate(_RETRY_AFTER, start=2):
            await self.clock.reach(begun + wait)
            delivery = await self._event(envelope, number, reason)
            if not _failed(delivery):
                return
            reason = _reason(delivery)

    async def _event(self, envelope: Json, number: int = 0, reason: str = "") -> Delivery:
        if self.sockets.any():
            return await self.sockets.send("events_api", envelope, retry=(number, reason))
        retry = {"x-slack-retry-num": str(number), "x-slack-retry-reason": reason} if number else {}
        return await self._post(compact(envelope), "application/json", envelope, retry)

    async def _post(self, raw: bytes, kind: str, shown: Any, extra: dict[str, str] | None = None) -> Delivery:
        if self.url is None:
            raise ValueError("No Slack webhook is set.")
        timestamp = str(int(time()))
        headers = {
            "content-type": kind,
            "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "x-slack-request-timestamp": timestamp,
            "x-slack-signature": signature(self.settings.slack_signing_secret, timestamp, raw),
            **(extra or {}),
        }
        fault = "redeliver" if extra else None
        delivery = await self.postman.deliver(
            Parcel(
                platform="slack",
                url=self.url,
                raw=raw,
                headers=headers,
                shown=shown,
                limit=_PATIENCE_SECONDS * self.settings.lenience,
                fault=fault,
            )
        )
        self.settled(heard=delivery.status is not None)
        return delivery


def _failed(delivery: Delivery) -> bool:
    return delivery.status != 200 and not delivery.stop


def _reason(delivery: Delivery) -> str:
    return delivery.body if delivery.status is None else "http_error"
