"""What the store gives back about the office: sections, staff, roles, and what was done."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in an organisation; one person may be several things."""

    OWNER = "owner"
    OFFICER = "officer"  # 研修担当
    FACILITATOR = "facilitator"
    MANAGER = "manager"  # 所属長, of one section and all below it
    LEARNER = "learner"


@dataclass(frozen=True, slots=True)
class Section:
    """A 部, 課 or 係. `path` are the names from the top, parted by "/"; nobody works in one that is `closed`."""

    id: int
    path: str
    name: str
    parent: int | None
    closed: bool = False

    def holds(self, other: "Section") -> bool:
        """Whether the other is this one, or somewhere below it."""
        return other.path == self.path or other.path.startswith(f"{self.path}/")


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody on the list of staff. `number` is what the town calls them (職員番号), as written, zeros in front kept.

    The names are as written, in no other form of Unicode; `alias` is a former name or the one they go by. `days` are
    the working days of a part-timer as digits, Monday 1, empty for all. `person` is who they are here, once known.
    """

    id: int
    number: str
    name: str
    kana: str
    alias: str
    employment: str
    days: str
    email: str
    person: int | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody works, and as what; `concurrent` for a second post (兼務)."""

    staff: int
    section: int
    title: str
    concurrent: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """A person's role; a manager's is for one section, all others for the whole organisation."""

    id: int
    person: int
    role: Role
    section: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """A role that waits for whoever brings the code."""

    id: int
    role: Role
    section: int | None
    expires_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of the office, as it stays on record: who (a person, or nobody but a name), what, on whom or what."""

    person: int | None
    actor: str
    verb: str
    target: str
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Import:
    """A roster that was taken over: how those concerned stood before and after, and which sections are new by it.

    Of all but the last one the images are empty. `ended` are the enrolments of those who have left by it.
    """

    id: int
    before: str
    after: str
    sections: tuple[int, ...]
    undone: bool
    ended: tuple[int, ...] = ()


class Uploaded(StrEnum):
    """Where a roster is that somebody dropped into the chat."""

    WAITING = "waiting"  # to be fetched from the platform
    READ = "read"  # shown to whoever dropped it, and waits for their yes
    WANTED = "wanted"  # they said yes
    TAKEN = "taken"
    DROPPED = "dropped"  # not wanted, or not readable


@dataclass(frozen=True, slots=True)
class Upload:
    """A roster that somebody dropped into their chat, the `room`. `file` is the platform's id of it, `url` where it
    lies; `roster` is what it says once it is read, `digest` stands for what it would change as it was shown.
    """

    id: int
    person: int
    account: int
    room: str
    file: str
    name: str
    url: str
    state: Uploaded
    roster: str
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A personal code to join a cohort, for one of the staff."""

    id: int
    staff: int
    cohort: int
    expires_at: datetime
    used_at: datetime | None
