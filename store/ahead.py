"""What lies ahead, as the tables tell: for whoever moves the clock from event to event instead of waiting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from messages.letter import State
from store.schema import enrolments, outbox
from store.values import EnrolmentState

_LETTER: Final = ("account", "recipient", "state", "due", "next_try", "until")
_OPEN: Final = outbox.c.state.in_((State.WAITING, State.CARRYING))
_LETTERS: Final = select(*(outbox.c[name] for name in _LETTER)).where(_OPEN).order_by(outbox.c.due, outbox.c.id)
_TURNS: Final = (
    select(enrolments.c.next_at)
    .where(enrolments.c.state == EnrolmentState.ACTIVE, enrolments.c.next_at.is_not(None))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """`turns` are the moments at which enrolments want to be looked at, those gone by too; `leaves` those at which a
    letter that is first at its address may leave. `carried` letters are under way; `late` ones need new hours.
    """

    turns: tuple[datetime, ...]
    leaves: tuple[datetime, ...]
    carried: int
    late: int


def ahead(connection: Connection, at: datetime) -> Ahead:
    """Across all organisations, whoever is out of reach or rests included."""
    letters = connection.execute(_LETTERS).all()
    return Ahead(
        turns=tuple(connection.execute(_TURNS).scalars()),
        leaves=tuple(max(each.due, each.next_try) for each in _first(letters, at)),
        carried=sum(each.state is State.CARRYING for each in letters),
        late=sum(_is_late(each, at) for each in letters),
    )


def _first(letters: Sequence[Row[*tuple[Any, ...]]], at: datetime) -> Iterator[Row[*tuple[Any, ...]]]:
    """Of each address the letter that may leave first, if none is under way there; see store.order."""
    taken = {(each.account, each.recipient) for each in letters if each.state is State.CARRYING}
    for each in letters:
        address = each.account, each.recipient
        if address not in taken and not _is_late(each, at):
            taken.add(address)
            yield each


def _is_late(letter: Row[*tuple[Any, ...]], at: datetime) -> bool:
    return letter.state is State.WAITING and letter.until is not None and letter.until < at
