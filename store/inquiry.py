"""What the store gives back about questions to the office: who asked, who has it, what was answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from messages.letter import Address


class InquiryState(StrEnum):
    """Where a question is. A learner who asks on brings it back from ANSWERED."""

    OPEN = "open"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question to the office, and all that was asked on; the words are notes. `account` is where it was asked,
    `lesson` the day's number (0: none) and `title` what that lesson is called. `holder` has taken it on; `holder_name`
    stands where that is no person. Nobody is left of one that was withdrawn.
    """

    id: int
    person: int | None
    enrolment: int | None
    account: int | None
    lesson: int
    title: str
    state: InquiryState
    holder: int | None
    holder_name: str
    at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """What the office answered. One that is not `sent` waits for its author's word, because somebody was quicker.

    `source` is where it was written, so that the same writing counts once; `told_in` the key of the letter that brings
    it, empty while none does; `read_at` when it was shown in full.
    """

    id: int
    inquiry: int
    person: int | None
    name: str
    body: str
    sent: bool
    source: str
    at: datetime
    told_in: str
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Canned:
    """An answer that is given often."""

    id: int
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter that shows a question to the office, from `due` on."""

    key: str
    address: Address
    due: datetime
