"""An answer comes back to whoever asked, where they asked: in full, or as a word that it is there."""

from collections.abc import Sequence
from datetime import datetime

from lessons.cards import inquiry as cards
from lessons.cards.inquiry import Given
from lessons.cards.news import Card
from lessons.library import Library
from lessons.phrases import Phrases, phrases
from messages.incoming import ChannelName
from messages.letter import Cost, Letter
from messages.message import Message
from school.inquiring.hours import opening
from school.silenced import resting
from school.study import office_calendar, study_of
from store.inquiry import Inquiry, OfficeAnswer
from store.unasked import ANSWERS
from store.values import Contact, EnrolmentState, Person
from store.work import Work

IN_FULL, ALONE = ANSWERS


def tell(work: Work, inquiry: Inquiry, answer: OfficeAnswer, at: datetime) -> None:
    """In Slack it leaves in the office's hours. On LINE it rides with what comes next (`riding`, `with_lesson`), or
    goes by itself on a day that brings no other push (`tell_waiting`).
    """
    contact = _contact(work, inquiry)
    if inquiry.person is None or contact is None or contact.channel is ChannelName.LINE:
        return
    if _rests(work, inquiry.person, at):
        return  # `tell_waiting` does, afterwards
    key, say = f"{IN_FULL}:{answer.id}", phrases(work.people.get(inquiry.person).language)
    message = cards.answered([given(work, answer)], say)
    letter = Letter(key, contact.address, message, opening(work, at), inquiry=inquiry.id)
    work.outbox.post(letter, at)
    work.answers.tell(answer.id, key)
    work.answers.read(answer.id, at)


def riding(work: Work, person: Person, key: str, say: Phrases, at: datetime) -> Card:
    """What the answer of this key to something the person did on LINE tells as well; nothing, mostly."""
    untold = work.answers.untold(person.id)
    if not untold:
        return ()
    full = work.organisation.line_free_text
    _mark(work, untold, key, at, full=full)
    return _card(work, untold, say, full=full)


def with_lesson(work: Work, person: Person, contact: Contact, key: str, at: datetime) -> tuple[Card, ...]:
    """What the lesson's letter of this key tells as well, on LINE."""
    if contact.channel is not ChannelName.LINE:
        return ()
    card = riding(work, person, key, phrases(person.language), at)
    return (card,) if card else ()


def tell_waiting(work: Work, library: Library, at: datetime) -> int:
    """Tell of what no other letter has told: in the person's hours, on a day that brings them no push and is to bring
    none; one letter at most a day. Returns how many. Running it twice tells once.
    """
    work.answers.recall()
    waiting = {work.inquiries.get(each.inquiry).person for each in work.answers.waiting()}
    return sum(_tell_alone(work, library, work.people.get(each), at) for each in waiting if each is not None)


def hold_back(work: Work, at: datetime) -> int:
    """What is on its way to tell of answers stops for whoever rests by now; `tell_waiting` tells of them afterwards.
    Returns how many letters.
    """
    stopped = [key for key, person in work.answers.under_way() if _rests(work, person, at)]
    for key in stopped:
        work.outbox.withdraw(key, at)
    if stopped:
        work.answers.recall()
    return len(stopped)


def read(work: Work, person: Person, key: str, at: datetime) -> tuple[Given, ...]:
    """The person sees their unread answers in full now, by the letter or page of this key; the last one, if they have
    read them all.
    """
    unread = work.answers.unread(person.id)
    for each in unread:
        work.answers.tell(each.id, each.told_in or key)
        work.answers.read(each.id, at)
    latest = (each for inquiry in work.inquiries.of_person(person.id) for each in work.answers.of(inquiry.id)[-1:])
    shown = unread or tuple(each for each in latest if each.sent)[:1]
    return tuple(given(work, each) for each in shown)


def lead(work: Work, person: Person, key: str, at: datetime) -> bool:
    """The letter of this key leads the person, who asked for it, to the page with all answers; False if there are none.
    That is the reading of them: who opens the page may be a program that looks for a preview.
    """
    for each in work.answers.unread(person.id):
        work.answers.tell(each.id, key)
        work.answers.read(each.id, at)
    return _any_answer(work, person)


def _any_answer(work: Work, person: Person) -> bool:
    """Whether anything the person asked was answered."""
    asked = work.inquiries.of_person(person.id)
    return any(each.sent for inquiry in asked for each in work.answers.of(inquiry.id))


def given(work: Work, answer: OfficeAnswer) -> Given:
    """The answer beside what was asked before it."""
    notes = [each.body for each in work.notes.of_inquiry(answer.inquiry) if each.at <= answer.at]
    return Given(answer.inquiry, notes[-1] if notes else "", answer.body)


def _tell_alone(work: Work, library: Library, person: Person, at: datetime) -> bool:
    untold = work.answers.untold(person.id)
    contact = _contact(work, work.inquiries.get(untold[-1].inquiry)) if untold else None
    if contact is None or not _is_free(work, library, person, contact, at):
        return False
    day = at.astimezone(work.organisation.timezone).date().isoformat()
    key, say, full = f"{ALONE}:{person.id}:{day}", phrases(person.language), _in_full(work, contact)
    message = Message(say("inquiry.answered"), _card(work, untold, say, full=full))
    if not work.outbox.post(Letter(key, contact.address, message, at, cost=Cost.PAID), at):
        return False
    _mark(work, untold, key, at, full=full)
    return True


def _is_free(work: Work, library: Library, person: Person, contact: Contact, at: datetime) -> bool:
    """Whether the person may be addressed now, and on LINE whether the day brings no other push."""
    active = [each for each in work.enrolments.of_person(person.id) if each.state is EnrolmentState.ACTIVE]
    if not active:
        return office_calendar(work).is_open(at) and not resting(work).has(person.id)
    study = study_of(work, active[-1], library)
    if not study.calendar.is_open(at) or study.cohort.paused or study.enrolment.silent:
        return False
    today, next_at = study.today(at), study.enrolment.next_at
    comes = any(each.day == today for each in study.taken) or (next_at and study.today(next_at) <= today)
    return contact.channel is not ChannelName.LINE or not comes


def _rests(work: Work, person: int, at: datetime) -> bool:
    """Whether nothing is said to the person now: on leave, or in a silence or pause of the office."""
    active = [each for each in work.enrolments.of_person(person) if each.state is EnrolmentState.ACTIVE]
    away = any(each.silent or each.away(at) or work.cohorts.get(each.cohort).paused for each in active)
    return away or resting(work).has(person)


def _in_full(work: Work, contact: Contact) -> bool:
    """Whether an answer may stand there: on LINE only where the office lets own words be written in it."""
    return contact.channel is not ChannelName.LINE or work.organisation.line_free_text


def _card(work: Work, untold: Sequence[OfficeAnswer], say: Phrases, *, full: bool) -> Card:
    """The answers, or that they are there."""
    if not full:
        return cards.arrived(len(untold), say)
    return cards.answered([given(work, each) for each in untold], say).blocks


def _mark(work: Work, untold: Sequence[OfficeAnswer], key: str, at: datetime, *, full: bool) -> None:
    for each in untold:
        work.answers.tell(each.id, key)
        if full:
            work.answers.read(each.id, at)


def _contact(work: Work, inquiry: Inquiry) -> Contact | None:
    """Where it was asked, if the person is still reached there; else any other place."""
    contacts = work.contacts.of_person(inquiry.person) if inquiry.person else ()
    reached = [each for each in contacts if each.reachable]
    there = [each for each in reached if each.account == inquiry.account]
    return next(iter((*there, *reached)), None)
