"""An answer becomes letters: to the chat it belongs to, or into the person's home."""

from handlers.turn import Reply, Turn
from lessons.cards.news import above
from messages.incoming import ChannelName
from messages.letter import Address, Letter, Surface
from messages.message import InPlace, Message, joined
from school.inquiring import telling


def post(turn: Turn, reply: Reply) -> None:
    """As one letter; as two where the answer takes the place of what was pressed, and more follows."""
    match reply:
        case Message():
            _say(turn, reply, "")
        case InPlace(now=now, then=then) if not turn.incoming.on:
            _say(turn, joined(now, then), "")
        case InPlace(kept=kept, now=now, then=then):
            _say(turn, Message(now.summary, (*kept, *now.blocks)), ":now", replaces=turn.incoming.on)
            if then is not None:
                _say(turn, then, ":then")
        case _:
            return


def _say(turn: Turn, message: Message, part: str, *, replaces: str = "") -> None:
    incoming = turn.incoming
    key = f"reply:{turn.account.id}:{incoming.id}{part}"
    alone = incoming.shared and not replaces
    room = "" if alone else incoming.room
    room = room or (turn.contact.room if turn.contact else "")
    turn.work.outbox.post(
        Letter(
            key=key,
            address=Address(channel=incoming.channel, account=turn.account.id, to=room or incoming.who),
            message=_with_answers(turn, message, key),
            due=turn.now,
            reply_to=incoming.reply_to if incoming.channel is ChannelName.LINE or replaces else "",
            replaces=replaces,
        ),
        turn.now,
    )


def _with_answers(turn: Turn, message: Message, key: str) -> Message:
    """On LINE an answer is free: it tells as well that the office has answered a question of this person."""
    if turn.person is None or not turn.incoming.reply_to or turn.incoming.channel is not ChannelName.LINE:
        return message
    card = telling.riding(turn.work, turn.person, key, turn.say, turn.now)
    return above([card], message) if card else message


def hang(turn: Turn, message: Message) -> None:
    """In the person's home, in the place of what hung there."""
    incoming = turn.incoming
    turn.work.outbox.post(
        Letter(
            key=f"home:{turn.account.id}:{incoming.id}",
            address=Address(channel=incoming.channel, account=turn.account.id, to=incoming.who),
            message=message,
            due=turn.now,
            surface=Surface.HOME,
        ),
        turn.now,
    )
