"""Which conversation hears what the office wants with learners' questions."""

from typing import assert_never

from handlers import questions
from handlers.inquiring import Answering, Claiming, Handing, Inquiring, Listing, Releasing, Searching
from handlers.turn import Reply, Turn
from messages import actions as act
from messages.incoming import Submitted


def submitted(turn: Turn, form: Submitted, about: act.AnswerQuestion | act.HandQuestion) -> Reply:
    """The answer to a form about a question; raises NotAllowed."""
    match about:
        case act.AnswerQuestion():
            return questions.submitted(turn, form, about)
        case act.HandQuestion():
            return questions.handed_by_form(turn, form, about)
        case _ as unreachable:
            assert_never(unreachable)


def ordered(turn: Turn, order: Inquiring) -> Reply:
    """The answer to a word about learners' questions; raises NotAllowed."""
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


def pressed(turn: Turn, action: act.Questions) -> Reply:
    """The answer to a button under a question; raises NotAllowed."""
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
