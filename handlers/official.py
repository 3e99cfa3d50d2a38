"""Which conversation of the office hears an order, or a button under what the office says."""

from typing import assert_never

from handlers import announcement, office, questions
from handlers.orders import (
    Answering,
    Appointing,
    Claiming,
    Handing,
    Inquiring,
    Listing,
    Order,
    Releasing,
    Searching,
)
from handlers.turn import Reply, Turn
from messages import actions as act
from messages.incoming import Submitted


def ordered(turn: Turn, order: Order) -> Reply:
    """The answer to a word of the office; raises NotAllowed."""
    match order:
        case Appointing(code=code):
            return office.appointed(turn, code) if code else office.asked(turn)
        case Listing() | Searching() | Answering() | Releasing() | Claiming() | Handing():
            return _inquiring(turn, order)
        case _ as unreachable:
            assert_never(unreachable)


def pressed(turn: Turn, action: act.Office) -> Reply:
    """The answer to a button of the office; raises NotAllowed."""
    match action:
        case act.Vote():
            return announcement.voted(turn, action)
        case act.ShowQuestions() | act.AnswerQuestion() | act.SendAnswer() | act.ClaimQuestion() | act.HandQuestion():
            return _asked(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def submitted(turn: Turn, form: Submitted, about: act.AnswerQuestion | act.HandQuestion) -> Reply:
    """The answer to a form of the office; raises NotAllowed."""
    match about:
        case act.AnswerQuestion():
            return questions.submitted(turn, form, about)
        case act.HandQuestion():
            return questions.handed_by_form(turn, form, about)
        case _ as unreachable:
            assert_never(unreachable)


def _inquiring(turn: Turn, order: Inquiring) -> Reply:
    match order:
        case Listing():
            return questions.listed(turn)
        case Searching():
            return questions.searched(turn, order)
        case Answering():
            return questions.typed(turn, order)
        case Releasing():
            return questions.released_last(turn, order)
        case Claiming():
            return questions.claimed(turn, order)
        case Handing():
            return questions.handed(turn, order)
        case _ as unreachable:
            assert_never(unreachable)


def _asked(turn: Turn, action: act.Questions) -> Reply:
    match action:
        case act.ShowQuestions():
            return questions.listed(turn)
        case act.AnswerQuestion():
            return questions.opened(turn, action)
        case act.SendAnswer():
            return questions.released(turn, action)
        case act.ClaimQuestion():
            return questions.claimed(turn, action)
        case act.HandQuestion():
            return questions.wants_to_hand(turn, action)
        case _ as unreachable:
            assert_never(unreachable)
