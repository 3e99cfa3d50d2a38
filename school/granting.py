"""Roles given and taken by name, in the chat: at once, on record, and told to whoever has one now."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lessons.phrases import phrases
from messages.letter import Cost, Letter
from messages.message import plain
from school import appointing, officers, quota
from school.appointing import named
from school.rights import Actor, Verb, acts, require
from school.study import office_calendar
from store.office import Grant, Role
from store.work import Work


class Why(StrEnum):
    """Why nothing has changed."""

    ALREADY = "already"  # the person is that
    NOT_HELD = "not_held"  # the person is not that
    LAST = "last"  # nobody would be left who gives roles
    OF_WHICH = "of_which"  # a head of section is one of a section
    OF_NONE = "of_none"  # whoever is anything else is it everywhere
    UNREACHED = "unreached"  # the person is known, but at no address any more


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who, which role, and of which section (None: everywhere)."""

    person: int
    role: Role
    section: int | None


def give(work: Work, actor: Actor, wanted: Wanted, at: datetime) -> Grant | Why:
    """The person has the role from now on, and is told so once, in working hours. Raises NotAllowed, and NotFound for
    who is none of ours.
    """
    require(work, actor, Verb.APPOINT)
    person, role, section = work.people.get(wanted.person), wanted.role, wanted.section
    if (role is Role.MANAGER) != (section is not None):
        return Why.OF_NONE if section is not None else Why.OF_WHICH
    if not work.contacts.of_person(person.id):
        return Why.UNREACHED
    if not work.roles.grant(person.id, role, section, at):
        return Why.ALREADY
    acts(work, actor, Verb.APPOINT, target=f"person:{person.id}", detail=f"granted {named(role, section)}", at=at)
    grant = work.roles.of_person(person.id)[-1]
    if person.id != actor.person:
        _tell(work, grant, person.language, at)
    return grant


def take(work: Work, actor: Actor, wanted: Wanted, at: datetime) -> Grant | Why:
    """The person has the role no more; of a head of one section the section need not be said. Two owners who take it
    from each other at once leave one. Raises NotAllowed, and NotFound for who is none of ours.
    """
    require(work, actor, Verb.APPOINT)
    owners = work.roles.hold(Role.OWNER)
    held = [each for each in work.roles.of_person(work.people.get(wanted.person).id) if each.role is wanted.role]
    if wanted.section is not None:
        held = [each for each in held if each.section == wanted.section]
    if len(held) > 1:
        return Why.OF_WHICH
    if held and len(owners) == 1 and held[0].id == owners[0].id:
        return Why.LAST
    if not held or not appointing.revoke(work, actor, held[0], at):
        return Why.NOT_HELD
    work.outbox.withdraw(_key(held[0]), at)  # who was not told of it yet need not be
    return held[0]


def _tell(work: Work, grant: Grant, language: str, at: datetime) -> None:
    """Where the person is reached; not where LINE's month has no room for it. The section's name stays off LINE."""
    contact = officers.best(work.contacts.of_person(grant.person))
    if contact is None or quota.is_short(work, contact):
        return
    say, due = phrases(language), office_calendar(work).opening_after(at) or at
    where = say("office.everywhere" if grant.section is None else "office.one_section")
    told = plain(say("roles.told", role=say(f"office.{grant.role.value}"), where=where))
    work.outbox.post(
        Letter(key=_key(grant), address=contact.address, message=told, due=due, cost=Cost.PAID),
        at,
    )


def _key(grant: Grant) -> str:
    return f"role:{grant.id}"
