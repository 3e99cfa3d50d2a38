"""Silence at a word of the office: wished for, allowed by a second person where the town wants that, begun."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from lessons.cards import silencing as cards
from lessons.phrases import Phrases, phrases
from messages.incoming import ChannelName
from messages.letter import Cost, Letter
from messages.message import Message
from school import officers, quota
from school import silence as reminding
from school.digests import due as digests
from school.inquiring import hushing, telling
from school.rights import Actor, Verb, acts, require
from school.study import office_calendar
from store.silence import Silence, Whom
from store.values import Contact, Enrolment, EnrolmentState
from store.work import Work

VALID: Final = timedelta(hours=12)  # how long a wish waits for somebody else's yes


class Why(StrEnum):
    """Why nothing has changed."""

    ALREADY = "already"  # it is silent there
    ASKED = "asked"  # the same person has asked for it, and nobody has said yes yet
    OWN = "own"  # nobody allows what they asked for themselves
    OVER = "over"  # it waits, or lasts, no more: somebody was quicker


@dataclass(frozen=True, slots=True)
class Wish:
    """Over whom, by the number of the section or the person, and whether those concerned shall be told so once."""

    whom: Whom
    number: int | None = None
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people it concerns, and how many of them a notice would cost a message on LINE."""

    people: int
    line: int


@dataclass(frozen=True, slots=True)
class Asked:
    """It waits for somebody else's yes; so many were asked for it."""

    silence: Silence
    people: int


@dataclass(frozen=True, slots=True)
class Begun:
    """It is silent: so many people rest, so many letters were stopped."""

    silence: Silence
    people: int
    held: int


def looked_at(work: Work, actor: Actor, at: datetime) -> tuple[Silence, ...]:
    """What waits for a yes or lasts, the oldest first; raises NotAllowed."""
    require(work, actor, Verb.SILENCE)
    return tuple(each for each in work.silences.open() if each.lasts or each.asked_at > at - VALID)


def reach(work: Work, actor: Actor, wish: Wish) -> Reach:
    """Whom it would concern now; raises NotAllowed, and NotFound for what is another town's."""
    require(work, actor, Verb.SILENCE)
    _known(work, wish)
    found = work.silenced.concerned(wish.whom, wish.number)
    return Reach(people=sum(found.values()), line=found.get(ChannelName.LINE, 0))


def begin(work: Work, actor: Actor, wish: Wish, at: datetime) -> Begun | Asked | Why:
    """Silence at once, with all that waits to leave; or, where the town wants a second person's yes, the others who may
    are asked for it. Two who want the same have both said yes. Raises NotAllowed, and NotFound for what is another
    town's.
    """
    require(work, actor, Verb.SILENCE)
    _known(work, wish)
    work.silences.lapse(at - VALID, at)
    new = work.silences.ask(wish.whom, wish.number, by=actor.person, name=actor.name, notice=wish.notice, at=at)
    asked = work.silences.about(wish.whom, wish.number)
    if asked is None:
        return Why.OVER
    if asked.lasts:
        return Why.ALREADY
    if not new and not _is_own(actor, asked):
        return confirm(work, actor, asked, at)
    if not work.organisation.silence_confirm:
        return _begin(work, actor, asked, at) or Why.OVER
    if not new:
        return Why.ASKED
    acts(work, actor, Verb.SILENCE, target=named(asked), detail="asked", at=at)
    return Asked(asked, _ask_others(work, asked, at))


def confirm(work: Work, actor: Actor, silence: Silence, at: datetime) -> Begun | Why:
    """Somebody else's yes: silence at once. Raises NotAllowed."""
    require(work, actor, Verb.SILENCE)
    if silence.lasts:
        return Why.ALREADY
    if not silence.waits or silence.asked_at <= at - VALID:
        return Why.OVER
    if _is_own(actor, silence):
        return Why.OWN
    begun = _begin(work, actor, silence, at)
    if begun is None:
        return Why.OVER
    _tell_asker(work, silence, at)
    return begun


