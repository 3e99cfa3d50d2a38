"""Decisions: what somebody said about an announcement that was submitted."""

from typing import Final

from sqlalchemy import bindparam, select

from store.announcement import Decision
from store.schema import decisions
from store.scope import Scope, ours

_COLUMNS: Final = tuple(decisions.c[name] for name in ("announcement", "person", "name", "granted", "comment", "at"))
_OF: Final = (
    select(*_COLUMNS)
    .where(ours(decisions), decisions.c.announcement == bindparam("about"))
    .order_by(decisions.c.id.desc())
)


class Decisions(Scope):
    """One organisation's decisions: only ever added to."""

    __slots__ = ()

    def add(self, decision: Decision) -> None:
        """It was said."""
        self._add(decisions, **{column.name: getattr(decision, column.name) for column in _COLUMNS})

    def of(self, announcement: int) -> tuple[Decision, ...]:
        """What was said about this one, the newest first."""
        return tuple(Decision(*row) for row in self._found(_OF, about=announcement))
