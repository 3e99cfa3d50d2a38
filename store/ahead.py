"""What lies ahead, as the tables tell: for whoever moves the clock from event to event instead of waiting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Select, select

from messages.letter import State
from store.claims import Claims
from store.enrolments import nudges, turns
from store.order import stands
from store.schema import outbox

_LETTERS: Final = select(outbox.c.state, outbox.c.until).where(stands(outbox, State.WAITING, State.CARRYING))
_TURNS: Final = turns()
_NUDGES: Final = nudges()


@dataclass(frozen=True, slots=True)
class Ahead:
    """`turns` are the moments at which enrolments are looked at, those gone by too, `nudges` those at which a reminder
    is thought about; `leaves` is when the next letter may leave. `carried` letters are under way, `late` ones need new
    hours, `waiting` ones are neither.
    """

    turns: tuple[datetime, ...]
    nudges: tuple[datetime, ...]
    leaves: datetime | None
    carried: int
    late: int
    waiting: int


def ahead(connection: Connection, at: datetime) -> Ahead:
    """Across all organisations; who is out of reach or rests has no turn until then."""
    letters = connection.execute(_LETTERS).all()
    waiting = [each.until for each in letters if each.state is State.WAITING]
    late = sum(until is not None and until < at for until in waiting)
    return Ahead(
        turns=_moments(connection, _TURNS),
        nudges=_moments(connection, _NUDGES),
        leaves=Claims(connection).next_due(at) if len(waiting) > late else None,
        carried=len(letters) - len(waiting),
        late=late,
        waiting=len(waiting) - late,
    )


def _moments(connection: Connection, which: Select[datetime | None]) -> tuple[datetime, ...]:
    return tuple(moment for moment in connection.execute(which).scalars() if moment)
