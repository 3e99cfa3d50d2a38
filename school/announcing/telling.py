"""What the office hears of an announcement that needs a second person's yes: that one is asked for, and what was said.

What is not sent yet never goes over LINE: there, whoever is concerned only hears that something waits.
"""

from collections.abc import Iterator
from datetime import datetime

from lessons.cards import announcing as cards
from lessons.phrases import Phrases, phrases
from messages.incoming import ChannelName
from messages.letter import Cost, Letter
from messages.message import Message, plain
from school.announcing.showing import called, moment, standing
from school.rights import Verb, actor_of, may
from store.announcement import Announcement, Decision
from store.values import Contact
from store.work import Work


def ask(work: Work, announcement: Announcement, at: datetime, due: datetime) -> int:
    """Ask everybody who may allow it and has not written it, where they are reached best; how many. Asked twice for the
    same version, nobody hears it twice.
    """
    turn = len(work.decisions.of(announcement.id))
    return sum(
        work.outbox.post(
            Letter(
                key=f"approval:{announcement.id}:{announcement.version}:{turn}:{contact.person}",
                address=contact.address,
                message=_request(work, announcement, contact, at),
                due=due,
                cost=Cost.PAID,
            ),
            at,
        )
        for contact in _who_may_allow(work, announcement)
    )


def answer(work: Work, announcement: Announcement, decision: Decision, at: datetime) -> bool:
    """Tell the author what somebody decided; False if there is nobody to tell."""
    contact = _best(work, announcement.author) if announcement.author is not None else None
    if contact is None or announcement.author == decision.person:
        return False
    number = len(work.decisions.of(announcement.id))
    letter = Letter(
        key=f"decided:{announcement.id}:{number}",
        address=contact.address,
        message=_decided(work, announcement, decision, contact),
        due=at,
        cost=Cost.PAID,
    )
    return work.outbox.post(letter, at)


def _who_may_allow(work: Work, announcement: Announcement) -> Iterator[Contact]:
    people = {grant.person for grant in work.roles.all()} - {announcement.author}
    for person in sorted(people):
        contact = _best(work, person)
        if contact and may(work, actor_of(work, person), Verb.APPROVE):
            yield contact


def _best(work: Work, person: int) -> Contact | None:
    """Slack, where the whole of it may be shown; else wherever the person is reached."""
    active = {account.id for account in work.accounts.all() if account.active}
    reached = [each for each in work.contacts.of_person(person) if each.reachable and each.account in active]
    return min(reached, key=lambda each: (each.channel is not ChannelName.SLACK, each.id), default=None)


def _request(work: Work, announcement: Announcement, contact: Contact, at: datetime) -> Message:
    say = _spoken(work, contact)
    if contact.channel is ChannelName.LINE:
        return plain(say("announcing.please_line"))
    return standing(work, actor_of(work, contact.person), announcement, at, say)


def _decided(work: Work, announcement: Announcement, decision: Decision, contact: Contact) -> Message:
    say = _spoken(work, contact)
    if contact.channel is ChannelName.LINE:
        return plain(say("announcing.decided_line"))
    facts = {"title": announcement.notice.title, "name": called(work, decision.person, decision.name, say)}
    if not decision.granted:
        told = say("announcing.given_back", **facts)
    else:
        told = say("announcing.approved", when=moment(work, announcement.goes_at or decision.at, say), **facts)
    return cards.decided(told, decision.comment, say, number=announcement.id, granted=decision.granted)


def _spoken(work: Work, contact: Contact) -> Phrases:
    return phrases(work.people.get(contact.person).language)
