"""Which conversation of the office hears an order, or a button under what the office says."""

from typing import assert_never

from handlers import announcement, office, resuming, silencing
from handlers.orders import Appointing, Hushing, Order
from handlers.turn import Reply, Turn
from messages import actions as act


def ordered(turn: Turn, order: Order) -> Reply:
    """The answer to a word of the office; raises NotAllowed."""
    match order:
        case Appointing(code=code):
            return office.appointed(turn, code) if code else office.asked(turn)
        case Hushing():
            return silencing.called(turn, order.whom, order.name, wish=order.wish)
        case _ as unreachable:
            assert_never(unreachable)


def pressed(turn: Turn, action: act.Office) -> Reply:
    """The answer to a button of the office; raises NotAllowed."""
    match action:
        case act.Vote():
            return announcement.voted(turn, action)
        case (
            act.AskSilence()
            | act.BeginSilence()
            | act.ConfirmSilence()
            | act.DropSilence()
            | act.PlanResume()
            | act.EndSilence()
        ):
            return _silencing(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def _silencing(turn: Turn, action: act.Silencing) -> Reply:
    match action:
        case act.AskSilence():
            return silencing.asked(turn, action)
        case act.BeginSilence():
            return silencing.begun(turn, action)
        case act.ConfirmSilence():
            return silencing.confirmed(turn, action)
        case act.DropSilence():
            return silencing.dropped(turn, action)
        case act.PlanResume():
            return resuming.planned(turn, action)
        case act.EndSilence():
            return resuming.ended(turn, action)
        case _ as unreachable:
            assert_never(unreachable)
