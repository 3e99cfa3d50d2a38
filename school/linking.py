"""One person in two places: linked by a code, reached at one of them, and parted again."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from store.errors import AlreadyExists
from store.values import Account, Contact, Enrolment, Person
from store.work import Work

LENGTH: Final = 8
VALID: Final = timedelta(minutes=10)
GUESSES: Final = 5  # wrong codes from one address in a day; after that no code is looked at
_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
_PURPOSE: Final = "link"


class Why(StrEnum):
    """Why a code does not link this address."""

    NO_CODE = "no_code"  # not of a code's shape
    WRONG = "wrong"  # nobody's, used, or too old
    TOO_MANY = "too_many"  # wrong codes today
    SAME_PLACE = "same_place"  # sent where it was given out, or on the same platform
    LINKED = "linked"  # to this very person already
    SOMEBODY = "somebody"  # the address belongs to another record
    TAKEN = "taken"  # the person is reached by another account of this platform


@dataclass(frozen=True, slots=True)
class Linked:
    """The address is the person's from now on."""

    person: Person
    contact: Contact


def give_code(work: Work, person: int, at: datetime) -> str:
    """A new code, good once and for ten minutes; an older one links nobody any more."""
    work.passes.revoke(person, _PURPOSE)
    while True:
        code = "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))
        try:
            work.passes.give(person, code, purpose=_PURPOSE, expires_at=at + VALID)
        except AlreadyExists:
            continue
        return code


def link(
    work: Work, account: Account, code: str, *, who: str, room: str, contact: Contact | None, at: datetime
) -> Linked | Why:
    """Make the address a contact of the person the code was given to. A refusal changes nothing, but that wrong codes
    are counted: the fifth is the day's last.
    """
    guesses = [
        f"wrong code {count} of {at.astimezone(work.organisation.timezone):%F}:{who}" for count in range(GUESSES)
    ]
    if work.inbox.seen(account.id, guesses[-1]):
        return Why.TOO_MANY
    if len(code) != LENGTH:
        return Why.NO_CODE
    found = work.passes.find(code)
    person = work.people.lock(found.person) if found and found.purpose == _PURPOSE else None
    if found and person and contact and contact.person == person.id:
        return Why.LINKED if len(work.contacts.of_person(person.id)) > 1 else Why.SAME_PLACE
    if found is None or person is None or found.used_at or found.expires_at <= at:
        next(guess for guess in guesses if work.inbox.first_time(account.id, guess, at))
        return Why.WRONG
    if contact:
        return Why.SOMEBODY
    if any(each.account == account.id for each in work.contacts.of_person(person.id)):
        return Why.TAKEN
    work.passes.use(found.id, at)
    work.prompts.clear(account.id, who)
    return Linked(person, work.contacts.create(person=person.id, account=account.id, external=who, room=room))


def prefer(work: Work, contact: Contact) -> None:
    """What the person did not ask for goes to this contact from now on, with what still waits to leave."""
    work.enrolments.prefer(contact.person, contact.id)
    work.outbox.redirect(contact.person, contact.address)


def lost(work: Work, contact: Contact) -> Contact | None:
    """The contact cannot be reached any more: what went there goes to another one, if there is one; which, if so."""
    other = next((each for each in _reached(work, contact.person) if each.id != contact.id), None)
    if other is None or not _is_preferred(work, contact):
        return None
    prefer(work, other)
    return other


def found(work: Work, contact: Contact) -> None:
    """The contact is reached again: it takes over, if what went elsewhere cannot arrive there."""
    reached = {each.id for each in _reached(work, contact.person)}
    if any(each.contact not in reached for each in work.enrolments.of_person(contact.person)):
        prefer(work, contact)


def unlink(work: Work, contact: Contact) -> Contact | None:
    """Nobody is known at the contact any more; returns the one that is left, None (and nothing changed) if none is."""
    others = [each for each in work.contacts.of_person(contact.person) if each.id != contact.id]
    reached = [each for each in others if each in _reached(work, contact.person)]
    left = next(iter((*reached, *others)), None)
    if left is None:
        return None
    now = preferred(work, contact.person)
    prefer(work, next((each for each in others if each.id == now), left))
    work.passes.revoke(contact.person, _PURPOSE)
    work.contacts.remove(contact.id)
    return left


def preferred(work: Work, person: int) -> int | None:
    """The contact where what the person did not ask for goes; None while they are in no course."""
    return _preferred(work.enrolments.of_person(person))


def reached_at(work: Work, person: int) -> Contact | None:
    """Where the person is reached: there where what comes unasked goes, else anywhere."""
    return reached_of(work, {person: work.enrolments.of_person(person)}).get(person)


def reached_of(work: Work, enrolled: Mapping[int, Sequence[Enrolment]]) -> Mapping[int, Contact]:
    """The same for many at once, by what each takes part in; without those who are reached nowhere."""
    active, wished = _active(work), {person: _preferred(enrolments) for person, enrolments in enrolled.items()}
    return {
        person: next((each for each in reached if each.id == wished[person]), reached[0])
        for person, contacts in work.contacts.of_people(tuple(enrolled)).items()
        if (reached := [each for each in contacts if each.reachable and each.account in active])
    }


def _preferred(enrolments: Sequence[Enrolment]) -> int | None:
    return enrolments[-1].contact if enrolments else None


def _is_preferred(work: Work, contact: Contact) -> bool:
    return preferred(work, contact.person) == contact.id


def _reached(work: Work, person: int) -> tuple[Contact, ...]:
    active = _active(work)
    return tuple(each for each in work.contacts.of_person(person) if each.reachable and each.account in active)


def _active(work: Work) -> frozenset[int]:
    return frozenset(account.id for account in work.accounts.all() if account.active)
