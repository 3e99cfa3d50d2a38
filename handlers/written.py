"""Answers that are written: a number or a short text, in a form where there are forms, else as the next message."""

from typing import Final

from handlers.turn import Reply, Turn
from lessons.cards import answers as cards
from lessons.model import Kind
from messages.actions import Unreadable, Write, pack, unpack
from messages.incoming import Submitted
from messages.message import plain
from school import answering
from school.answering import Answered
from school.asked import Asked, asked
from school.replying import replied

ANSWER: Final = "answer"  # what a prompt waits for once the button was pressed
FORM: Final = cards.FORM


def opened(turn: Turn, action: Write) -> Reply:
    """Something to write into; None for a question that is not answered by a number or a short text."""
    found = _found(turn, action)
    if found is None:
        return plain(turn.say("verdict.foreign"))
    if found.quiz.kind not in {Kind.NUMBER, Kind.SHORT}:
        return None
    if found.is_answered:
        return _answer(turn, found, "")
    if turn.incoming.opens_forms:
        return cards.form(found.quiz, enrolment=action.enrolment, say=turn.say)
    turn.work.prompts.set(*turn.who, awaiting=ANSWER, value=pack(action), at=turn.now)
    return cards.prompt(found.quiz, turn.say)


def typed(turn: Turn, text: str, about: str) -> Reply:
    """The next message after the button; None if it is no answer, or the question has one by now."""
    found = _about(turn, about)
    reply = None if found is None or found.is_answered else _answer(turn, found, text)
    if reply is not None or found is None or found.is_answered:
        turn.work.prompts.clear(*turn.who)
    return reply


def submitted(turn: Turn, form: Submitted) -> Reply:
    """What was written into the form, as if it had been typed."""
    found = _about(turn, form.about)
    if found is None:
        return plain(turn.say("verdict.foreign"))
    return _answer(turn, found, form.value(cards.FIELD)) or plain(cards.puzzled(found.quiz, turn.say))


def _about(turn: Turn, about: str) -> Asked | None:
    try:
        action = unpack(about)
    except Unreadable:
        return None
    return _found(turn, action) if isinstance(action, Write) else None


def _found(turn: Turn, action: Write) -> Asked | None:
    return asked(turn.work, turn.library, turn.enrolment, enrolment=action.enrolment, quiz=action.quiz)


def _answer(turn: Turn, found: Asked, text: str) -> Reply:
    outcome = answering.answer_in_words(turn.work, found, text, turn.now)
    if isinstance(outcome, Answered):
        turn.trace_answer(found.study.enrolment.id, found.quiz.id)
    return replied(found, outcome, family=turn.family, at=turn.now, say=turn.say) if outcome else None
