"""A workspace in the sandbox, our edge to Slack as the bot in it, and a receiver that keeps what it hears."""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.routing import Route

from channels.receiver import NotStored, Outcome, Reception
from channels.slack import webhook
from channels.slack.app import bolt
from channels.slack.client import session, web_client
from channels.slack.pictures import Pictures, none
from channels.slack.sender import SlackSender
from messages.form import Form
from messages.incoming import ChannelName, Incoming
from messages.letter import Address, Letter, Parcel, Surface
from messages.message import Message
from sandbox.server import serving
from sandbox.slack.outlet import signature
from tests.sandbox.neighbours import Town, town_open

TEAM = "T0KOTSU001"


@dataclass
class Notebook:
    """A receiver: `form` is its answer to everything, and while it is `full` nothing is stored."""

    heard: list[Incoming] = field(default_factory=list)
    closed_accounts: list[str] = field(default_factory=list)
    form: Form | None = None
    full: bool = False

    async def receive(self, incoming: Incoming) -> Reception:
        self._room()
        self.heard.append(incoming)
        return Reception(Outcome.TAKEN, self.form)

    async def closed(self, channel: ChannelName, account: str) -> None:
        self._room()
        self.closed_accounts.append(f"{channel}:{account}")

    def _room(self) -> None:
        if self.full:
            raise NotStored("the notebook is full")


@dataclass
class Workspace:
    town: Town
    notebook: Notebook
    app: AsyncApp
    client: AsyncWebClient
    session: ClientSession
    ken: str
    room: str
    address: str = ""

    async def door(self, name: str, **wish: Any) -> list[Any]:
        """How the bot answered what Ken did."""
        return list((await self.town.door(f"slack/users/{self.ken}/{name}", wish))["delivered"])

    async def event(self, **inner: Any) -> Any:
        """How the bot answered an event, sent once and past the sandbox's own checks."""
        envelope = {"type": "event_callback", "team_id": TEAM, "event_id": "Ev001", "event": inner}
        return await self.post(json.dumps(envelope))

    async def interact(self, payload: object) -> Any:
        return await self.post(urlencode({"payload": json.dumps(payload)}), kind="application/x-www-form-urlencoded")

    async def post(
        self, body: str | bytes, *, kind: str = "application/json", at: str = "", signed: str = ""
    ) -> tuple[int, str]:
        """Status and body of the bot's answer to a request signed now and with the right secret, unless told."""
        raw = body.encode() if isinstance(body, str) else body
        at = at or str(int(time.time()))
        signed = signed or signature(self.town.settings.slack_signing_secret, at, raw)
        headers = {"content-type": kind, "x-slack-request-timestamp": at, "x-slack-signature": signed}
        async with self.town.http.post(f"{self.address}{webhook.PATH}", data=raw, headers=headers) as answer:
            return answer.status, await answer.text()

    async def shown(self) -> list[Any]:
        return await self.town.slack_chat()

    async def view(self) -> Any:
        """The modal Ken sees."""
        return (await self.town.state())["slack"]["chats"][0]["view"]

    async def home(self) -> Any:
        """What hangs in Ken's home."""
        return (await self.town.state())["slack"]["chats"][0]["home"]

    async def fail(self, *faults: tuple[str, str]) -> None:
        """(path, fault) of the calls to come."""
        await self.town.door("faults", {"next": [{"path": path, "fault": fault} for path, fault in faults]})

    async def calls(self) -> list[str]:
        """The paths the bot called, in order."""
        return [one["path"].removeprefix("/api/") for one in await self.town.record() if one["direction"] == "in"]

    def sender(self, pictures: Pictures = none) -> SlackSender:
        return SlackSender(self.client, self.session, pictures)

    def parcel(
        self,
        message: Message,
        *,
        number: int = 1,
        to: str = "",
        doubtful: bool = False,
        reply_to: str = "",
        replaces: str = "",
        surface: Surface = Surface.CHAT,
        attempts: int = 1,
    ) -> Parcel:
        """A parcel to Ken; a doubtful one was first tried a moment ago."""
        now = self.town.clock.now()
        letter = Letter(
            key=f"letter:{number}",
            address=Address(ChannelName.SLACK, account=1, to=to or self.ken),
            message=message,
            due=now,
            reply_to=reply_to,
            replaces=replaces,
            surface=surface,
        )
        return Parcel(
            id=UUID(int=number),
            letter=letter,
            attempts=attempts,
            doubtful=doubtful,
            first_tried=now if doubtful else None,
        )

    def later(self, **by: float) -> None:
        self.town.clock.advance(timedelta(**by))


@asynccontextmanager
async def workspace_open() -> AsyncIterator[Workspace]:
    """Ken is there, the bot listens; Slack delivers to it."""
    async with staffed() as workspace, serving(Starlette(routes=[_heard(workspace)])) as address:
        workspace.address = address
        await workspace.town.door("webhooks", {"slack": f"{address}{webhook.PATH}"})
        yield workspace


@asynccontextmanager
async def staffed() -> AsyncIterator[Workspace]:
    """Ken is there, and a bot that nobody listens to yet."""
    async with town_open() as town, session() as shared:
        api_url, token = f"{town.address}/api", town.settings.slack_bot_token
        notebook = Notebook()
        app = bolt(
            bot_token=token,
            api_url=api_url,
            receiver=notebook,
            session=shared,
            clock=town.clock,
        )
        client = web_client(token=token, api_url=api_url, session=shared)
        yield Workspace(town, notebook, app, client, shared, *await town.in_slack("ken"))


def _heard(workspace: Workspace) -> Route:
    return webhook.route(workspace.app, workspace.town.settings.slack_signing_secret)
