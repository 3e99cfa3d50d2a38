"""What the store gives back: plain values, never rows."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from lessons.hours import Pause
from messages.incoming import ChannelName
from messages.letter import Address


@dataclass(frozen=True, slots=True)
class Organisation:
    """A municipality. The times are local in its zone; on `closures` nobody works there."""

    id: int
    name: str
    timezone: ZoneInfo
    language: str
    opens: time
    closes: time
    lunch_from: time
    lunch_to: time
    closures: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """Our account on a platform. `external` is the platform's id of it (LINE: the bot's userId; Slack: the team id);
    `handle` is how people address it (LINE: the basic id; Slack: the bot's user id).
    """

    id: int
    organisation: int
    channel: ChannelName
    external: str
    handle: str
    active: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who learns. `section_family` is a family of departments, as "counter"."""

    id: int
    nickname: str
    language: str
    section_family: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a person is reached. `external` is the platform's id of the person; `room` the Slack D… channel, once it
    is known; not `reachable` after a block.
    """

    id: int
    person: int
    account: int
    channel: ChannelName
    external: str
    room: str
    reachable: bool

    @property
    def address(self) -> Address:
        """Where a letter to this contact goes."""
        return Address(channel=self.channel, account=self.account, to=self.room or self.external)


@dataclass(frozen=True, slots=True)
class Cohort:
    """People who take a course together. `code` is what one types to join."""

    id: int
    name: str
    course: str
    edition: str
    code: str
    starts_on: date
    delivery_time: time
    paused: bool
    created_at: datetime
    pauses: tuple[Pause, ...] = ()


class EnrolmentState(StrEnum):
    """How far somebody is with a cohort."""

    ACTIVE = "active"
    FINISHED = "finished"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person in a cohort. `next_at` is when the pace looks at it again, `next_lesson` the number that comes next."""

    id: int
    cohort: int
    person: int
    contact: int
    state: EnrolmentState
    delivery_time: time
    next_at: datetime | None
    next_lesson: int
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """A lesson somebody was given, and perhaps finished. The days are local ones."""

    lesson: int
    day: date
    delivered_at: datetime
    finished_day: date | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """The answer that counts: the first one to a quiz."""

    id: int
    enrolment: int
    lesson: int
    quiz: str
    chosen: tuple[str, ...]
    right: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the bot has asked an address to write, and what it must remember until the answer comes."""

    awaiting: str
    value: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the export: an attempt, and whose it was in which cohort."""

    cohort: str
    course: str
    edition: str
    person: int
    nickname: str
    enrolment: int
    lesson: int
    quiz: str
    chosen: tuple[str, ...]
    right: bool
    at: datetime
