"""Traces: which rows keep something of which message, so that a message taken back takes that along."""

from datetime import datetime
from typing import Final

from sqlalchemy import and_, bindparam, delete, select

from store.schema import traces
from store.scope import Scope, ours
from store.values import Kept, Trace

_THIS: Final = and_(ours(traces), traces.c.account == bindparam("there"), traces.c.message == bindparam("which"))
_FOUND: Final = select(traces.c.person, traces.c.kind, traces.c.row).where(_THIS)
_GONE: Final = delete(traces).where(_THIS)
_OF_ROW: Final = delete(traces).where(
    ours(traces), traces.c.kind == bindparam("what"), traces.c.row == bindparam("at_row")
)


class Traces(Scope):
    """The traces in one organisation."""

    __slots__ = ()

    def leave(self, account: int, message: str, *, person: int, kind: Kept, row: int, at: datetime) -> None:
        """This row keeps something of that message. A message without an id leaves no trace."""
        if message:
            self._add(traces, account=account, message=message, person=person, kind=kind, row=row, at=at)

    def take(self, account: int, message: str) -> Trace | None:
        """What the message left behind, which is then traced no more."""
        row = self._found(_FOUND, there=account, which=message).one_or_none()
        self._done(_GONE, there=account, which=message)
        return Trace(*row) if row else None

    def drop(self, kind: Kept, row: int) -> int:
        """What the row keeps is from no message any more, or from another one; returns how many traces led there."""
        return self._done(_OF_ROW, what=kind, at_row=row)

    def sweep(self, before: datetime) -> int:
        """Forget where things came from before that moment; the things themselves stay. Returns how many."""
        return self._sweep(traces, before)
