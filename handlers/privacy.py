"""What we hold about somebody, what we will not hold, and what was taken back."""

from typing import Final

import structlog

from handlers.turn import Reply, Turn
from lessons import guard
from lessons.cards import record as records
from lessons.cards import writing as cards
from lessons.cards.writing import Rewritten
from lessons.guard import Private
from messages.actions import ShowRecord
from messages.incoming import ChannelName, Said
from messages.message import Message, plain
from school import passing
from school.naming import suggested
from school.record import held
from school.unsending import take_back, was_taken_back

log: Final = structlog.get_logger()


def seen(turn: Turn, *texts: str) -> tuple[Private, ...]:
    """The kinds of personal data in what was said; only those are logged."""
    kinds = guard.found("\n".join(texts), turn.now.date())
    if kinds:
        log.info("private_words", channel=turn.incoming.channel, kinds=[kind.value for kind in kinds])
    return kinds


def refused(turn: Turn, kinds: tuple[Private, ...], *, about: Rewritten | None = None) -> Message:
    """Nothing was kept, and how the message itself can be taken back; `about` is what one may write once more."""
    named = cards.kinds(kinds, turn.say)
    deed = turn.incoming.deed
    if isinstance(deed, Said) and deed.message:
        line = turn.incoming.channel is ChannelName.LINE
        return plain(turn.say("guard.told_line", kinds=named) if line else turn.say("guard.told_slack", kinds=named))
    told = turn.say("guard.told", kinds=named)
    return cards.again(told, about, turn.say) if about else plain(told)


def gone_already(turn: Turn, message: str) -> bool:
    """Whether the message was taken back before it came: then it was never said."""
    return was_taken_back(turn.work, turn.account.id, message)


def taken_back(turn: Turn, message: str) -> None:
    """Whatever was stored of the message goes, without a word."""
    if turn.person is None:
        return
    take_back(
        turn.work,
        account=turn.account.id,
        message=message,
        person=turn.person.id,
        nickname=suggested(turn.incoming.who, turn.say),
        at=turn.now,
    )


def asked(turn: Turn) -> Reply:
    """What is held: kinds and counts, and the way to the person's own page, where it stands in full."""
    if turn.person is None:
        return plain(turn.say("record.none"))
    secret = passing.give(turn.work, turn.person.id, ShowRecord(), turn.now)
    return records.summary(held(turn.work, turn.person), f"{turn.public_url}/me/{secret}", turn.say)
