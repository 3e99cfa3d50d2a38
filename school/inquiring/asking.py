"""A learner asks the office, asks on, and takes back."""

from dataclasses import dataclass
from datetime import datetime

from lessons.library import Library
from messages.actions import Report
from school import reporting
from school.inquiring import desk
from school.writing import Unfit, fit
from store.inquiry import Inquiry, InquiryState
from store.values import Enrolment, Note, NoteKind
from store.work import Work


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: a person, on which of our accounts, in which course, and by what way (line, slack, page)."""

    person: int
    account: int | None
    enrolment: Enrolment | None
    via: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Kept, and on its way to the office."""

    inquiry: Inquiry
    note: Note


def ask(work: Work, library: Library, asker: Asker, body: str, at: datetime) -> Asked | Unfit:
    """A question to the office, as often as one likes."""
    words = fit(body, at)
    if isinstance(words, Unfit):
        return words
    about = reporting.subject(work, library, asker.person, Report())
    inquiry = work.inquiries.begin(
        person=asker.person,
        enrolment=asker.enrolment.id if asker.enrolment else None,
        account=asker.account,
        lesson=about.lesson.number if about else 0,
        title=about.lesson.title if about else "",
        at=at,
    )
    return _kept(work, inquiry, asker, words, at)


def ask_on(work: Work, asker: Asker, number: int, body: str, at: datetime) -> Asked | Unfit | None:
    """The same question goes on, and waits again; 0: the last one. None if the person asked no such question."""
    mine = [each for each in work.inquiries.of_person(asker.person) if number in {0, each.id}]
    if not mine:
        return None
    words = fit(body, at)
    if isinstance(words, Unfit):
        return words
    inquiry = work.inquiries.lock(mine[0].id)
    state = InquiryState.CLAIMED if inquiry.holder or inquiry.holder_name else InquiryState.OPEN
    work.inquiries.move(inquiry.id, state, holder=inquiry.holder, holder_name=inquiry.holder_name, at=at)
    return _kept(work, work.inquiries.get(inquiry.id), asker, words, at)


def take_back(work: Work, note: Note, at: datetime) -> None:
    """The words go, wherever we hold them, and from the office's sight; with the last of them the question is gone."""
    work.notes.remove(note.id)
    if note.inquiry is None:
        return
    work.outbox.unsay(note.person, note.body)
    whole = not work.notes.of_inquiry(note.inquiry)
    desk.take_back(work, note.inquiry, None if whole else note.id, at)
    if whole:
        work.answers.clear(note.inquiry)
        work.inquiries.withdraw(note.inquiry, at)


def take_back_all(work: Work, person: int, at: datetime) -> None:
    """The same for everything the person asked: before all that is known about them is erased."""
    for inquiry in work.inquiries.of_person(person):
        desk.take_back(work, inquiry.id, None, at)


def _kept(work: Work, inquiry: Inquiry, asker: Asker, words: str, at: datetime) -> Asked:
    note = work.notes.add(
        person=asker.person,
        enrolment=asker.enrolment.id if asker.enrolment else None,
        kind=NoteKind.QUESTION,
        quiz="",
        body=words,
        via=asker.via,
        at=at,
        inquiry=inquiry.id,
    )
    desk.show(work, inquiry, note.id, at)
    return Asked(inquiry, note)
