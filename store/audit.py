"""The audit log: who did what, when, on whom. It is only ever added to; the database itself refuses anything else."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import select

from store.office import Deed
from store.schema import audit
from store.scope import Scope, ours

_COLUMNS: Final = tuple(audit.c[name] for name in ("person", "actor", "verb", "target", "detail", "at"))
_OURS: Final = select(*_COLUMNS).where(ours(audit)).order_by(audit.c.id)


class Audit(Scope):
    """One organisation's log."""

    __slots__ = ()

    def note(self, deed: Deed) -> None:
        """It was done."""
        self._add(audit, **{column.name: getattr(deed, column.name) for column in _COLUMNS})

    def export(self) -> Iterator[Deed]:
        """Everything, the oldest first."""
        return (Deed(*row) for row in self._found(_OURS))
