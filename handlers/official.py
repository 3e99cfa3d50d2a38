"""Which conversation of the office hears an order, or a button under what the office says."""

from typing import assert_never

from handlers import announcement, office, quota
from handlers.orders import Appointing, Metering, Order
from handlers.turn import Reply, Turn
from messages import actions as act


def ordered(turn: Turn, order: Order) -> Reply:
    """The answer to a word of the office; raises NotAllowed."""
    match order:
        case Appointing(code=code):
            return office.appointed(turn, code) if code else office.asked(turn)
        case Metering():
            return quota.asked(turn)
        case _ as unreachable:
            assert_never(unreachable)


def pressed(turn: Turn, action: act.Office) -> Reply:
    """The answer to a button of the office; raises NotAllowed."""
    match action:
        case act.Vote():
            return announcement.voted(turn, action)
        case _ as unreachable:
            assert_never(unreachable)
