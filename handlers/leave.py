"""Leaving the course, and having one's record erased."""

from handlers.turn import Turn
from lessons.cards import leave as cards
from messages.actions import Action, Erase, Leave, pack
from messages.message import Message, plain
from school import enrolling
from school.inquiring import asking


def asked(turn: Turn, action: Leave) -> Message:
    """Twice asked, then done."""
    enrolment = turn.enrolment
    if enrolment is None:
        return erasing(turn, Erase(0)) if turn.person else plain(turn.say("leave.nothing"))
    if action.step == 0 or not _asked(turn, *(Leave(step) for step in range(action.step, 3))):
        _await(turn, Leave(1))
        return cards.ask_leave(turn.say)
    if action.step == 1:
        _await(turn, Leave(2))
        return cards.ask_again(turn.say)
    enrolling.leave(turn.work, enrolment, turn.now)
    _await(turn, Erase(0))
    return cards.gone(turn.say)


def erasing(turn: Turn, action: Erase) -> Message:
    """Once more asked, for it cannot be undone; then everything about the person goes."""
    if turn.person is None:
        return plain(turn.say("leave.nothing"))
    if action.step == 0 or not _asked(turn, action):
        _await(turn, Erase(1))
        return cards.ask_erase(turn.say)
    if enrolment := turn.enrolment:
        enrolling.leave(turn.work, enrolment, turn.now)
    turn.work.prompts.clear(*turn.who)
    asking.take_back_all(turn.work, turn.person.id, turn.now)
    turn.work.people.erase(turn.person.id)
    return plain(turn.say("leave.erased"))


def stayed(turn: Turn) -> Message:
    """Everything stays as it is."""
    turn.work.prompts.clear(*turn.who)
    return plain(turn.say("leave.stayed" if turn.enrolment else "leave.kept"))


def _asked(turn: Turn, *questions: Action) -> bool:
    """Whether one of these is what the person was asked last: an old button asks again from the beginning."""
    prompt = turn.work.prompts.get(*turn.who)
    return prompt is not None and prompt.value in {pack(each) for each in questions}


def _await(turn: Turn, yes: Action) -> None:
    turn.work.prompts.set(*turn.who, awaiting="confirm", value=pack(yes), at=turn.now)
