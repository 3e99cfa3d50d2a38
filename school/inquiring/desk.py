"""The desk: where the office sees questions. A channel, where there is one; else everybody who answers them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from lessons.cards import questions as cards
from lessons.cards.questions import Asked
from lessons.phrases import Phrases, phrases
from messages.incoming import ChannelName
from messages.letter import Address, Cost, Letter
from messages.message import Message, plain
from school.inquiring.conversation import Conversation, conversation
from school.inquiring.hours import opening
from school.rights import MAY, Verb
from school.silenced import resting
from store.errors import NotFound
from store.inquiry import Inquiry, InquiryState
from store.office import Role
from store.threads import KNOCKS, SHOWS
from store.values import Contact, Person
from store.work import Work

CHANNEL: Final = "channel"
_STEPS: Final = (Role.FACILITATOR, Role.OFFICER, Role.OWNER)
"""Who is asked: the first of these that somebody is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is shown: its name within the keys of letters, the address, and the language there."""

    name: str
    address: Address
    say: Phrases


def show(work: Work, inquiry: Inquiry, note: int, at: datetime) -> None:
    """The office sees what was asked: under the question, if it is asked on. Showing it twice shows it once. While the
    office lets everybody rest, it is shown to who looks; `hushing` tells afterwards.
    """
    if resting(work).everybody:
        return
    if channel := channel_of(work):
        _post(work, inquiry, note, channel, at)
        return
    show_people(work, inquiry, note, at)


def show_people(work: Work, inquiry: Inquiry, note: int, at: datetime) -> None:
    """Everybody who answers questions and does not rest sees it: in Slack in full, on LINE that one waits."""
    due, rests = opening(work, at), resting(work)
    for person in answerers(work):
        if person.id == inquiry.person or rests.has(person.id):
            continue
        contacts = [each for each in work.contacts.of_person(person.id) if each.reachable]
        slack = [each for each in contacts if each.channel is ChannelName.SLACK]
        if slack:
            _post(work, inquiry, note, _place(slack[0], person), due)
        elif contacts:
            _knock(work, inquiry, contacts[0], phrases(person.language), due)


def show_lost(work: Work, at: datetime) -> int:
    """What the channel would not take comes to everybody who answers; returns how many questions. Twice shows once."""
    lost = work.threads.lost()
    for number in lost:
        for note in work.notes.of_inquiry(number):
            show_people(work, work.inquiries.get(number), note.id, at)
    return len(lost)


def refresh(work: Work, inquiry: Inquiry, event: str, at: datetime) -> None:
    """Wherever the question is shown, it is shown as it stands after the event, which has a name of its own."""
    talk = conversation(work, inquiry)
    for posted in work.threads.of(inquiry.id):
        note, place = named(posted.key)
        message = cards.card(_asked(talk, note), _speaking(work, place))
        key = f"{posted.key}:{event}"
        due = max(at, posted.due)
        work.outbox.post(Letter(key, posted.address, message, due, over=posted.key, inquiry=inquiry.id), at)


def say_in_thread(work: Work, inquiry: int, key: str, message: Message, at: datetime) -> None:
    """Said under the question in the channel, if it is shown in one; the same key says it once."""
    for posted in work.threads.of(inquiry):
        if named(posted.key)[1] == CHANNEL:
            due = max(at, posted.due)
            work.outbox.post(
                Letter(f"thread:{key}", posted.address, message, due, under=posted.key, inquiry=inquiry), at
            )
            return


def take_back(work: Work, inquiry: int, note: int | None, at: datetime) -> None:
    """What was shown of this note, or of all of them, says nothing any more, and a word that it was taken back covers
    it where it stands.
    """
    shown = [each for each in work.threads.of(inquiry) if note in {None, named(each.key)[0]}]
    for key in [""] if note is None else [each.key for each in shown]:
        work.threads.empty(inquiry, key)
    for posted in shown:
        _, place = named(posted.key)
        message = plain(_speaking(work, place)("questions.withdrawn", number=inquiry))
        due = max(at, posted.due)
        work.outbox.post(Letter(f"{posted.key}:gone", posted.address, message, due, over=posted.key), at)


def channel_of(work: Work) -> Place | None:
    """The channel for questions, if the organisation has one."""
    room = work.organisation.questions_channel
    slack = [each for each in work.accounts.all() if each.channel is ChannelName.SLACK and each.active]
    if not room or not slack:
        return None
    return Place(CHANNEL, Address(ChannelName.SLACK, slack[0].id, room), phrases(work.organisation.language))


def answerers(work: Work) -> tuple[Person, ...]:
    """Who is asked: the facilitators; where there is none, the officers; else the owners."""
    grants = work.roles.all()
    for role in _STEPS:
        if here := {grant.person for grant in grants if grant.role is role}:
            return tuple(work.people.get(each) for each in sorted(here))
    return ()


def able(work: Work) -> tuple[Person, ...]:
    """Everybody who may answer a question."""
    here = {grant.person for grant in work.roles.all() if grant.role in MAY[Verb.ANSWER_QUESTIONS]}
    return tuple(work.people.get(each) for each in sorted(here))


def hand_over(work: Work, inquiry: Inquiry, person: Person, at: datetime) -> None:
    """Whoever takes it over sees it, in Slack; on LINE that a question waits."""
    contacts = [each for each in work.contacts.of_person(person.id) if each.reachable]
    slack = [each for each in contacts if each.channel is ChannelName.SLACK]
    notes = work.notes.of_inquiry(inquiry.id)
    if slack and notes:
        place = _place(slack[0], person)
        _post(work, inquiry, notes[0].id, place, opening(work, at), more=f":{at:%Y%m%d%H%M%S}")
    elif contacts:
        _knock(work, inquiry, contacts[0], phrases(person.language), opening(work, at))


def _post(work: Work, inquiry: Inquiry, note: int, place: Place, due: datetime, *, more: str = "") -> None:
    shown = conversation(work, inquiry)
    key = f"{SHOWS}:{inquiry.id}:{note}:{place.name}{more}"
    before = (each for each in work.threads.of(inquiry.id) if named(each.key)[1] == place.name == CHANNEL)
    head = next(before, None)
    letter = Letter(
        key=key,
        address=head.address if head else place.address,
        message=cards.card(_asked(shown, note), place.say),
        due=due,
        under=head.key if head and head.key != key else "",
        inquiry=inquiry.id,
    )
    work.outbox.post(letter, due)


def _knock(work: Work, inquiry: Inquiry, contact: Contact, say: Phrases, due: datetime) -> None:
    """At most once a day, for it costs a push; nothing of the question stands in it."""
    day = due.astimezone(work.organisation.timezone).date().isoformat()
    key = f"{KNOCKS}:{contact.id}:{day}"
    letter = Letter(key, contact.address, cards.one_waits(say), due, cost=Cost.PAID, inquiry=inquiry.id)
    work.outbox.post(letter, due)


def _asked(talk: Conversation, note: int) -> Asked:
    """The words of this note alone; none, if they were taken back."""
    words = next((each.body for each in talk.words if each.id == note), "")
    first = not talk.words or talk.words[0].id == note
    return replace(asked(talk), words=words, first=first)


def asked(talk: Conversation) -> Asked:
    """The conversation as cards show it."""
    inquiry = talk.inquiry
    return Asked(
        number=inquiry.id,
        nickname=talk.nickname,
        day=inquiry.lesson,
        title=inquiry.title,
        words=talk.asked,
        state=inquiry.state.value,
        by=talk.authors[-1] if talk.authors and inquiry.state is InquiryState.ANSWERED else talk.holder,
        answers=tuple(zip(talk.authors, (each.body for each in talk.answers), strict=True)),
    )


def _place(contact: Contact, person: Person) -> Place:
    return Place(str(contact.id), contact.address, phrases(person.language))


def named(key: str) -> tuple[int, str]:
    """The note and the place in the key of a letter that shows a question."""
    _, _, note, place, *_ = key.split(":")
    return int(note), place


def _speaking(work: Work, place: str) -> Phrases:
    """The language at a place: the organisation's in its channel, and where nobody is known any more."""
    if place == CHANNEL:
        return phrases(work.organisation.language)
    try:
        contact = work.contacts.get(int(place))
    except NotFound:
        return phrases(work.organisation.language)
    return phrases(work.people.get(contact.person).language)
