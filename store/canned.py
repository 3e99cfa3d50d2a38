"""Canned answers: what the office answers often."""

from typing import Final

from sqlalchemy import bindparam, delete, select

from store.inquiry import Canned
from store.schema import canned
from store.scope import Scope, ours

_OURS: Final = select(canned.c.id, canned.c.title, canned.c.body).where(ours(canned)).order_by(canned.c.id)
_GONE: Final = delete(canned).where(ours(canned), canned.c.id == bindparam("which"))


class CannedAnswers(Scope):
    """The canned answers of one organisation."""

    __slots__ = ()

    def add(self, title: str, body: str) -> Canned:
        """A new one; raises AlreadyExists if one is called so."""
        return Canned(*self._create(canned, [canned.c.id, canned.c.title, canned.c.body], title=title, body=body))

    def all(self) -> tuple[Canned, ...]:
        """All of them, the oldest first."""
        return tuple(Canned(*row) for row in self._found(_OURS))

    def remove(self, which: int) -> bool:
        """It is offered no more; False if there is none such."""
        return self._done(_GONE, which=which) > 0