def decline(work: Work, actor: Actor, silence: Silence, at: datetime) -> bool:
    """It is not wanted after all; False if it does not wait any more. Raises NotAllowed."""
    require(work, actor, Verb.SILENCE)
    dropped = work.silences.drop(silence.id, at)
    if dropped:
        acts(work, actor, Verb.SILENCE, target=named(silence), detail="declined", at=at)
    return dropped


def subject(work: Work, whom: Whom, number: int | None) -> str:
    """The section's path or the person's nickname; nothing where it is over everybody. Not for LINE."""
    match whom:
        case Whom.EVERYBODY:
            return ""
        case Whom.SECTION:
            return work.sections.get(number or 0).path
        case Whom.PERSON:
            return work.people.get(number or 0).nickname


def named(silence: Silence) -> str:
    """As it stands on record: silence:3 over section:7."""
    number = silence.section or silence.person
    return f"silence:{silence.id} over {silence.whom.value}" + (f":{number}" if number else "")


def _begin(work: Work, actor: Actor, silence: Silence, at: datetime) -> Begun | None:
    if not work.silences.begin(silence.id, at, by=actor.person, name=actor.name):
        return None
    begun = work.silences.get(silence.id)
    work.silenced.gather(begun)
    for kind in reminding.OF_THE_DAY:
        work.silenced.drop(begun, kind, at)
    held = _hush_beside(work, at) + work.silenced.hold(begun)
    acts(work, actor, Verb.SILENCE, target=named(begun), detail="begun", at=at)
    enrolments = work.enrolments.under(begun.id)
    if begun.notice:
        _tell(work, begun, enrolments, at)
    return Begun(begun, len({each.person for each in enrolments}), held)


def _hush_beside(work: Work, at: datetime) -> int:
    """What is no lesson stays too: digests to the office, questions to it, and its answers, which are told later; how
    many of these.
    """
    digests.withdraw(work, at)
    hushing.hush(work)
    return telling.hold_back(work, at)


def _tell(work: Work, silence: Silence, enrolments: tuple[Enrolment, ...], at: datetime) -> None:
    """One neutral line to each, in working hours; not to who rests anyway, or is quiet, nor where LINE's month has no
    room for it.
    """
    due = office_calendar(work).opening_after(at) or at
    told = {each.person: each for each in enrolments if each.state is EnrolmentState.ACTIVE}
    for person, enrolment in told.items():
        contact = work.contacts.get(enrolment.contact)
        if contact.reachable and not enrolment.quiet and not enrolment.away(at) and not quota.is_short(work, contact):
            notice = cards.notice(_say(work, contact))
            work.outbox.post(_letter(f"silence:{silence.id}:{person}", contact, notice, due), at)


def _ask_others(work: Work, silence: Silence, at: datetime) -> int:
    """Everybody else who may say yes, at any hour; returns how many."""
    others = [each for each in officers.reached(work, Verb.SILENCE) if each.person != silence.asked_by]
    for contact in others:
        message = cards.wanted(silence.id, _say(work, contact))
        work.outbox.post(_letter(f"ask-silence:{silence.id}:{contact.person}", contact, message, at), at)
    return len(others)


def _tell_asker(work: Work, silence: Silence, at: datetime) -> None:
    """The yes has come, to who waits for it."""
    for contact in officers.reached(work, Verb.SILENCE):
        if contact.person == silence.asked_by:
            message = cards.allowed(silence.id, _say(work, contact))
            work.outbox.post(_letter(f"begun-silence:{silence.id}:{contact.person}", contact, message, at), at)


def _say(work: Work, contact: Contact) -> Phrases:
    return phrases(work.people.get(contact.person).language)


def _letter(key: str, contact: Contact, message: Message, due: datetime) -> Letter:
    return Letter(key=key, address=contact.address, message=message, due=due, cost=Cost.PAID)


def _is_own(actor: Actor, silence: Silence) -> bool:
    return silence.asked_by == actor.person and silence.asked_name == actor.name


def _known(work: Work, wish: Wish) -> None:
    """Raises NotFound for a section or person that is not this organisation's."""
    if wish.whom is Whom.SECTION:
        work.sections.get(wish.number or 0)
    if wish.whom is Whom.PERSON:
        work.people.get(wish.number or 0)
