"""Presses as the platforms deliver them: whole, signed HTTP requests."""

import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from hmac import digest
from typing import Any, Final
from urllib.parse import urlencode

from bot.bench.town import EXTERNAL, LATER, Press
from messages.actions import Choose, pack
from messages.incoming import ChannelName

SECRET: Final = "bench"  # noqa: S105  not a secret: both ends stand here
LINE_PATH: Final = "/line/webhook"
SLACK_PATH: Final = "/slack/events"


def on_line(press: Press) -> bytes:
    """A postback, as LINE sends it."""
    event = {
        "type": "postback",
        "mode": "active",
        "timestamp": int(LATER.timestamp() * 1000),
        "source": {"type": "user", "userId": press.learner.who},
        "webhookEventId": event_of(press),
        "deliveryContext": {"isRedelivery": False},
        "replyToken": f"{press.learner.enrolment:032x}",
        "postback": {"data": _packed(press)},
    }
    raw = json.dumps({"destination": EXTERNAL[ChannelName.LINE], "events": [event]}).encode()
    return _request(LINE_PATH, raw, {"content-type": "application/json", "x-line-signature": line_signature(raw)})


def in_slack(press: Press, now: datetime) -> bytes:
    """A block action, as Slack sends it; it must arrive within five minutes from now."""
    stamp = str(int(now.timestamp()))
    raw = urlencode({"payload": json.dumps(_block_action(press))}).encode()
    return _request(
        SLACK_PATH,
        raw,
        {
            "content-type": "application/x-www-form-urlencoded",
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": slack_signature(stamp, raw),
        },
    )


def event_of(press: Press) -> str:
    """A number that no other press has."""
    return f"{press.quiz.id}:{press.learner.enrolment}"


def line_signature(raw: bytes) -> str:
    return b64encode(digest(SECRET.encode(), raw, sha256)).decode()


def slack_signature(stamp: str, raw: bytes) -> str:
    return "v0=" + digest(SECRET.encode(), b"v0:" + stamp.encode() + b":" + raw, sha256).hex()


def _block_action(press: Press) -> dict[str, Any]:  # raw JSON
    team, learner = EXTERNAL[ChannelName.SLACK], press.learner
    seen = f"{int(LATER.timestamp())}.{learner.enrolment:06d}"
    return {
        "type": "block_actions",
        "team": {"id": team, "domain": "bench"},
        "user": {"id": learner.who, "team_id": team},
        "api_app_id": "A0BENCH",
        "trigger_id": "1.2.3",
        "container": {"type": "message", "message_ts": seen, "channel_id": learner.room},
        "channel": {"id": learner.room, "name": "directmessage"},
        "message": {"ts": seen, "text": press.quiz.text},
        "response_url": "",
        "actions": [
            {
                "type": "button",
                "block_id": press.quiz.id,
                "action_id": press.option,
                "value": _packed(press),
                "action_ts": f"{int(LATER.timestamp())}.{hash(press.quiz.id) % 1_000_000:06d}",
            }
        ],
    }


def _packed(press: Press) -> str:
    return pack(Choose(press.learner.enrolment, press.quiz.id, press.option))


def _request(path: str, raw: bytes, headers: Mapping[str, str]) -> bytes:
    given = {"host": "127.0.0.1", "content-length": str(len(raw)), **headers}
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items()), "", ""]
    return "\r\n".join(lines).encode() + raw
