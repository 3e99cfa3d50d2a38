"""Imports of the roster, so that the last one can be taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from store.office import Import
from store.schema import roster_imports
from store.scope import Scope, ours

_COLUMNS: Final = tuple(roster_imports.c[name] for name in ("id", "before", "after", "sections", "undone"))
_LAST: Final = select(*_COLUMNS).where(ours(roster_imports)).order_by(roster_imports.c.id.desc()).limit(1)
_EMPTIED: Final = (
    update(roster_imports).where(ours(roster_imports)).values(before=bindparam("empty"), after=bindparam("empty"))
)


class Imports(Scope):
    """One organisation's imports."""

    __slots__ = ()

    def keep(self, *, before: str, after: str, sections: Sequence[int], at: datetime) -> None:
        """How those concerned stood before and stand now; of earlier imports that is forgotten."""
        self._done(_EMPTIED, empty="")
        told = tuple(map(str, sections))
        self._add(roster_imports, before=before, after=after, sections=told, at=at, undone=False)

    def last(self) -> Import | None:
        """The last one, taken back or not."""
        row = self._found(_LAST).one_or_none()
        return Import(row[0], row[1], row[2], tuple(map(int, row[3])), row[4]) if row else None

    def undo(self, which: int) -> bool:
        """It was taken back, and what it knew is forgotten."""
        return self._write(roster_imports, which, undone=True, before="", after="")
