"""A person with a phone or a laptop, as the sandbox lets one act."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

Json = dict[str, Any]


class Town(Protocol):
    """Where a learner lives: the sandbox and the bot behind it."""

    async def door(self, path: str, body: Json | None = None) -> Json: ...

    async def chat(self, platform: str, user: str) -> Json: ...

    async def settled(self) -> None: ...


class NothingToPress(AssertionError):
    """No button with this label is in the chat."""


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: its words, and what the platform sends when it is pressed."""

    label: str
    press: Json


class Learner:
    """Acts, then waits until the bot has answered. `seen` is what stands in the chat, oldest first, as plain text."""

    platform: str

    def __init__(self, town: Town, user: str) -> None:
        self._town, self.user = town, user

    async def say(self, text: str) -> list[Json]:
        """Type a message; returns how the bot answered the webhook."""
        return await self._act("say", {"text": text})

    async def press(self, label: str, *, oldest: bool = False) -> list[Json]:
        """Press the newest (or the oldest) button whose words are, or begin with, the label."""
        buttons = [button for message in await self.messages() for button in self.buttons(message)]
        found = [each for each in buttons if each.label == label] or [
            each for each in buttons if each.label.startswith(label)
        ]
        if not found:
            raise NothingToPress(f"{label!r} among {[each.label for each in buttons]}")
        return await self._act("press", found[0 if oldest else -1].press)

    async def messages(self) -> list[Json]:
        """The chat's messages as the platform keeps them."""
        chat = await self._town.chat(self.platform, self.user)
        messages: list[Json] = chat["messages"]
        return messages

    async def seen(self) -> list[str]:
        """What the bot has said, each message as text."""
        return [self.words(message) for message in await self.messages() if message["from"] == "bot"]

    async def last(self) -> str:
        """What the bot said last."""
        return (await self.seen())[-1]

    def buttons(self, message: Json) -> Iterator[Button]:
        raise NotImplementedError

    def words(self, message: Json) -> str:
        raise NotImplementedError

    async def _act(self, door: str, body: Json) -> list[Json]:
        answer = await self._town.door(f"{self.platform}/users/{self.user}/{door}", body)
        await self._town.settled()
        delivered: list[Json] = answer["delivered"]
        return delivered


class OnLine(Learner):
    """Somebody in LINE."""

    platform = "line"

    async def follow(self) -> list[Json]:
        return await self._act("follow", {})

    async def block(self) -> list[Json]:
        return await self._act("block", {})

    async def unblock(self) -> list[Json]:
        return await self._act("unblock", {})

    async def sticker(self) -> list[Json]:
        return await self._act("sticker", {})

    async def unsend(self, text: str) -> list[Json]:
        """Take back the newest message of one's own with these words."""
        own = [each for each in await self.messages() if each["from"] == "user" and each["body"].get("text") == text]
        return await self._act("unsend", {"message_id": own[-1]["id"]})

    async def press_old(self, packed: str) -> list[Json]:
        """Press a button that stands in no chat any more: what it carried, word for word."""
        return await self._act("press", {"data": packed})

    def buttons(self, message: Json) -> Iterator[Button]:
        for part in walk([message["body"], message.get("quick_reply")]):
            action = part.get("action")
            if isinstance(action, dict) and action.get("type") == "postback":
                label = action.get("displayText") or action.get("label") or ""
                yield Button(label, {"data": action["data"], "display_text": action.get("displayText")})

    def words(self, message: Json) -> str:
        body = message["body"]
        if body["type"] == "text":
            return str(body["text"])
        labels = [part["action"]["label"] for part in walk(body) if part.get("type") == "button"]
        texts = [str(part["text"]) for part in walk(body) if part.get("type") in {"text", "span"} and "text" in part]
        return "\n".join([*texts, *labels])


