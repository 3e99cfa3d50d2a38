"""The direct messages of the local Slack: one a person, with the view and the home they see."""

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
    """`inputs` remembers what is ticked on the message: `{block_id: {action_id: value or [values]}}`."""

    ts: str
    sender: Literal["user", "bot"]
    at: str
    text: str
    blocks: list[Json] | None = None
    edited: bool = False
    ephemeral: bool = False
    metadata: Json | None = None
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


@dataclass(slots=True)
class SlackChat:
    """`edits` counts how often a message changed: for who looks often, and would rather not compare them all."""

    user: SlackUser
    channel: str
    edits: int = 0
    views: list[View] = field(default_factory=list)
    home: View | None = None
    messages: list[SlackMessage] = field(default_factory=list)

    def message(self, ts: str) -> SlackMessage | None:
        return next((message for message in self.messages if message.ts == ts), None)

    def drop(self, ts: str) -> None:
        self.messages = [message for message in self.messages if message.ts != ts]


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
