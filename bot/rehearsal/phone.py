"""A learner's device: what it shows, and what can be done with it. One for each platform."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import unescape
from typing import Any, ClassVar, Protocol

from bot.rehearsal.sight import Offer, Sight, meaning, walk
from messages.actions import Finish
from sandbox.line import doors as line_doors
from sandbox.line.chat import Message
from sandbox.slack import doors as slack_doors
from sandbox.slack.chat import SlackMessage
from sandbox.slack.errors import SlackRefusedError
from sandbox.state import Sandbox
from sandbox.wire import Json


class Phone(Protocol):
    """The doors of the sandbox, and the chat behind them."""

    user: str

    @property
    @abstractmethod
    def name(self) -> str:
        """What the platform shows of this person."""

    @abstractmethod
    async def say(self, text: str) -> None:
        """Type a message."""

    @property
    @abstractmethod
    def has_form(self) -> bool:
        """Whether a form is open."""

    @abstractmethod
    async def write(self, text: str) -> None:
        """Send the open form with this in it; type it, where none is open."""

    @abstractmethod
    async def press(self, offer: Offer, picked: tuple[str, ...] = ()) -> None:
        """Press; `picked` is what is ticked beside it."""

    @abstractmethod
    def fresh(self) -> Sequence[Sight]:
        """What came or changed since the last look, oldest first: asked at every moment, and mostly nothing did."""

    @abstractmethod
    def old(self) -> list[Offer]:
        """All that can still be pressed in the chat, oldest first."""


@dataclass(slots=True)
class OnLine(Phone):
    """A phone with LINE."""

    PLACE: ClassVar = "LINE"

    sandbox: Sandbox
    user: str
    _read: int = field(init=False, default=0)
    _old: list[Offer] = field(init=False, default_factory=list)

    @property
    def name(self) -> str:
        return self.sandbox.line.chats[self.user].user.name

    async def say(self, text: str) -> None:
        await self.act("say", {"text": text})

    @property
    def has_form(self) -> bool:
        return False

    async def write(self, text: str) -> None:
        await self.say(text)

    async def press(self, offer: Offer, picked: tuple[str, ...] = ()) -> None:  # noqa: ARG002  LINE has no boxes
        await self.act("press", offer.wish)

    async def act(self, door: str, wish: Json | None = None) -> None:
        """Anything else that LINE lets people do: follow, block, unblock, send a sticker."""
        await line_doors.DOORS[door](self.sandbox.line, self.user, wish or {})

    def fresh(self) -> Sequence[Sight]:
        messages = self.sandbox.line.chats[self.user].messages
        if self._read == len(messages):
            return ()
        new, self._read = messages[self._read :], len(messages)
        sights = tuple(_together(_on_line(message) for message in new if message.sender == "bot"))
        self._old += (offer for sight in sights for offer in sight.offers)
        return sights

    def old(self) -> list[Offer]:
        return self._old


@dataclass(slots=True)
class InSlack(Phone):
    """A desk with Slack."""

    PLACE: ClassVar = "Slack"

    sandbox: Sandbox
    user: str
    _read: int = field(init=False, default=0)
    _edits: int = field(init=False, default=0)
    _watched: list[tuple[SlackMessage, Any, Sight]] = field(init=False, default_factory=list)

    @property
    def name(self) -> str:
        return self.sandbox.slack.chats[self.user].user.name

    async def say(self, text: str) -> None:
        await slack_doors.DOORS["say"](self.sandbox.slack, self.sandbox.slack.chats[self.user], {"text": text})

    async def command(self, text: str) -> None:
        """Type /kotsu with something behind it."""
        wish = {"command": "/kotsu", "text": text}
        await slack_doors.DOORS["command"](self.sandbox.slack, self.sandbox.slack.chats[self.user], wish)

    @property
    def has_form(self) -> bool:
        return bool(self.sandbox.slack.chats[self.user].views)

    async def write(self, text: str) -> None:
        chat = self.sandbox.slack.chats[self.user]
        if not chat.views:
            await self.say(text)
            return
        view = chat.views[-1]
        fields = (block for block in view.body["blocks"] if block.get("type") == "input")
        values = {field["block_id"]: {field["element"]["action_id"]: text} for field in fields}
        await slack_doors.DOORS["submit"](self.sandbox.slack, chat, {"view_id": view.id, "values": values})

    async def press(self, offer: Offer, picked: tuple[str, ...] = ()) -> None:
        chat = self.sandbox.slack.chats[self.user]
        wish = {**offer.wish, "channel": chat.channel}
        boxes, lists = wish.pop("boxes", None), wish.pop("lists", ())
        if isinstance(offer.action, Finish) and boxes:
            block, action = boxes
            wish["state"] = {block: {action: list(picked)}}
        elif isinstance(offer.action, Finish):
            chosen = zip(lists, picked, strict=False)
            wish["state"] = {block: {action: label} for (block, action), label in chosen}
        try:
            await slack_doors.DOORS["press"](self.sandbox.slack, chat, wish)
        except (KeyError, SlackRefusedError):  # the bot took the button away a moment ago
            return

    def fresh(self) -> Sequence[Sight]:
        chat = self.sandbox.slack.chats[self.user]
        if (self._edits, self._read) == (chat.edits, len(chat.messages)):
            return ()
        changed = self._changed() if self._edits != chat.edits else []
        new, self._edits, self._read = chat.messages[self._read :], chat.edits, len(chat.messages)
        return [*changed, *(self._seen(message) for message in new if message.sender == "bot")]

    def _changed(self) -> list[Sight]:
        watched, self._watched, found = self._watched, [], []
        for message, blocks, sight in watched:
            if message.blocks is blocks:
                self._watched.append((message, blocks, sight))
            else:
                found.append(self._seen(message, changed=True))
        return found

    def old(self) -> list[Offer]:
        return [offer for _, _, sight in self._watched for offer in sight.offers]

    def _seen(self, message: SlackMessage, *, changed: bool = False) -> Sight:
        sight = _in_slack(message, changed=changed)
        if sight.offers:
            self._watched.append((message, message.blocks, sight))
        return sight


def _together(sights: Iterable[Sight]) -> Iterator[Sight]:
    """Messages of one call, as one: a lesson's card begins a new one in any case."""
    held: Sight | None = None
    for sight in sights:
        alone = sight.lessons or sight.notice or (held and held.notice)
        if held and not alone and (held.at, held.pushed) == (sight.at, sight.pushed):
            held = replace(held, text=f"{held.text}\n{sight.text}", offers=(*held.offers, *sight.offers))
            continue
        if held:
            yield held
        held = sight
    if held:
        yield held


