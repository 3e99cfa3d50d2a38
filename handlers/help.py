"""Help, and kind answers to what was not understood."""

from handlers.turn import Turn
from lessons.cards import guide as cards
from lessons.cards import inquiry as answers
from lessons.cards.news import above
from messages.message import Message, plain


def asked(turn: Turn) -> Message:
    """Every word, and what it does; to a guest, the way in."""
    if turn.person is None:
        return plain(turn.say("join.hello"))
    unread = len(turn.work.answers.unread(turn.person.id)) - len(turn.work.answers.untold(turn.person.id))
    guide = cards.guide(turn.say)
    return above([answers.arrived(unread, turn.say)], guide) if unread > 0 else guide


def thanked(turn: Turn) -> Message:
    """A kind word back."""
    return plain(turn.say("help.thanks"))


def puzzled(turn: Turn, hint: str) -> Message:
    """Not understood: how the open question can be answered, or what can be said here."""
    if turn.enrolment is None:
        return plain(turn.say("help.unknown_guest"))
    return plain(hint) if hint else cards.not_understood(turn.say)


def sent(turn: Turn) -> Message:
    """A picture, a sticker, a file: thanks, and what can be read."""
    return plain(turn.say("help.sent"))


def stale(turn: Turn) -> Message:
    """A button of another version."""
    return plain(turn.say("help.stale"))
