"""Pictures we drew: each behind an address that nobody guesses, for a while."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select

from store.prepared import find
from store.schema import pictures
from store.scope import Scope, ours

_ABOUT: Final = select(pictures.c.secret).where(ours(pictures), pictures.c.about == bindparam("what"))
_SHOWN: Final = select(pictures.c.png).where(
    pictures.c.secret == bindparam("key"), pictures.c.expires_at > bindparam("now")
)


class Pictures(Scope):
    """The pictures of one organisation."""

    __slots__ = ()

    def keep(self, about: str, secret: str, png: bytes, expires_at: datetime) -> bool:
        """Whoever has the secret sees it until then; False if there is one of this already, which stays."""
        return self._add(pictures, about=about, secret=secret, png=png, expires_at=expires_at)

    def secret(self, about: str) -> str:
        """The secret of the picture of this, or an empty string."""
        return next(iter(self._found(_ABOUT, what=about).scalars()), "")

    def sweep(self, before: datetime) -> int:
        """Forget pictures that expired before that moment; returns how many."""
        return self._change(delete(pictures).where(self._owned(pictures), pictures.c.expires_at < before))


@dataclass(frozen=True, slots=True)
class AllPictures:
    """The pictures of all organisations: the secret alone allows a look."""

    connection: Connection

    def png(self, secret: str, at: datetime) -> bytes | None:
        """The picture behind the secret; None if there is none, or its time is over."""
        found: bytes | None = find(self.connection, _SHOWN, {"key": secret, "now": at}).scalar()
        return found
