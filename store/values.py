"""What the store gives back: plain values, never rows."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from lessons.hours import Pause
from messages.incoming import ChannelName
from messages.letter import Address
from store.metered import Pull


@dataclass(frozen=True, slots=True)
class Organisation:
    """A municipality. The times are local in its zone; on `closures` nobody works there.

    `line_free_text`: people may write about their own work in LINE itself. `line_reminders`: reminders may cost a push.
    `second_approval`: what goes to many, somebody else has to allow. `questions_channel`: the Slack channel (C…) in
    which the office reads questions; empty: they come to each facilitator. `silence_confirm`: silence, too,
    somebody else has to allow.
    """

    id: int
    name: str
    timezone: ZoneInfo
    language: str
    opens: time
    closes: time
    lunch_from: time
    lunch_to: time
    line_free_text: bool = False
    line_reminders: bool = False
    second_approval: bool = False
    questions_channel: str = ""
    silence_confirm: bool = False
    closures: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """Our account on a platform. `external` is the platform's id of it (LINE: the bot's userId; Slack: the team id);
    `handle` is how people address it (LINE: the basic id; Slack: the bot's user id). With a `pull` lessons are fetched
    from it, not sent; `turned_at` is when that changed last.
    """

    id: int
    organisation: int
    channel: ChannelName
    external: str
    handle: str
    active: bool
    pull: Pull | None = None
    turned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who learns. `section_family` is a family of departments, as "counter"; `reminders`, `digests`: whether
    they are welcome.
    """

    id: int
    nickname: str
    language: str
    section_family: str
    created_at: datetime
    reminders: bool = True
    digests: bool = True


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
    """People who take a course together. `code` is what one types to join; `digest` stands for the edition they learn
    from, and is empty for who takes the course as it is on the shelf. `reserve` working days after the last lesson are
    kept free for it (予備日).
    """

    id: int
    name: str
    course: str
    edition: str
    code: str
    starts_on: date
    delivery_time: time
    paused: bool
    created_at: datetime
    digest: str = ""
    reserve: int = 0
    pauses: tuple[Pause, ...] = ()


class EnrolmentState(StrEnum):
    """How far somebody is with a cohort."""

    ACTIVE = "active"
    FINISHED = "finished"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person in a cohort. `next_at` is when the pace looks at it again, `next_lesson` the number that comes next.

    `seen_on` is the last local day on which the person did anything, `nudge_at` when a reminder is thought about.
    Who is `quiet` has been silent for days, was asked kindly on `asked_on`, and hears nothing until they come back.
    `away_until` is the end of the last leave, if there ever was one. `news` says that there is something to tell with
    the next lesson. `silent`: the office lets them rest now; `silenced`: it did or does.
    """

    id: int
    cohort: int
    person: int
    contact: int
    state: EnrolmentState
    delivery_time: time
    next_at: datetime | None
    next_lesson: int
    joined_at: datetime
    seen_on: date | None = None
    quiet: bool = False
    nudge_at: datetime | None = None
    asked_on: date | None = None
    away_until: datetime | None = None
    news: bool = False
    silent: bool = False
    silenced: bool = False

    def away(self, at: datetime) -> bool:
        """Whether the person is on leave at this moment."""
        return self.away_until is not None and at < self.away_until


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
    """The answer that counts: the first one to a quiz. `right` is None where nothing is right or wrong.

    `chosen` are labels of options, in the order given where the order counts; or the number or short text as written.
    """

    id: int
    enrolment: int
    lesson: int
    quiz: str
    chosen: tuple[str, ...]
    right: bool | None
    at: datetime


class ReportState(StrEnum):
    """Where a report of something wrong is."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody finds a lesson wrong or out of date; what they wrote are notes. `lesson` is its id, `edition` the
    author's name of what they learned from, `answer` what the editor said when closing it.
    """

    id: int
    person: int
    enrolment: int
    course: str
    edition: str
    lesson: str
    state: ReportState
    at: datetime
    answer: str
    closed_at: datetime | None


class NoteKind(StrEnum):
    """What somebody wrote in their own words."""

    REFLECTION = "reflection"  # about their own work, in answer to a quiz
    QUESTION = "question"  # to the training office
    REPORT = "report"  # of something wrong or out of date in a lesson


@dataclass(frozen=True, slots=True)
class Note:
    """Own words, kept on our side only. `quiz` is empty for a question, and where a report is of no single quiz; `via`
    is where it was written: line, slack or page. `report` and `inquiry` are the numbers of what it belongs to.
    """

    id: int
    person: int
    enrolment: int | None
    kind: NoteKind
    quiz: str
    body: str
    via: str
    at: datetime
    report: int | None = None
    inquiry: int | None = None


class Kept(StrEnum):
    """What a message left behind with us."""

    ATTEMPT = "attempt"
    NOTE = "note"
    NICKNAME = "nickname"


@dataclass(frozen=True, slots=True)
class Trace:
    """Which row keeps something that stood in a message."""

    person: int
    kind: Kept
    row: int


@dataclass(frozen=True, slots=True)
class Pass:
    """A secret given to one person, good for one purpose (an action, packed, or a word) and once, until it expires."""

    id: int
    person: int
    purpose: str
    expires_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Approval:
    """What somebody in charge allowed or took back, and the document that says so."""

    what: str
    granted: bool
    by: str
    document: str
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
    right: bool | None
    at: datetime
