"""The local LINE: one official account, its friends, and what it has sent them."""

from dataclasses import dataclass
from datetime import datetime

from sandbox import mint
from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.line.chat import Chat, Message, Sender, User, Via
from sandbox.line.menus import RichMenus
from sandbox.line.quota import Quota
from sandbox.line.retry import RetryKeys
from sandbox.line.tokens import ReplyTokens
from sandbox.line.webhook import LineWebhook
from sandbox.postman import Postman
from sandbox.pulse import Pulse
from sandbox.settings import SandboxSettings
from sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class LineBot:
    user_id: str = "U" + "b07" * 10 + "b0"
    name: str = "コツコツ"
    basic_id: str = "@kotsu"


class Line:
    def __init__(
        self, settings: SandboxSettings, clock: SandboxClock, pulse: Pulse, postman: Postman, faults: FaultPlan
    ) -> None:
        self.settings, self.faults = settings, faults
        self._clock, self._pulse = clock, pulse
        self.bot = LineBot()
        self.chats: dict[str, Chat] = {}
        self.tokens, self.retries, self.menus = ReplyTokens(), RetryKeys(), RichMenus()
        self.quota = Quota(settings.quota)
        self.webhook = LineWebhook(settings, self.bot.user_id, clock, postman, faults, self.tokens, pulse)

    def now(self) -> datetime:
        """In the sandbox's zone."""
        return self._clock.now().astimezone(self.settings.zone)

    def befriend(self, name: str, user_id: str | None = None) -> User:
        """A friend already there under this id is kept, with its new name."""
        user = User(user_id or mint.hexed("U"), name)
        if user.id in self.chats:
            self.chats[user.id].user = user
        else:
            self.chats[user.id] = Chat(user)
        self._pulse.beat()
        return user

    def show(self, user_id: str, body: Json, *, sender: Sender, via: Via | None = None) -> Message:
        at = self.now()
        message = Message(id=mint.message_id(at), sender=sender, at=at.isoformat("T", "seconds"), body=body, via=via)
        self.chats[user_id].show(message)
        self._pulse.beat()
        return message

    def changed(self) -> None:
        self._pulse.beat()

    def as_json(self) -> Json:
        now = self.now()
        return {
            "bot": {"userId": self.bot.user_id, "displayName": self.bot.name, "basicId": self.bot.basic_id},
            "quota": {"limit": self.quota.limit, "used": self.quota.used(now)},
            "chats": [
                {**chat.as_json(now), "rich_menu": self.menus.shown_to(chat.rich_menu)} for chat in self.chats.values()
            ],
        }
