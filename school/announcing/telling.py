"""What the office hears of an announcement that needs a second person's yes: that one is asked for, and what was said.

What is not sent yet never goes over LINE: there, whoever is concerned only hears that something waits.
"""

from datetime import datetime

from lessons.cards import announcing as cards
from lessons.phrases import Phrases, phrases
from messages.incoming import ChannelName
from messages.letter import Cost, Letter
from messages.message import Message, plain
from school.announcing import allowing
from school.announcing.showing import called, moment, standing
from school.rights import actor_of
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
        for contact in allowing.who(work, announcement)
    )


def answer(work: Work, announcement: Announcement, decision: Decision, at: datetime) -> bool:
    """Tell the author what somebody decided; False if there is nobody to tell."""
    contact = allowing.best(work, announcement.author) if announcement.author is not None else None
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
