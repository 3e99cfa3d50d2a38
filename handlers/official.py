"""Which conversation of the office hears an order, or a button under what the office says."""

from typing import assert_never

from handlers import announcement, announcing, announcing_on, office, quota
from handlers.orders import Appointing, Metering, Order, Returning
from handlers.turn import Reply, Turn
from messages import actions as act
from messages.incoming import Submitted


def ordered(turn: Turn, order: Order) -> Reply:
    """The answer to a word of the office; raises NotAllowed."""
    match order:
        case Appointing(code=code):
            return office.appointed(turn, code) if code else office.asked(turn)
        case Returning(announcement=number, comment=comment):
            return announcing_on.given_back(turn, number, 0, comment)
        case Metering():
            return quota.asked(turn)
        case _ as unreachable:
            assert_never(unreachable)


def pressed(turn: Turn, action: act.Office) -> Reply:
    """The answer to a button of the office; raises NotAllowed."""
    match action:
        case act.Vote():
            return announcement.voted(turn, action)
        case act.Announce() | act.ShowAnnouncements() | act.ShowAnnouncement() | act.Rewrite() | act.Discard():
            return announcing.asked(turn, action)
        case (
            act.Send()
            | act.Approve()
            | act.GiveBack()
            | act.Undo()
            | act.Abort()
            | act.ShowLedger()
            | act.Retry()
            | act.Correct()
        ):
            return announcing_on.pressed(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def submitted(turn: Turn, form: Submitted, about: act.Announce | act.Rewrite | act.Correct | act.GiveBack) -> Reply:
    """The answer to a form of the office; raises NotAllowed."""
    if isinstance(about, act.GiveBack):
        return announcing_on.submitted(turn, form, about)
    return announcing.submitted(turn, form, about)
