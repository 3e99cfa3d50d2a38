"""The home: what a person sees on looking in, where the platform gives each person a page with us."""

from handlers.turn import Turn
from lessons.cards.home import home_message
from messages.message import Message, plain


def shown(turn: Turn) -> Message:
    """How things stand now; to a guest, the way in."""
    if turn.enrolment is None:
        return plain(turn.say("join.hello"))
    return home_message(turn.say)
