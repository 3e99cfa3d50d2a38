"""LINE's webhooks: events are signed, may come twice, and give up after two seconds."""

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest

from sandbox import mint
from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.line.tokens import ReplyTokens
from sandbox.overtaken import Overtaken
from sandbox.postman import Delivery, Parcel, Postman
from sandbox.pulse import Pulse
from sandbox.settings import SandboxSettings
from sandbox.wire import Json, compact

_PATIENCE_SECONDS = 2.0


def signature(secret: str, raw: bytes) -> str:
    """`x-line-signature`: base64 of HMAC-SHA256 over the raw body."""
    return b64encode(digest(secret.encode(), raw, sha256)).decode()


@dataclass(slots=True)
class LineWebhook:
    settings: SandboxSettings
    destination: str
    clock: SandboxClock
    postman: Postman
    faults: FaultPlan
    tokens: ReplyTokens
    pulse: Pulse
    url: str | None = field(init=False)
    waiting: list[Json] = field(init=False, default_factory=list)
    sent: list[Json] = field(init=False, default_factory=list)
    mood: str = field(init=False, default="none")
    overtaken: Overtaken = field(init=False)

    def __post_init__(self) -> None:
        self.url = self.settings.line_webhook
        self.mood = "silent" if self.url else "none"
        self.overtaken = Overtaken(lambda event: self.post([event]))

    def event(self, kind: str, user_id: str, *, replyable: bool = True, **content: object) -> Json:
        """An event object with the envelope every LINE event has."""
        now = self.clock.now()
        event: Json = {
            "type": kind,
            **content,
            "webhookEventId": mint.ulid(now),
            "deliveryContext": {"isRedelivery": False},
            "timestamp": int(now.timestamp() * 1000),
            "source": {"type": "user", "userId": user_id},
            "mode": "active",
        }
        return {**event, "replyToken": self.tokens.issue(user_id, now)} if replyable else event

    async def connect(self, url: str | None) -> list[Delivery]:
        """From now on events go to this URL; those that waited for one go first."""
        self.url, waiting = url, self.waiting
        self.mood, self.waiting = ("silent" if url else "none"), []
        self.pulse.beat()
        return [delivery for event in waiting for delivery in await self.send(event)]

    async def send(self, event: Json) -> list[Delivery]:
        """Delivers the event, with whatever fault it meets; without a bot it waits."""
        if self.url is None:
            self.waiting.append(event)
            self.pulse.beat()
            return []
        self.sent.append(event)
        fault = self.faults.outbound("line", _path(self.url))
        match fault.name if fault else None:
            case "reorder":
                self.overtaken.hold(event)
                return []
            case "duplicate":
                return [await self.post([event], "duplicate"), await self.post([event], "duplicate")]
            case "redeliver":
                return [await self.post([event]), await self.redeliver(event)]
            case _:
                return [await self.post([one]) for one in (event, *self.overtaken.take())]

    async def redeliver(self, event: Json) -> Delivery:
        """The same event once more: same id, same token with a fresh minute."""
        if "replyToken" in event:
            self.tokens.renew(event["replyToken"], self.clock.now())
        return await self.post([{**event, "deliveryContext": {"isRedelivery": True}}], "redeliver")

    async def post(self, events: list[Json], fault: str | None = None) -> Delivery:
        if self.url is None:
            raise ValueError("No LINE webhook is set.")
        body = {"destination": self.destination, "events": events}
        raw = compact(body)
        headers = {
            "content-type": "application/json; charset=utf-8",
            "user-agent": "LineBotWebhook/2.0",
            "x-line-signature": signature(self.settings.line_channel_secret, raw),
        }
        delivery = await self.postman.deliver(
            Parcel(
                platform="line",
                url=self.url,
                raw=raw,
                headers=headers,
                shown=body,
                limit=_PATIENCE_SECONDS * self.settings.lenience,
                fault=fault,
            )
        )
        self.mood = "connected" if delivery.status is not None else "silent"
        return delivery


def _path(url: str) -> str:
    return "/" + url.split("://", 1)[-1].partition("/")[2]
