"""What the store gives back about announcements."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from lessons.notice import Notice
from messages.incoming import ChannelName
from messages.letter import State
from store.office import Role


class Progress(StrEnum):
    """How far somebody is, as a reason to write to them."""

    NOT_BEGUN = "not_begun"  # has answered nothing since this week began
    BEGUN = "begun"
    UNFINISHED = "unfinished"  # the course is not finished
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom: of these cohorts and sections (with all below them), roles and platforms; empty means all of them.

    `progress` narrows it to learners as far as this; `without` are people who do not get it.
    """

    cohorts: tuple[int, ...] = ()
    sections: tuple[int, ...] = ()
    roles: tuple[Role, ...] = (Role.LEARNER,)
    channels: tuple[ChannelName, ...] = ()
    progress: Progress | None = None
    without: tuple[int, ...] = ()

    def packed(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))


def audience(packed: str) -> Audience:
    """What `packed` packed."""
    raw = json.loads(packed)
    return Audience(
        cohorts=tuple(raw["cohorts"]),
        sections=tuple(raw["sections"]),
        roles=tuple(map(Role, raw["roles"])),
        channels=tuple(map(ChannelName, raw["channels"])),
        progress=Progress(raw["progress"]) if raw["progress"] else None,
        without=tuple(raw["without"]),
    )


class Stage(StrEnum):
    """Where an announcement is. It goes down this list, back to DRAFT by 差戻し or undo, and once more by a retry."""

    DRAFT = "draft"
    SUBMITTED = "submitted"  # somebody else has to say yes
    SCHEDULED = "scheduled"  # leaves at `goes_at`; until then it can be undone
    SENDING = "sending"
    DONE = "done"
    ABORTED = "aborted"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Announcement:
    """One thing the office says to many. `author` is None for the operator, `author_name` then says who that is.

    `wanted_at` is when it shall go (None: at once), `goes_at` when it does. `corrects` is the one it puts right.
    `urgent` leaves outside working hours too. `version` counts how often it was written.
    """

    id: int
    author: int | None
    author_name: str
    notice: Notice
    audience: Audience
    urgent: bool
    stage: Stage
    wanted_at: datetime | None
    goes_at: datetime | None
    corrects: int | None
    created_at: datetime
    changed_at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody said about an announcement that was submitted."""

    announcement: int
    person: int | None
    name: str
    granted: bool
    comment: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody a letter of an announcement was written to. `name` is as on the list of staff, `nickname` what they
    call themselves; both are empty for who was erased. `reason` is what the platform said: for the log, not for people.
    """

    nickname: str
    name: str
    channel: ChannelName
    state: State
    reason: str


@dataclass(frozen=True, slots=True)
class Watch:
    """A message in which somebody sees how far an announcement is: the platform's id of it (empty once there is nothing
    more to tell), what it told last, and when. `number` counts the letters that told it.
    """

    announcement: int
    contact: int
    message: str
    told: str
    told_at: datetime
    number: int

    @property
    def key(self) -> str:
        """Of the letter that told it last."""
        return f"progress:{self.announcement}:{self.contact}:{self.number}"


@dataclass(frozen=True, slots=True)
class Reach:
    """How many get it on each platform, and how many are meant but cannot be reached."""

    line: int = 0
    slack: int = 0
    unreached: int = 0

    @property
    def people(self) -> int:
        """Who gets it."""
        return self.line + self.slack


@dataclass(frozen=True, slots=True)
class Way:
    """How far the letters of an announcement are: how many in which state, and why those failed that did."""

    states: tuple[tuple[State, int], ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()
    counted: int = 0

    def count(self, *states: State) -> int:
        """How many are in one of these states."""
        return sum(many for state, many in self.states if state in states)

    @property
    def sent(self) -> int:
        """How many are there."""
        return self.count(State.SENT)

    @property
    def open(self) -> int:
        """How many may still arrive."""
        return self.count(State.WAITING, State.CARRYING, State.HELD)

    @property
    def failed(self) -> int:
        """How many never arrived, and nobody stopped them."""
        return self.count(State.REFUSED, State.EXPIRED)

    @property
    def total(self) -> int:
        """How many letters there are."""
        return sum(many for _, many in self.states)
