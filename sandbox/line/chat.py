"""The chats of the local LINE: who is there, what was said, what the phone shows."""

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Literal

from sandbox.wire import Json

Sender = Literal["user", "bot", "system"]
Via = Literal["push", "reply", "multicast"]


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`body` is LINE's message object as it was sent; `at` is ISO in the sandbox's zone."""

    id: str
    sender: Sender
    at: str
    body: Json
    unsent: bool = False
    via: Via | None = None

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "from": self.sender,
            "at": self.at,
            "type": self.body.get("type"),
            "body": {key: value for key, value in self.body.items() if key != "quickReply"},
            "quick_reply": self.body.get("quickReply"),
            "unsent": self.unsent,
            "via": self.via,
        }


@dataclass(slots=True)
class Chat:
    user: User
    blocked: bool = False
    loading_until: datetime | None = None
    rich_menu: str | None = None
    messages: list[Message] = field(default_factory=list)

    def show(self, message: Message) -> None:
        if message.sender == "bot":
            self.loading_until = None
        self.messages.append(message)

    def unsend(self, message_id: str) -> bool:
        """False when the user sent no such message."""
        for place, message in enumerate(self.messages):
            if message.id == message_id and message.sender == "user":
                self.messages[place] = replace(message, unsent=True)
                return True
        return False

    def as_json(self, now: datetime) -> Json:
        return {
            "user": asdict(self.user),
            "blocked": self.blocked,
            "loading": self.loading_until is not None and now < self.loading_until,
            "messages": [message.as_json() for message in self.messages],
        }