def _on_line(message: Message) -> Sight:
    parts = walk(message.body)
    texts = [str(part["text"]) for part in parts if isinstance(part.get("text"), str)]
    presses = [part for part in parts if part.get("type") == "postback" and "data" in part]
    offers = [
        Offer(action, {"data": each["data"], "display_text": each.get("displayText")})
        for each in presses
        if (action := meaning(each["data"]))
    ]
    at = datetime.fromisoformat(message.at)
    return Sight(at, "\n".join(texts), tuple(offers), pushed=message.via == "push")


def _in_slack(message: SlackMessage, *, changed: bool = False) -> Sight:
    blocks = [(block, walk(block)) for block in message.blocks or ()]
    texts = [unescape(text) for _, parts in blocks for part in parts if isinstance(text := part.get("text"), str)]
    payload = (message.metadata or {}).get("event_payload") or {}
    return Sight(
        at=datetime.fromisoformat(message.at),
        text="\n".join(texts or [message.text]),
        offers=tuple(_offers(message.ts, blocks)),
        pushed=None,
        letter=str(payload.get("letter", "")),
        changed=changed,
    )


def _offers(ts: str, blocks: Iterable[tuple[Json, list[Json]]]) -> Iterator[Offer]:
    """Of blocks, each with all that is in it."""
    boxes = None
    lists: list[tuple[str, str]] = []
    for block, parts in blocks:
        for part in parts:
            match part.get("type"):
                case "checkboxes":
                    boxes = block["block_id"], part["action_id"]
                case "static_select":
                    lists.append((block["block_id"], part["action_id"]))
                case "button" if action := meaning(part.get("value")):
                    where = {"ts": ts, "block_id": block["block_id"], "action_id": part["action_id"]}
                    yield Offer(action, {**where, "boxes": boxes, "lists": lists})
