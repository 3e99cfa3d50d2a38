"""A LINE account in the sandbox, our edge to LINE as its bot, and a receiver that keeps what it hears."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linebot.v3.messaging import AsyncMessagingApi
from starlette.applications import Starlette
from starlette.routing import Route

from channels.line.client import connect
from channels.line.sender import LineSender
from channels.line.webhook import Webhook
from channels.receiver import NotStored, Outcome, Reception
from messages.incoming import ChannelName, Deed, Incoming
from messages.letter import Address, Cost, Letter, Parcel
from messages.message import Message, plain
from sandbox.line.webhook import signature
from sandbox.server import serving
from tests.sandbox.neighbours import Town, town_open


@dataclass
class Notebook:
    """A receiver. What `refuses` names, by event id, it cannot store; `strange` accounts it does not know."""

    heard: list[Incoming] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    strange: bool = False

    async def receive(self, incoming: Incoming) -> Reception:
        if incoming.id in self.refuses:
            raise NotStored("the notebook is full")
        self.heard.append(incoming)
        return Reception(Outcome.STRANGE if self.strange else Outcome.TAKEN)

    async def closed(self, channel: ChannelName, account: str) -> None:
        raise NotStored(f"LINE closes no accounts: {channel}:{account}")

    @property
    def deeds(self) -> list[Deed]:
        return [incoming.deed for incoming in self.heard]


@dataclass
class Account:
    town: Town
    notebook: Notebook
    api: AsyncMessagingApi
    sender: LineSender
    hana: str
    webhook: str = ""

    async def door(self, name: str, **wish: Any) -> list[int | None]:
        """How the bot answered what Hana did."""
        answer = await self.town.door(f"line/users/{self.hana}/{name}", wish)
        return [delivery["status"] for delivery in answer["delivered"]]

    async def token(self) -> str:
        """A reply token, fresh from something Hana has said."""
        await self.door("say", text="今日")
        return self.notebook.heard[-1].reply_to

    async def deliver(self, *events: object) -> int:
        """The status our webhook gives these events, in one request."""
        return await self.post(json.dumps({"destination": "U" + "b" * 32, "events": events}))

    async def post(self, body: str | bytes, *, signed: str | None = None) -> int:
        """The status of the answer to a body with the right signature, unless told."""
        raw = body.encode() if isinstance(body, str) else body
        right = signature(self.town.settings.line_channel_secret, raw)
        headers = {"x-line-signature": right if signed is None else signed}
        async with self.town.http.post(self.webhook, data=raw, headers=headers) as answer:
            return answer.status

    async def shown(self) -> list[Any]:
        """What the bot has said to Hana, as LINE took it."""
        return [message["body"] for message in await self.town.line_chat() if message["from"] == "bot"]

    async def used(self) -> int:
        """How many messages of the month's quota are gone."""
        return int((await self.town.state())["line"]["quota"]["used"])

    async def fail(self, *faults: tuple[str, str]) -> None:
        """(push or reply, fault) of the calls to come."""
        coming = [{"path": f"/v2/bot/message/{path}", "fault": fault} for path, fault in faults]
        await self.town.door("faults", {"next": coming})

    async def calls(self) -> list[tuple[str, int | None]]:
        """The calls the bot made, in order: their last word, and LINE's status."""
        record = await self.town.record()
        return [(one["path"].rpartition("/")[2], one["status"]) for one in record if one["direction"] == "in"]

    def parcel(
        self,
        message: Message | str = "おはようございます",
        *,
        number: int = 1,
        cost: Cost = Cost.PAID,
        token: str = "",
        to: str = "",
        attempts: int = 1,
        doubtful: bool = False,
    ) -> Parcel:
        """A parcel to Hana, due now."""
        now = self.town.clock.now()
        letter = Letter(
            key=f"letter:{number}",
            address=Address(ChannelName.LINE, account=1, to=to or self.hana),
            message=plain(message) if isinstance(message, str) else message,
            due=now,
            cost=cost,
            reply_to=token,
        )
        return Parcel(id=UUID(int=number), letter=letter, attempts=attempts, doubtful=doubtful, first_tried=now)


@asynccontextmanager
async def account_open(**settings: Any) -> AsyncIterator[Account]:
    """Hana is a friend, the bot listens; LINE delivers to it."""
    notebook = Notebook()
    async with town_open(**settings) as town:
        secret = town.settings.line_channel_secret
        app = Starlette(routes=[Route("/line/webhook", Webhook(secret, notebook), methods=["POST"])])
        client = connect(town.settings.line_access_token, town.address)
        async with serving(app) as address, client:
            api = AsyncMessagingApi(client)
            webhook = f"{address}/line/webhook"
            await town.door("webhooks", {"line": webhook})
            yield Account(town, notebook, api, LineSender(api), await town.on_line(), webhook)
