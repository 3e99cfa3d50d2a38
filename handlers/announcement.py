"""An announcement's question, answered."""

from typing import Final

from handlers.turn import Turn
from lessons.cards.announcement import labels
from messages.actions import Vote
from messages.message import Message, plain
from store.announcement import Stage
from store.errors import NotFound

_OUT: Final = frozenset({Stage.SENDING, Stage.DONE, Stage.ABORTED})


def voted(turn: Turn, action: Vote) -> Message:
    """The first answer counts; a second press hears which that was."""
    if turn.person is None:
        return plain(turn.say("join.hello"))
    try:
        announcement = turn.work.announcements.get(action.announcement)
    except NotFound:
        return plain(turn.say("help.stale"))
    options = dict(labels(announcement.notice.options))
    if announcement.stage not in _OUT:
        return plain(turn.say("announcing.not_yet"))
    if action.option not in options:
        return plain(turn.say("help.stale"))
    if turn.work.votes.cast(announcement.id, turn.person.id, action.option, turn.now):
        return plain(turn.say("announcement.voted", option=options[action.option]))
    before = turn.work.votes.of(announcement.id, turn.person.id)
    return plain(turn.say("announcement.voted_before", option=options.get(before, before)))
