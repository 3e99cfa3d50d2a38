"""Overlays: what an organisation lays over the courses its new cohorts take."""

from datetime import datetime
from typing import Final

from sqlalchemy import and_, bindparam, delete, select

from store.schema import overlays
from store.scope import Scope, ours

_THIS: Final = and_(ours(overlays), overlays.c.course == bindparam("upon"))
_PACK: Final = select(overlays.c.pack).where(_THIS)
_GONE: Final = delete(overlays).where(_THIS)
_ALL: Final = (
    select(overlays.c.course, overlays.c.pack, overlays.c.at).where(ours(overlays)).order_by(overlays.c.course)
)


class Overlays(Scope):
    """One organisation's overlays, at most one for each course."""

    __slots__ = ()

    def set(self, course: str, pack: bytes, at: datetime) -> None:
        """From now on this lies upon the course."""
        self._put(overlays, course=course, pack=pack, at=at)

    def get(self, course: str) -> bytes:
        """What lies upon the course; empty if nothing does."""
        pack: bytes | None = self._found(_PACK, upon=course).scalar()
        return pack or b""

    def all(self) -> tuple[tuple[str, bytes, datetime], ...]:
        """Every course with something upon it: its id, what, and since when."""
        return tuple((row[0], row[1], row[2]) for row in self._found(_ALL))

    def clear(self, course: str) -> bool:
        """Nothing lies upon the course any more; False if nothing did."""
        return self._done(_GONE, upon=course) > 0
