"""What one person did, once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from messages.actions import Action


class ChannelName(StrEnum):
    """Where a person is reached."""

    LINE = "line"
    SLACK = "slack"


@dataclass(frozen=True, slots=True)
class Said:
    """Wrote something. `text` may be anything at all; `message` is the platform's id of it."""

    text: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Remarked:
    """Wrote something in the thread of a message: `thread` is the platform's id of that one, `message` of this."""

    text: str
    thread: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """Pressed a button of ours. `picked` are the labels ticked in the checkboxes beside it, if there were any."""

    action: Action
    picked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """Pressed a button that this version cannot read."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """Sent a form: its name, (field, value) pairs, and what it was about (an action, packed)."""

    form: str
    values: tuple[tuple[str, str], ...]
    about: str = ""

    def value(self, field: str) -> str:
        """The field's value, or an empty string."""
        return dict(self.values).get(field, "")


@dataclass(frozen=True, slots=True)
class Followed:
    """Became our friend, or opened the conversation; `again` after a block."""

    again: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """Looks at the home we have for each person (Slack: App Home)."""


@dataclass(frozen=True, slots=True)
class Left:
    """Blocked us: nothing reaches this person from now on."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """Took a message back: what was stored of it must go."""

    message: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a person's: the platform's id of it, its name, its size in bytes as the platform tells it, and where we
    may fetch it (empty: nowhere).
    """

    id: str
    name: str
    size: int
    url: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Sent something that is not text: a sticker, a picture, a file. `kind` is the platform's word; `files` are those
    that could be fetched, `beside` is what was written with them.
    """

    kind: str
    files: tuple[Attached, ...] = ()
    beside: Said | None = None


Deed: TypeAlias = Said | Remarked | Pressed | Stale | Submitted | Followed | Opened | Left | Unsent | Sent


@dataclass(frozen=True, slots=True)
class Incoming:
    """One deed of one person.

    `id` is unique per account and the same when the platform delivers the deed again. `account` is the platform's
    id of our account (LINE: the webhook's `destination`; Slack: the team id). `who` is the platform's id of the person.
    `at` is aware. `reply_to` is what answers for free (a LINE reply token, a Slack response_url). `on` is the
    platform's id of the message acted on, where it can be edited. `room` is where to answer (Slack: the D… channel).
    `opens_forms` tells whether the answer may be a Form. `at_home` says that it was done in the home, not in the chat;
    `shared` that it was done where others read along, so that what is meant for the person alone goes elsewhere.
    """

    id: str
    channel: ChannelName
    account: str
    who: str
    deed: Deed
    at: datetime
    reply_to: str = ""
    on: str = ""
    room: str = ""
    opens_forms: bool = False
    at_home: bool = False
    shared: bool = False
