"""What the bot has told one person, as far as it is still kept, and how a quotation is taken out of it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Update, bindparam, func, select, true, update

from messages.codec import Undecodable, decode
from messages.letter import State
from store.erasure import known
from store.schema import contacts, outbox
from store.scope import ours

_DONE: Final = outbox.c.state.in_((State.SENT, State.REFUSED, State.EXPIRED, State.CANCELLED))
_TO: Final = ours(outbox) & known(contacts.c.person == bindparam("whom"))
COUNT: Final = select(func.count()).select_from(outbox).where(_TO)
SAYINGS: Final = select(outbox.c.posted_at, outbox.c.state, outbox.c.message).where(_TO).order_by(outbox.c.id)


@dataclass(frozen=True, slots=True)
class Saying:
    """A letter to the person. `summary` is the line their phone showed; empty once it is forgotten."""

    at: datetime
    state: State
    summary: str


def saying(at: datetime, state: State, message: str) -> Saying:
    """The letter of these columns."""
    try:
        return Saying(at, state, decode(message).summary if message else "")
    except Undecodable:
        return Saying(at, state, "")


def unsaid(mine: ColumnElement[bool], person: int, words: str, posted_at: datetime | None) -> Update:
    """Letters to the person that quote these words and are done with: they keep their line, not what they said."""
    quoted = outbox.c.message.contains(json.dumps(words, ensure_ascii=False)[1:-1], autoescape=True)
    then = true() if posted_at is None else outbox.c.posted_at == posted_at
    return update(outbox).where(mine, known(contacts.c.person == person), _DONE, quoted, then).values(message="")
