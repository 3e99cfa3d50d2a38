"""What lies ahead, as the tables tell: for whoever moves the clock from event to event instead of waiting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from messages.letter import State
from store.claims import Claims
from store.schema import enrolments, outbox
from store.values import EnrolmentState

_LETTERS: Final = select(outbox.c.state, outbox.c.until).where(outbox.c.state.in_((State.WAITING, State.CARRYING)))
_ACTIVE: Final = enrolments.c.state == EnrolmentState.ACTIVE
_TURNS: Final = select(enrolments.c.next_at).where(_ACTIVE, enrolments.c.next_at.is_not(None)).distinct()
_NUDGES: Final = select(enrolments.c.nudge_at).where(_ACTIVE, enrolments.c.nudge_at.is_not(None)).distinct()


@dataclass(frozen=True, slots=True)
class Ahead:
    """`turns` are the moments at which enrolments want to be looked at, those gone by too, `nudges` those at which a
    reminder is thought about; `leaves` is when the next letter may leave. `carried` letters are under way, `late` ones
    need new hours, `waiting` ones are neither.
    """

    turns: tuple[datetime, ...]
    nudges: tuple[datetime, ...]
    leaves: datetime | None
    carried: int
    late: int
    waiting: int


def ahead(connection: Connection, at: datetime) -> Ahead:
    """Across all organisations, whoever is out of reach or rests included."""
    letters = connection.execute(_LETTERS).all()
    waiting = [each.until for each in letters if each.state is State.WAITING]
    late = sum(until is not None and until < at for until in waiting)
    return Ahead(
        turns=tuple(connection.execute(_TURNS).scalars()),
        nudges=tuple(connection.execute(_NUDGES).scalars()),
        leaves=Claims(connection).next_due(at) if len(waiting) > late else None,
        carried=len(letters) - len(waiting),
        late=late,
        waiting=len(waiting) - late,
    )
