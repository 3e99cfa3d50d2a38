"""Passes to pages of ours: a secret in a link lets one person do one thing, for a short while."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final, TypeAlias

from messages.actions import Action, ShowAnnouncements, ShowAudit, ShowRecord, Sit, Unreadable, Write, pack, unpack
from store.values import Pass, Person
from store.work import Work

WRITING: Final = timedelta(minutes=30)
READING: Final = timedelta(minutes=15)
SITTING: Final = timedelta(hours=10)  # a working day
ANNOUNCING: Final = timedelta(hours=2)  # to write one, and to see it arrive
_BYTES: Final = 32


class Gone(Enum):
    """Why a link leads nowhere."""

    UNKNOWN = auto()
    EXPIRED = auto()


@dataclass(frozen=True, slots=True)
class Visit:
    """Who came with which pass, and what for."""

    person: Person
    purpose: Action
    ticket: Pass


Answer: TypeAlias = Visit | Gone


def give(work: Work, person: int, purpose: Action, at: datetime) -> str:
    """The secret of a new pass; what was given to the person for the same purpose before lets nobody in any more."""
    secret, packed = secrets.token_urlsafe(_BYTES), pack(purpose)
    work.passes.revoke(person, packed)
    work.passes.give(person, secret, purpose=packed, expires_at=at + _lasts(purpose))
    return secret


def visit(work: Work, secret: str, at: datetime) -> Answer:
    """Who comes with this secret; looking uses nothing up. Nobody does who has left what it was for."""
    ticket = work.passes.find(secret)
    if ticket is None:
        return Gone.UNKNOWN
    try:
        purpose = unpack(ticket.purpose)
    except Unreadable:
        return Gone.UNKNOWN
    if ticket.expires_at <= at or not _still_there(work, ticket.person, purpose):
        return Gone.EXPIRED
    return Visit(work.people.get(ticket.person), purpose, ticket)


def _lasts(purpose: Action) -> timedelta:
    match purpose:
        case ShowRecord() | ShowAudit():
            return READING
        case Sit():
            return SITTING
        case ShowAnnouncements():
            return ANNOUNCING
        case _:
            return WRITING


def _still_there(work: Work, person: int, purpose: Action) -> bool:
    """Whether the person is still in the course that the page belongs to."""
    enrolled = {each.id for each in work.enrolments.of_person(person)}
    match purpose:
        case Write(enrolment=enrolment):
            return enrolment in enrolled
        case Sit(sitting=number):
            sitting = work.sittings.get(number)
            return sitting is not None and sitting.enrolment in enrolled
        case _:
            return True
