"""Requests to the bot as the platforms make them, byte by byte: signed rightly, wrongly, or not at all."""

import json
import time
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientSession
from sqlalchemy import func, select

from sandbox.settings import SandboxSettings
from store.schema import metadata
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import Json

SECRETS = SandboxSettings()
TEAM = "T0KOTSU001"
DESTINATION = "U" + "b07" * 10 + "b0"
Headers = dict[str, str]


def written(body: Any) -> bytes:
    """The body as JSON."""
    return json.dumps(body).encode()


def line_signed(raw: bytes, secret: str = SECRETS.line_channel_secret) -> Headers:
    """The header with which LINE vouches for these bytes."""
    return {"x-line-signature": b64encode(digest(secret.encode(), raw, sha256)).decode()}


def slack_signed(raw: bytes, *, secret: str = SECRETS.slack_signing_secret, age: int = 0) -> Headers:
    """The headers with which Slack vouches for these bytes, `age` seconds ago."""
    stamp = str(int(time.time()) - age)
    signature = digest(secret.encode(), f"v0:{stamp}:".encode() + raw, sha256).hex()
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={signature}"}


def press_in_slack(user: str, room: str, packed: str, on: str = "1.0") -> Json:
    """What Slack sends when somebody presses a button that carries this."""
    stamp = f"{abs(hash(packed))}.0"
    return {
        "type": "block_actions",
        "user": {"id": user, "team_id": TEAM},
        "team": {"id": TEAM},
        "container": {"type": "message", "message_ts": on, "channel_id": room},
        "channel": {"id": room},
        "trigger_id": "1.1",
        "response_url": "http://127.0.0.1:9/none",
        "actions": [{"type": "button", "action_id": "a", "block_id": "b", "value": packed, "action_ts": stamp}],
    }


@dataclass(frozen=True, slots=True)
class Wire:
    """Straight to the bot's doors. Every method returns the status it answers with."""

    bot: TestBot

    async def line(self, raw: bytes, headers: Headers | None = None) -> int:
        """To LINE's door, with a true signature unless other headers are given."""
        return await self._post("/line/webhook", raw, line_signed(raw) if headers is None else headers)

    async def line_events(self, *events: Any, destination: Any = DESTINATION) -> int:
        """One webhook of LINE's with these events."""
        return await self.line(written({"destination": destination, "events": list(events)}))

    async def slack(self, raw: bytes, headers: Headers | None = None) -> int:
        """To Slack's door as JSON, with a true signature unless other headers are given."""
        given = slack_signed(raw) if headers is None else headers
        return await self._post("/slack/events", raw, {"content-type": "application/json", **given})

    async def slack_event(self, event: Any, *, event_id: str = "Ev1", team: Any = TEAM) -> int:
        """One event of Slack's."""
        envelope = {"type": "event_callback", "team_id": team, "api_app_id": "A1", "event_id": event_id}
        return await self.slack(written({**envelope, "event": event, "event_time": 1}))

    async def slack_form(self, fields: Json) -> int:
        """A command, or an interaction under `payload`."""
        raw = urlencode(fields).encode()
        form = {"content-type": "application/x-www-form-urlencoded", **slack_signed(raw)}
        return await self._post("/slack/events", raw, form)

    def rows(self) -> dict[str, int]:
        """How many rows each table holds, but for what the bot asks by itself."""
        with self.bot.database.root() as root:
            ask = root.organisations.connection.execute
            tables = [table for table in metadata.sorted_tables if table.name != "quota_readings"]
            return {table.name: ask(select(func.count()).select_from(table)).scalar_one() for table in tables}

    async def slack_press(self, user: str, room: str, packed: str) -> int:
        """A press of a button that carries this."""
        return await self.slack_form({"payload": json.dumps(press_in_slack(user, room, packed))})

    async def _post(self, path: str, raw: bytes, headers: Headers) -> int:
        async with ClientSession() as session, session.post(self.bot.url + path, data=raw, headers=headers) as answer:
            return answer.status


@dataclass(slots=True)
class Told:
    """Events of LINE's, each with an id of its own."""

    who: str
    count: int = field(default=0)

    def event(self, **content: Any) -> Json:
        """An event around this content; anything in it may be overwritten."""
        self.count += 1
        envelope = {
            "webhookEventId": f"01{self.who[-4:]}{self.count:020}",
            "timestamp": 1_788_739_200_000,
            "source": {"type": "user", "userId": self.who},
            "mode": "active",
            "replyToken": f"token{self.count}{self.who}",
            "deliveryContext": {"isRedelivery": False},
        }
        return {**envelope, **content}

    def said(self, text: Any) -> Json:
        """A message of text."""
        return self.event(type="message", message={"type": "text", "id": "1", "text": text})

    def pressed(self, packed: Any) -> Json:
        """A postback."""
        return self.event(type="postback", postback={"data": packed})
