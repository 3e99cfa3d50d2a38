"""An answer becomes letters: to the chat it belongs to, or into the person's home."""

from handlers.turn import Reply, Turn
from messages.incoming import ChannelName
from messages.letter import Address, Letter, Surface
from messages.message import InPlace, Message, joined


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
    room = incoming.room or (turn.contact.room if turn.contact else "")
    turn.work.outbox.post(
        Letter(
            key=f"reply:{turn.account.id}:{incoming.id}{part}",
            address=Address(channel=incoming.channel, account=turn.account.id, to=room or incoming.who),
            message=message,
            due=turn.now,
            reply_to=incoming.reply_to if incoming.channel is ChannelName.LINE or replaces else "",
            replaces=replaces,
        ),
        turn.now,
    )


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