class InSlack(Learner):
    """Somebody in Slack."""

    platform = "slack"

    async def command(self, text: str) -> list[Json]:
        """Type /kotsu with something behind it."""
        return await self._act("command", {"command": "/kotsu", "text": text})

    async def submit(self, values: Json, *, view: str = "") -> list[Json]:
        """Send the open form, or one that was open before."""
        which = view or (await self.chat())["view"]["id"]
        return await self._act("submit", {"view_id": which, "values": values})

    async def write(self, words: str) -> list[Json]:
        """Write into the one field of the open form, and send it."""
        return await self.submit({"words": {"write:words": words}})

    async def unsend(self, text: str) -> list[Json]:
        """Delete the newest message of one's own with these words."""
        own = [each for each in await self.messages() if each["from"] == "user" and each["text"] == text][-1]
        previous = {"type": "message", "user": self.user, "ts": own["ts"], "text": text}
        event = {
            "type": "message",
            "subtype": "message_deleted",
            "channel": (await self.chat())["channel"],
            "channel_type": "im",
            "deleted_ts": own["ts"],
            "previous_message": previous,
            "event_ts": own["ts"],
        }
        return await self._act("event", {"event": event})

    async def tick_and_press(self, letters: tuple[str, ...], label: str) -> list[Json]:
        """Tick checkboxes by their letters, then press."""
        message = (await self.messages())[-1]
        boxes = [part for part in walk(message["blocks"]) if part.get("type") == "checkboxes"][-1]
        holder = next(block for block in message["blocks"] if boxes in list(walk(block)))
        values = [each["value"] for each in boxes["options"] if each["text"]["text"].lstrip("*").startswith(letters)]
        where = {"channel": (await self.chat())["channel"], "ts": message["ts"], "block_id": holder["block_id"]}
        await self._act("press", {**where, "action_id": boxes["action_id"], "selected": values})
        return await self.press(label)

    async def rank_and_press(self, order: tuple[str, ...], label: str) -> list[Json]:
        """Choose a thing for each place by its letter, none where it is empty, then press."""
        message = (await self.messages())[-1]
        lists = [block for block in message["blocks"] if block.get("accessory", {}).get("type") == "static_select"]
        where = {"channel": (await self.chat())["channel"], "ts": message["ts"]}
        for block, letter in zip(lists, order, strict=False):
            press = {"block_id": block["block_id"], "action_id": block["accessory"]["action_id"]}
            await self._act("press", {**where, **press, "value": letter})
        return await self.press(label)

    async def look_home(self) -> list[Json]:
        """Open the App Home; returns how the bot answered the event."""
        return await self._act("home", {})

    async def home(self) -> str:
        """What hangs in the home, as text."""
        home = (await self.chat())["home"]
        return self.words(home) if home else ""

    async def press_at_home(self, label: str) -> list[Json]:
        """Press the first button of the home whose words begin with the label."""
        home = (await self.chat())["home"]
        for button in self.buttons({**home, "ts": ""}):
            if button.label.startswith(label):
                return await self._act("press", {**button.press, "view_id": home["id"]})
        raise NothingToPress(f"{label!r} in the home")

    async def chat(self) -> Json:
        return await self._town.chat("slack", self.user)

    def buttons(self, message: Json) -> Iterator[Button]:
        for block in message["blocks"] or []:
            for part in walk(block):
                if part.get("type") == "button" and "value" in part:
                    press = {
                        "ts": message["ts"],
                        "block_id": block["block_id"],
                        "action_id": part["action_id"],
                        "value": part["value"],
                    }
                    yield Button(part["text"]["text"], press)

    def words(self, message: Json) -> str:
        if not message["blocks"]:
            return str(message["text"])
        return "\n".join(str(part["text"]) for part in walk(message["blocks"]) if isinstance(part.get("text"), str))

    async def _act(self, door: str, body: Json) -> list[Json]:
        if door == "press":
            body = {"channel": (await self.chat())["channel"], **body}
        return await super()._act(door, body)


def walk(thing: object) -> Iterator[Json]:
    """Every JSON object in it, outermost first."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from walk(value)
    elif isinstance(thing, list):
        for each in thing:
            yield from walk(each)
