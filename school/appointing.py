"""Roles are given by a one-time code, so that nobody has to know anybody's number on a platform."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from school.rights import Actor, Verb, acts, require
from store.errors import AlreadyExists
from store.office import Deed, Grant, Role
from store.values import Account, Contact
from store.work import Work

VALID: Final = timedelta(days=7)
LENGTH: Final = 10
GUESSES: Final = 5  # wrong codes from one address in a day
_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another


class Why(StrEnum):
    """Why a code gives no role."""

    WRONG = "wrong"
    TOO_MANY = "too_many"
    ALREADY = "already"


def offer(work: Work, actor: Actor, role: Role, *, section: int | None, at: datetime) -> str:
    """A code, good once and for a week, that gives this role to whoever brings it; raises NotAllowed."""
    acts(work, actor, Verb.APPOINT, target=named(role, section), detail="offered", at=at)
    while True:
        code = "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))
        try:
            work.appointments.offer(code, role, section, at + VALID)
        except AlreadyExists:
            continue
        return code


@dataclass(frozen=True, slots=True)
class Bringer:
    """Who brings a code, and where; `nickname` is what they are called if nobody knew them before."""

    account: Account
    who: str
    room: str
    contact: Contact | None
    nickname: str
    language: str


def accept(work: Work, bringer: Bringer, code: str, at: datetime) -> Grant | Why:
    """The bringer has the role from now on, whether known here before or not. A wrong code is counted, and changes
    nothing else.
    """
    day, account = at.astimezone(work.organisation.timezone).date(), bringer.account.id
    guesses = [f"wrong role {count} of {day.isoformat()}:{bringer.who}" for count in range(GUESSES)]
    if work.inbox.seen(account, guesses[-1]):
        return Why.TOO_MANY
    found = work.appointments.find(code)
    if found is None or found.expires_at <= at or not work.appointments.use(found.id, at):
        next(guess for guess in guesses if work.inbox.first_time(account, guess, at))
        return Why.WRONG
    person = bringer.contact.person if bringer.contact else _met(work, bringer, at)
    if not work.roles.grant(person, found.role, found.section, at):
        return Why.ALREADY
    target = f"person:{person}"
    work.audit.note(Deed(person, "", Verb.APPOINT, target, f"accepted {named(found.role, found.section)}", at))
    return work.roles.of_person(person)[-1]


def revoke(work: Work, actor: Actor, grant: Grant, at: datetime) -> bool:
    """The person is this no more; False if they were not. Raises NotAllowed."""
    require(work, actor, Verb.APPOINT)
    gone = work.roles.revoke(grant.id)
    if gone:
        told = f"revoked {named(grant.role, grant.section)}"
        acts(work, actor, Verb.APPOINT, target=f"person:{grant.person}", detail=told, at=at)
    return gone


def named(role: Role, section: int | None) -> str:
    """As it stands on record: manager of section 3."""
    return role.value if section is None else f"{role.value} of section {section}"


def _met(work: Work, bringer: Bringer, at: datetime) -> int:
    person = work.people.create(nickname=bringer.nickname, language=bringer.language, section_family="default", at=at)
    work.contacts.create(person=person.id, account=bringer.account.id, external=bringer.who, room=bringer.room)
    return person.id
