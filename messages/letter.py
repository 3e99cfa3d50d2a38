"""A letter: one thing to be said to one address; and the parcel it travels in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from messages.incoming import ChannelName
from messages.message import Message


class Cost(StrEnum):
    """What a letter may cost the organisation."""

    FREE = "free"  # only if it uses up no quota: on LINE by reply token, or not at all
    PAID = "paid"  # may be pushed


class State(StrEnum):
    """Where a letter is. WAITING and CARRYING are open, HELD waits for a pause to end; the others are final."""

    WAITING = "waiting"
    CARRYING = "carrying"
    HELD = "held"
    SENT = "sent"
    REFUSED = "refused"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Surface(StrEnum):
    """Where at an address a letter is shown."""

    CHAT = "chat"
    HOME = "home"  # takes the place of what stood there; `to` is then always the person's own id


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes: `account` is our row id of the account it leaves from, `to` the platform's id of the
    recipient (LINE: the user id; Slack: the user's id, or the D… channel once it is known).
    """

    channel: ChannelName
    account: int
    to: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing to be said.

    `key` is unique within the organisation: posting the same key twice posts once. It leaves at `due` or later, but
    never after `until` (then it waits for the next working hours). `reply_to` is tried first; `replaces` is the
    platform's id of the message whose place it takes. `enrolment` is set on letters nobody asked for, so that a pause
    can hold them and a departure cancel them. `under` is the key of the letter in whose thread it stands, `over` of the
    one whose place it takes: of letters to the same address, so that they have left before. `inquiry` is the question
    to the office that it is about.
    """

    key: str
    address: Address
    message: Message
    due: datetime
    cost: Cost = Cost.FREE
    reply_to: str = ""
    replaces: str = ""
    until: datetime | None = None
    enrolment: int | None = None
    surface: Surface = Surface.CHAT
    under: str = ""
    over: str = ""
    inquiry: int | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes out in one API call. `id` was stored before the first attempt: it is the LINE retry key and Slack's
    metadata. `doubtful` means that an earlier attempt may have arrived; `first_tried` is when that was. `recipients`
    are all who get the letter at once, where they are several: up to 500 on LINE. `thread` is the platform's id of the
    message in whose thread it stands.
    """

    id: UUID
    letter: Letter
    attempts: int = 0
    doubtful: bool = False
    first_tried: datetime | None = None
    recipients: tuple[str, ...] = ()
    thread: str = ""
