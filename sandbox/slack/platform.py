"""The local Slack: one workspace, one bot, and a direct message with everyone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox import mint
from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.postman import Postman
from sandbox.pulse import Pulse
from sandbox.settings import SandboxSettings
from sandbox.slack.chat import Room, SlackChannel, SlackChat, SlackMessage, SlackUser, View, stamp
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.files import Files
from sandbox.slack.once import ResponseUrl, Triggers
from sandbox.slack.outlet import Outlet
from sandbox.slack.tiers import Tiers
from sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class Workspace:
    id: str = "T0KOTSU001"
    name: str = "Sandbox"
    domain: str = "sandbox"


@dataclass(frozen=True, slots=True)
class SlackBot:
    user_id: str = "U0KOTSUBOT"
    bot_id: str = "B0KOTSUBOT"
    app_id: str = "A0KOTSUAPP"
    name: str = "kotsu"


class Slack:
    def __init__(
        self, settings: SandboxSettings, clock: SandboxClock, pulse: Pulse, postman: Postman, faults: FaultPlan
    ) -> None:
        self.settings, self.faults = settings, faults
        self._clock, self._pulse = clock, pulse
        self.team, self.bot = Workspace(), SlackBot()
        self.chats: dict[str, SlackChat] = {}
        self.channels: dict[str, SlackChannel] = {}
        self.triggers, self.files, self.tiers = Triggers(), Files(), Tiers()
        self.response_urls: dict[str, ResponseUrl] = {}
        self.outlet = Outlet(settings, clock, postman, faults, pulse)
        self.origin = ""
        self._last_stamp = ""

    def now(self) -> datetime:
        """In the sandbox's zone."""
        return self._clock.now().astimezone(self.settings.zone)

    def hire(
        self, name: str, *, user_id: str | None = None, email: str | None = None, tz: str | None = None
    ) -> SlackUser:
        """Someone already there under this id is kept, with their new name."""
        user = SlackUser(user_id or mint.slack_id("U"), name, email, tz or self.settings.timezone)
        if user.id in self.chats:
            self.chats[user.id].user = user
        else:
            self.chats[user.id] = SlackChat(user=user, channel=mint.slack_id("D"))
        self.changed()
        return user

    def chat_of(self, place: str) -> SlackChat:
        """By person or by channel; raises SlackRefusedError."""
        for chat in self.chats.values():
            if place in (chat.user.id, chat.channel):
                return chat
        raise SlackRefusedError("channel_not_found")

    def channel(self, name: str, *, invited: bool = True) -> SlackChannel:
        """A new channel."""
        made = SlackChannel(channel=mint.slack_id("C"), name=name, invited=invited)
        self.channels[made.channel] = made
        self.changed()
        return made

    def room_of(self, place: str) -> Room:
        """By person or by channel, where the bot may write; raises SlackRefusedError."""
        there = self.channels.get(place)
        if there is None:
            return self.chat_of(place)
        if not there.invited:
            raise SlackRefusedError("not_in_channel")
        return there

    def view(self, view_id: str) -> tuple[SlackChat, View]:
        """An open modal or a home; raises SlackRefusedError."""
        for chat in self.chats.values():
            for view in (*chat.views, chat.home):
                if view and view_id in (view.id, view.body.get("external_id")):
                    return chat, view
        raise SlackRefusedError("not_found")

    def stamp(self) -> str:
        """A `ts` later than any before."""
        moment = self.now()
        while (fresh := stamp(moment)) <= self._last_stamp:
            moment = datetime.fromtimestamp(float(self._last_stamp), self.settings.zone) + timedelta(microseconds=100)
        self._last_stamp = fresh
        return fresh

    def show(self, chat: Room, message: SlackMessage) -> SlackMessage:
        chat.messages.append(message)
        self.changed()
        return message

    def changed(self) -> None:
        self._pulse.beat()

    def response_url(self, room: str, ts: str | None = None) -> str:
        name = mint.hexed()
        self.response_urls[name] = ResponseUrl(room, ts, self.now())
        return f"{self.origin}/slack/response/{name}"

    def as_json(self) -> Json:
        return {
            "team": {"id": self.team.id, "name": self.team.name},
            "bot": {"user_id": self.bot.user_id, "name": self.bot.name},
            "chats": [
                {
                    "user": {"id": chat.user.id, "name": chat.user.name},
                    "channel": chat.channel,
                    "view": {**chat.views[-1].body, "id": chat.views[-1].id} if chat.views else None,
                    "home": {**chat.home.body, "id": chat.home.id} if chat.home else None,
                    "messages": [message.as_json() for message in chat.messages],
                }
                for chat in self.chats.values()
            ],
            "channels": [
                {"id": each.channel, "name": each.name, "messages": [message.as_json() for message in each.messages]}
                for each in self.channels.values()
            ],
        }
