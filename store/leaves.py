"""Leaves: when somebody is away, and why is nobody's business."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from lessons.hours import Pause
from store.schema import leaves
from store.scope import Scope, ours

_THIS: Final = ours(leaves), leaves.c.enrolment == bindparam("of")
_OF: Final = select(leaves.c.since, leaves.c.until).where(*_THIS).order_by(leaves.c.since)
_ENDED: Final = (
    update(leaves)
    .where(*_THIS, leaves.c.since <= bindparam("then"), leaves.c.until > bindparam("then"))
    .values(until=bindparam("then"))
)


class Leaves(Scope):
    """The leaves of one organisation's people."""

    __slots__ = ()

    def add(self, enrolment: int, since: datetime, until: datetime) -> None:
        """Away from the one moment up to the other."""
        self._add(leaves, enrolment=enrolment, since=since, until=until)

    def end(self, enrolment: int, at: datetime) -> bool:
        """Back at that moment; False if not away then."""
        return self._done(_ENDED, of=enrolment, then=at) > 0

    def of(self, enrolment: int) -> tuple[Pause, ...]:
        """When the person was or will be away, in order."""
        return tuple(Pause(*row) for row in self._found(_OF, of=enrolment))
