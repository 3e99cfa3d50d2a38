"""The office answers: once each, and who was not the first is told so before theirs goes out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias

from lessons.phrases import phrases
from messages.message import plain
from school.inquiring import desk, telling
from school.inquiring.conversation import called
from school.rights import Actor, Verb, acts, require
from school.writing import Unfit, fit
from store.errors import NotFound
from store.inquiry import Inquiry, InquiryState, OfficeAnswer
from store.work import Work

MOST: Final = 1000  # characters


class Why(StrEnum):
    """Why a question is not answered, taken on or handed over."""

    GONE = "gone"  # there is none such, or it was taken back
    TAKEN = "taken"  # somebody else has it
    DONE = "done"  # it is answered
    UNABLE = "unable"  # that person may not answer questions


@dataclass(frozen=True, slots=True)
class Answered:
    """On its way to whoever asked; `again` if the same writing had come before."""

    answer: OfficeAnswer
    again: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """Somebody else answered, and nothing went out; `answers` is how many there are to have been seen."""

    inquiry: Inquiry
    by: str
    answers: int


Outcome: TypeAlias = Answered | Before | Unfit | Why


def answer(work: Work, actor: Actor, number: int, body: str, *, source: str, seen: int, at: datetime) -> Outcome:
    """The answer goes to whoever asked; raises NotAllowed. An author who has `seen` fewer answers than there are, of
    which the last is somebody else's, is told first. `source` is where it was written: it counts once.
    """
    require(work, actor, Verb.ANSWER_QUESTIONS)
    inquiry = _there(work, number)
    if inquiry is None:
        return Why.GONE
    words = fit(body, at, most=MOST)
    if isinstance(words, Unfit):
        return words
    sent = [each for each in work.answers.of(number) if each.sent]
    if sent and _is_same(sent[-1], actor, words):
        return Answered(sent[-1], again=True)
    if inquiry.state is InquiryState.ANSWERED and len(sent) > seen and not _is_by(sent[-1], actor):
        return Before(inquiry, called(work, sent[-1].person, sent[-1].name), len(sent))
    made = work.answers.add(number, person=actor.person, name=actor.name, body=words, sent=True, source=source, at=at)
    if made is None:
        before = work.answers.from_source(source)
        return Answered(before, again=True) if before else Why.GONE
    _goes_out(work, actor, inquiry, made, at)
    return Answered(made)


def hold(work: Work, actor: Actor, number: int, body: str, *, source: str, at: datetime) -> OfficeAnswer | None:
    """Kept until its author says that it goes, somebody else having answered; None if it was kept before."""
    require(work, actor, Verb.ANSWER_QUESTIONS)
    words = fit(body, at, most=MOST)
    if isinstance(words, Unfit):
        return None
    return work.answers.add(number, person=actor.person, name=actor.name, body=words, sent=False, source=source, at=at)


def release(work: Work, actor: Actor, number: int, at: datetime) -> Answered | Why:
    """The author's own answer that waited goes out; raises NotAllowed."""
    require(work, actor, Verb.ANSWER_QUESTIONS)
    found = work.answers.find(number)
    inquiry = _there(work, found.inquiry) if found else None
    if found is None or inquiry is None or not _is_by(found, actor):
        return Why.GONE
    if not work.answers.release(number):
        return Answered(found, again=True)
    _goes_out(work, actor, inquiry, found, at)
    return Answered(found)


def claim(work: Work, actor: Actor, number: int, at: datetime) -> Inquiry | Why:
    """The actor has it from now on; raises NotAllowed. Nobody takes it from somebody who has it."""
    require(work, actor, Verb.ANSWER_QUESTIONS)
    inquiry = _there(work, number)
    if inquiry is None:
        return Why.GONE
    if inquiry.state is InquiryState.ANSWERED:
        return Why.DONE
    if inquiry.state is InquiryState.CLAIMED:
        mine = inquiry.holder == actor.person and inquiry.holder_name == actor.name
        return inquiry if mine else Why.TAKEN
    return _held(work, actor, inquiry, actor, at)


def hand(work: Work, actor: Actor, number: int, to: int, at: datetime) -> Inquiry | Why:
    """That person has it from now on, and is shown it; raises NotAllowed."""
    require(work, actor, Verb.ANSWER_QUESTIONS)
    inquiry = _there(work, number)
    if inquiry is None:
        return Why.GONE
    person = next((each for each in desk.able(work) if each.id == to), None)
    if person is None:
        return Why.UNABLE
    if inquiry.holder == to:
        return inquiry
    held = _held(work, actor, inquiry, Actor(to, ""), at)
    desk.hand_over(work, held, person, at)
    return held


def _held(work: Work, actor: Actor, inquiry: Inquiry, by: Actor, at: datetime) -> Inquiry:
    detail = "claimed" if by is actor else f"handed to person:{by.person}"
    acts(work, actor, Verb.ANSWER_QUESTIONS, target=f"inquiry:{inquiry.id}", detail=detail, at=at)
    answered = inquiry.state is InquiryState.ANSWERED
    state = InquiryState.ANSWERED if answered else InquiryState.CLAIMED
    work.inquiries.move(inquiry.id, state, holder=by.person, holder_name=by.name, at=at)
    held = work.inquiries.get(inquiry.id)
    desk.refresh(work, held, f"held{at:%Y%m%d%H%M%S%f}", at)
    return held


def _goes_out(work: Work, actor: Actor, inquiry: Inquiry, made: OfficeAnswer, at: datetime) -> None:
    acts(work, actor, Verb.ANSWER_QUESTIONS, target=f"inquiry:{inquiry.id}", detail="answered", at=at)
    has_it = inquiry.holder is not None or inquiry.holder_name
    holder, name = (inquiry.holder, inquiry.holder_name) if has_it else (actor.person, actor.name)
    work.inquiries.move(inquiry.id, InquiryState.ANSWERED, holder=holder, holder_name=name, at=at)
    telling.tell(work, inquiry, made, at)
    desk.refresh(work, work.inquiries.get(inquiry.id), f"answer{made.id}", at)
    say = phrases(work.organisation.language)
    author, thread = called(work, actor.person, actor.name), made.source.startswith("thread:")
    told = say("questions.went_out", by=author) if thread else say("questions.went_out_with", by=author, body=made.body)
    desk.say_in_thread(work, inquiry.id, f"answer:{made.id}", plain(told), at)


def _there(work: Work, number: int) -> Inquiry | None:
    try:
        inquiry = work.inquiries.lock(number)
    except NotFound:
        return None
    return None if inquiry.state is InquiryState.WITHDRAWN else inquiry


def _is_by(made: OfficeAnswer, actor: Actor) -> bool:
    return made.person == actor.person and (actor.person is not None or made.name == actor.name)


def _is_same(made: OfficeAnswer, actor: Actor, body: str) -> bool:
    """The same words of the same author, one directly after the other: pressed twice."""
    return made.body == body and _is_by(made, actor)
