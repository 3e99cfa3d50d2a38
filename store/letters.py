"""Letters as rows, and what the outbox tells of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row

from messages.codec import decode, encode
from messages.letter import Address, Letter, Parcel, State
from store.schema import accounts, outbox


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A line of the ledger. `message` is the platform's id of what arrived, `counted` what it used of the quota;
    `final_at` is when it was sent, refused, expired or cancelled.
    """

    id: int
    key: str
    account: int
    to: str
    enrolment: int | None
    state: State
    due: datetime
    attempts: int
    doubtful: bool
    reason: str
    message: str
    via: str
    counted: int
    final_at: datetime | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A parcel to carry now: `id` names its letter when telling what became of it. `parcel.attempts` counts the
    attempts before this one.
    """

    id: int
    organisation: int
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Arrived:
    """A letter that is there: `message` is the platform's id of it, `counted` what it used of the quota."""

    letter: int
    message: str
    via: str
    counted: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """A letter that did not leave in its hours."""

    id: int
    organisation: int
    key: str
    enrolment: int | None
    until: datetime


RECORD: Final = tuple(
    outbox.c[name]
    for name in (
        *("id", "key", "account", "recipient", "enrolment", "state", "due", "attempts", "doubtful", "reason"),
        *("sent_message", "via", "counted", "final_at"),
    )
)
LETTER: Final = (*outbox.c, accounts.c.channel)


def row_of(letter: Letter, at: datetime, state: State) -> dict[str, object]:
    """A new row: posted, never tried."""
    return {
        "key": letter.key,
        "account": letter.address.account,
        "recipient": letter.address.to,
        "message": encode(letter.message),
        "cost": letter.cost,
        "reply_to": letter.reply_to,
        "replaces": letter.replaces,
        "enrolment": letter.enrolment,
        "surface": letter.surface,
        "under": letter.under,
        "over": letter.over,
        "inquiry": letter.inquiry,
        "due": letter.due,
        "until": letter.until,
        "state": state,
        "posted_at": at,
        "next_try": letter.due,
        **dict.fromkeys(("attempts", "counted"), 0),
        **dict.fromkeys(("reason", "sent_message", "via"), ""),
        "doubtful": False,
    }


def letter_of(row: Row[*tuple[Any, ...]]) -> Letter:
    """The letter in these columns (LETTER); raises messages.codec.Undecodable."""
    return Letter(
        key=row.key,
        address=Address(channel=row.channel, account=row.account, to=row.recipient),
        message=decode(row.message),
        due=row.due,
        cost=row.cost,
        reply_to=row.reply_to,
        replaces=row.replaces,
        until=row.until,
        enrolment=row.enrolment,
        surface=row.surface,
        under=row.under,
        over=row.over,
        inquiry=row.inquiry,
    )


def parcel_of(row: Row[*tuple[Any, ...]], number: UUID, first_tried: datetime) -> Parcel:
    """The letter in its parcel; raises messages.codec.Undecodable."""
    return Parcel(
        id=number,
        letter=letter_of(row),
        attempts=row.attempts,
        doubtful=row.doubtful,
        first_tried=first_tried,
    )
