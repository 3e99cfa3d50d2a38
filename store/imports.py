"""Imports of the roster, so that the last one can be taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from store.office import Import
from store.schema import organisations, roster_imports
from store.scope import Scope, ours

_COLUMNS: Final = tuple(roster_imports.c[name] for name in ("id", "before", "after", "sections", "undone", "ended"))
_LAST: Final = select(*_COLUMNS).where(ours(roster_imports)).order_by(roster_imports.c.id.desc()).limit(1)
_EMPTIED: Final = (
    update(roster_imports).where(ours(roster_imports)).values(before=bindparam("empty"), after=bindparam("empty"))
)
_LOCKED: Final = (
    select(organisations.c.id).where(organisations.c.id == bindparam("ours")).with_for_update(key_share=True)
)
"""Nobody else's writing waits for it: rows that name the organisation take a weaker lock."""


class Imports(Scope):
    """One organisation's imports."""

    __slots__ = ()

    def lock(self) -> None:
        """One import at a time: whoever comes second waits here, and then sees what the first has made of the list."""
        self._found(_LOCKED)

    def keep(self, *, before: str, after: str, sections: Sequence[int], ended: Sequence[int], at: datetime) -> None:
        """How those concerned stood before and stand now; of earlier imports that is forgotten."""
        self._done(_EMPTIED, empty="")
        told = tuple(map(str, sections))
        kept = {"before": before, "after": after, "sections": told, "ended": tuple(map(str, ended))}
        self._add(roster_imports, **kept, at=at, undone=False)

    def last(self) -> Import | None:
        """The last one, taken back or not."""
        row = self._found(_LAST).one_or_none()
        if row is None:
            return None
        return Import(row[0], row[1], row[2], tuple(map(int, row[3])), row[4], tuple(map(int, row[5])))

    def undo(self, which: int) -> bool:
        """It was taken back, and what it knew is forgotten."""
        return self._write(roster_imports, which, undone=True, before="", after="")
