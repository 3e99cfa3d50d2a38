"""What lies ahead, as the tables tell: for whoever moves the clock from event to event instead of waiting."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, literal, select, union_all

from messages.letter import State
from store.announcement import Stage
from store.claims import NEXT
from store.digests import tellings
from store.enrolments import nudges, turns
from store.freight import NEXT as MANY
from store.order import stands
from store.prepared import find
from store.schema import announcements, outbox, watches
from store.sittings import sat

_TO_GO: Final = select(announcements.c.goes_at).where(announcements.c.stage == Stage.SCHEDULED)
_TO_TELL: Final = (
    select(announcements.c.changed_at)
    .join(watches, watches.c.announcement == announcements.c.id)
    .where(watches.c.message != "", announcements.c.stage.in_((Stage.DONE, Stage.ABORTED)))
)
_UNTIL: Final = select(outbox.c.until)
_SEEN: Final = union_all(
    turns().add_columns(literal("turn")),
    nudges().add_columns(literal("nudge")),
    sat().add_columns(literal("sitting")),
    tellings().add_columns(literal("digest")),
    NEXT.add_columns(literal("leaves")),
    MANY.add_columns(literal("many")),
    _TO_GO.add_columns(literal("many")),
    _TO_TELL.add_columns(literal("many")),
    _UNTIL.add_columns(literal("waiting")).where(stands(outbox, State.WAITING)),
    _UNTIL.add_columns(literal("carried")).where(stands(outbox, State.CARRYING)),
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """`turns` are the moments at which enrolments are looked at, those gone by too, `nudges` those at which a reminder
    is thought about, `sittings` those at which a questionnaire comes, `digests` those of weekly digests; `leaves` is
    when the next letter may leave, and `many` are the moments of announcements. `carried` letters are under way, `late`
    ones need new hours, `waiting` ones are neither.
    """

    turns: tuple[datetime, ...]
    nudges: tuple[datetime, ...]
    sittings: tuple[datetime, ...]
    leaves: datetime | None
    many: tuple[datetime, ...]
    carried: int
    late: int
    waiting: int
    digests: tuple[datetime, ...] = ()


def ahead(connection: Connection, at: datetime) -> Ahead:
    """Across all organisations; who is out of reach or rests has no turn until then."""
    seen: dict[str, list[datetime | None]] = defaultdict(list)
    for moment, what in find(connection, _SEEN, {"now": at}):
        seen[what].append(moment)
    late = sum(until is not None and until < at for until in seen["waiting"])
    return Ahead(
        turns=_moments(seen["turn"]),
        nudges=_moments(seen["nudge"]),
        sittings=_moments(seen["sitting"]),
        leaves=next(iter(seen["leaves"]), None),
        many=_moments(seen["many"]),
        carried=len(seen["carried"]),
        late=late,
        waiting=len(seen["waiting"]) - late,
        digests=_moments(seen["digest"]),
    )


def _moments(found: list[datetime | None]) -> tuple[datetime, ...]:
    return tuple(moment for moment in found if moment)
