"""Personal invitations: a one-time code that joins a cohort and tells who on the list of staff has joined."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from school.rights import Actor, Verb, acts
from school.roster.standing import Standing, standings
from store.values import Account, Cohort
from store.work import Work

VALID: Final = timedelta(days=30)
LENGTH: Final = 10
GUESSES: Final = 5  # wrong codes from one address in a day; after that no personal code is looked at
_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another


class Why(StrEnum):
    """Why a personal code opens nothing; the phrase is `join.invitation_…`."""

    WRONG = "wrong"  # nobody's, used, too old, or of somebody who has joined
    TOO_MANY = "too_many"
    SOMEBODY = "somebody"  # whoever brings it is somebody else on the list


@dataclass(frozen=True, slots=True)
class Slip:
    """What one of the staff is handed."""

    number: str
    name: str
    section: str
    code: str


@dataclass(frozen=True, slots=True)
class Door:
    """The cohort a code leads into; `invitation` and `staff` are None for the cohort's own code."""

    cohort: Cohort
    code: str
    invitation: int | None = None
    staff: int | None = None


def to_invite(work: Work, section: str = "") -> tuple[Standing, ...]:
    """Everybody of this section and those below it (of all, if none is named) who works here and has not joined."""
    return tuple(
        each
        for each in standings(work).values()
        if each.staff.person is None
        and each.staff.left_on is None
        and (not section or any(f"{place.path}/".startswith(f"{section}/") for place in each.places))
    )


def invite(work: Work, actor: Actor, cohort: Cohort, invited: Sequence[Standing], at: datetime) -> tuple[Slip, ...]:
    """A new code for each of them; codes they had before are worth nothing any more. Raises NotAllowed."""
    codes = {each.staff.id: "".join(secrets.choice(_LETTERS) for _ in range(LENGTH)) for each in invited}
    acts(work, actor, Verb.INVITE, target=f"cohort:{cohort.id}", detail=f"people:{len(codes)}", at=at)
    work.invitations.offer(codes, cohort.id, at + VALID)
    return tuple(
        Slip(each.staff.number, each.staff.name, each.places[0].path if each.places else "", codes[each.staff.id])
        for each in invited
    )


def door(work: Work, account: Account, said: str, *, who: str, person: int | None, at: datetime) -> Door | Why | None:
    """Where the code leads; None if it has no shape of ours. Wrong personal codes are counted."""
    cohort = work.cohorts.by_code(said)
    if cohort is not None:
        return Door(cohort, cohort.code)
    code = said.replace("-", "")
    if len(code) != LENGTH:
        return None
    day = at.astimezone(work.organisation.timezone).date()
    guesses = [f"wrong invitation {count} of {day.isoformat()}:{who}" for count in range(GUESSES)]
    if work.inbox.seen(account.id, guesses[-1]):
        return Why.TOO_MANY
    found = work.invitations.find(code)
    if found is None or found.used_at or found.expires_at <= at:
        next(guess for guess in guesses if work.inbox.first_time(account.id, guess, at))
        return Why.WRONG
    known = work.staff.of_person(person) if person is not None else None
    if known is not None and known.id != found.staff:
        return Why.SOMEBODY
    return Door(work.cohorts.get(found.cohort), code, found.id, found.staff)


def use(work: Work, through: Door, at: datetime) -> bool:
    """Whether the door opens; a personal code does so once."""
    return through.invitation is None or work.invitations.use(through.invitation, at)


def meet(work: Work, through: Door, person: int) -> None:
    """Whoever came through a personal door is known on the list from now on."""
    if through.staff is not None:
        work.staff.meet(through.staff, person)
