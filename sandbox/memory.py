"""The chats on disk, so that they survive a restart."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sandbox.line.chat import Chat, Message, User
from sandbox.line.menus import RichMenu
from sandbox.line.platform import Line
from sandbox.slack.chat import SlackChannel, SlackChat, SlackMessage, SlackUser, View
from sandbox.slack.platform import Slack
from sandbox.state import Sandbox
from sandbox.wire import Json

_EDITION = 1


def remember(sandbox: Sandbox) -> Json:
    """All that is worth keeping: the time, the chats and channels, the quota used, the rich menus and the homes."""
    return {
        "edition": _EDITION,
        "now": sandbox.clock.now().isoformat(),
        "line": _line(sandbox.line),
        "slack": {
            "chats": [_slack(chat) for chat in sandbox.slack.chats.values()],
            "channels": [asdict(each) for each in sandbox.slack.channels.values()],
        },
    }


def write(path: Path, kept: Json) -> None:
    """Whole or not at all: a crash in the middle leaves the file of before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    fresh.replace(path)


def recall(sandbox: Sandbox, path: Path) -> None:
    """Brings back what was kept; raises ValueError, naming the file, when it cannot be read."""
    if not path.exists():
        return
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        _recall_line(sandbox.line, kept["line"])
        _recall_slack(sandbox.slack, kept["slack"])
        now = datetime.fromisoformat(kept["now"])
    except (ValueError, KeyError, TypeError) as broken:
        raise ValueError(f"The sandbox cannot read its state from {path}: delete the file to start afresh.") from broken
    if now > sandbox.clock.now():
        sandbox.clock.move_to(now)


def _line(line: Line) -> Json:
    return {
        "month": line.quota.month,
        "used": line.quota.spent,
        "chats": [
            {
                "user": asdict(chat.user),
                "blocked": chat.blocked,
                "rich_menu": chat.rich_menu,
                "messages": [asdict(message) for message in chat.messages],
            }
            for chat in line.chats.values()
        ],
        "menus": [
            {**asdict(menu), "image": b64encode(menu.image or b"").decode()} for menu in line.menus.menus.values()
        ],
        "aliases": line.menus.aliases,
        "default_menu": line.menus.default,
    }


def _recall_line(line: Line, kept: Json) -> None:
    line.quota.month, line.quota.spent = str(kept["month"]), int(kept["used"])
    for one in kept["chats"]:
        chat = Chat(User(**one["user"]), blocked=one["blocked"], rich_menu=one["rich_menu"])
        chat.messages = [Message(**message) for message in one["messages"]]
        line.chats[chat.user.id] = chat
    for one in kept["menus"]:
        line.menus.menus[one["id"]] = RichMenu(**{**one, "image": b64decode(one["image"]) or None})
    line.menus.aliases, line.menus.default = dict(kept["aliases"]), kept["default_menu"]


def _slack(chat: SlackChat) -> Json:
    home = {"body": chat.home.body, "id": chat.home.id, "version": chat.home.version} if chat.home else None
    messages = [asdict(message) for message in chat.messages]
    return {"user": asdict(chat.user), "channel": chat.channel, "home": home, "messages": messages}


def _recall_slack(slack: Slack, kept: Json) -> None:
    for one in kept["chats"]:
        chat = SlackChat(user=SlackUser(**one["user"]), channel=one["channel"])
        chat.home = View(chat.user.id, **one["home"]) if one["home"] else None
        chat.messages = [SlackMessage(**message) for message in one["messages"]]
        slack.chats[chat.user.id] = chat
    for one in kept.get("channels", ()):
        messages = [SlackMessage(**message) for message in one["messages"]]
        slack.channels[one["channel"]] = SlackChannel(**{**one, "messages": messages})
