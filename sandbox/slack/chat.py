"""The rooms of the local Slack: a direct message for each person, with their view and home; and channels."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sandbox import mint
from sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class SlackUser:
    id: str
    name: str
    email: str | None = None
    tz: str = "Asia/Tokyo"


@dataclass(slots=True, kw_only=True)
class SlackMessage:
    """`inputs` remembers what is ticked on the message: `{block_id: {action_id: value or [values]}}`. `author` is who
    said it in a channel, `thread` the `ts` of the message it stands under.
    """

    ts: str
    sender: Literal["user", "bot"]
    at: str
    text: str
    blocks: list[Json] | None = None
    edited: bool = False
    ephemeral: bool = False
    metadata: Json | None = None
    author: str = ""
    thread: str = ""
    inputs: dict[str, Json] = field(default_factory=dict)

    def as_json(self) -> Json:
        return {
            "ts": self.ts,
            "from": self.sender,
            "at": self.at,
            "text": self.text,
            "blocks": self.blocks,
            "edited": self.edited,
            "ephemeral": self.ephemeral,
            "metadata": self.metadata,
            "author": self.author,
            "thread": self.thread,
        }


@dataclass(slots=True)
class View:
    """A modal or a home as the bot sent it, with Slack's id and the hash that changes with every update."""

    user_id: str
    body: Json
    id: str = field(default_factory=lambda: mint.slack_id("V"))
    version: int = 1
    values: dict[str, Json] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        return f"{self.version}.{self.id.lower()}"

    def revise(self, body: Json) -> None:
        self.body, self.version = body, self.version + 1


@dataclass(slots=True, kw_only=True)
class Room:
    """`edits` counts how often a message changed: for who looks often, and would rather not compare them all."""

    channel: str
    edits: int = 0
    messages: list[SlackMessage] = field(default_factory=list)

    @property
    def owner(self) -> str:
        """Whose direct message it is; nobody's, if it is a channel."""
        return ""

    def message(self, ts: str) -> SlackMessage | None:
        return next((message for message in reversed(self.messages) if message.ts == ts), None)

    def drop(self, ts: str) -> None:
        self.messages = [message for message in self.messages if message.ts != ts]


@dataclass(slots=True, kw_only=True)
class SlackChat(Room):
    """A direct message with the bot."""

    user: SlackUser
    views: list[View] = field(default_factory=list)
    home: View | None = None

    @property
    def owner(self) -> str:
        return self.user.id


@dataclass(slots=True, kw_only=True)
class SlackChannel(Room):
    """A channel that everybody in the workspace reads; the bot writes there if it is `invited`."""

    name: str
    invited: bool = True


def with_ids(blocks: Any) -> list[Json] | None:
    """Blocks as Slack keeps them: every block has an id, every element an action id."""
    if not blocks:
        return None
    return [_named(block) for block in blocks]


def elements_of(block: Json) -> list[Json]:
    """The interactive elements of a block."""
    found = [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]
    return [one for one in found if isinstance(one, dict) and "action_id" in one]


_ACTING = frozenset({"accessory", "element", "elements"})
_SILENT = frozenset({"image", "mrkdwn", "plain_text"})


def _named(block: Json) -> Json:
    named = {**block, "block_id": block.get("block_id") or mint.slack_id("b").lower()}
    if block.get("type") not in {"section", "actions", "input", "context_actions"}:
        return named
    for place in _ACTING & named.keys():
        named[place] = [_acting(one) for one in named[place]] if place == "elements" else _acting(named[place])
    return named


def _acting(element: Json) -> Json:
    if element.get("type") in _SILENT:
        return element
    return {**element, "action_id": element.get("action_id") or mint.slack_id("a").lower()}


def stamp(moment: datetime) -> str:
    """A message's `ts`: seconds with six decimals."""
    return f"{moment.timestamp():.6f}"
