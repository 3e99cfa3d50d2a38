"""Editions: the packs of courses that cohorts learn from."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from lessons.editions import Packed
from store.errors import only
from store.schema import editions
from store.scope import Scope, ours

_THIS: Final = select(editions.c.digest, editions.c.pack, editions.c.overlay).where(
    ours(editions), editions.c.digest == bindparam("which")
)


class Editions(Scope):
    """The editions one organisation's cohorts have kept."""

    __slots__ = ()

    def keep(self, packed: Packed, *, course: str, edition: str, at: datetime) -> bool:
        """Kept for good; False if it was before."""
        values = {"digest": packed.digest, "pack": packed.pack, "overlay": packed.overlay}
        return self._add(editions, course=course, edition=edition, at=at, **values)

    def get(self, digest: str) -> Packed:
        """The edition of this digest; raises NotFound."""
        return Packed(*only(self._found(_THIS, which=digest).all()))
