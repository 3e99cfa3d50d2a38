"""Passes: secrets that let one person in, once, for a short while. Only their digests are kept."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, true, update

from store.prepared import find
from store.schema import passes
from store.scope import Scope, ours
from store.values import Pass

_COLUMNS: Final = tuple(passes.c[name] for name in ("id", "person", "purpose", "expires_at", "used_at"))
_OURS: Final = select(*_COLUMNS).where(ours(passes), passes.c.digest == bindparam("hash"))
_ANYBODYS: Final = select(passes.c.organisation).where(passes.c.digest == bindparam("hash"))
_USED: Final = (
    update(passes)
    .where(ours(passes), passes.c.id == bindparam("which"), passes.c.used_at.is_(None))
    .values(used_at=bindparam("then"))
)


class Passes(Scope):
    """The passes of one organisation's people."""

    __slots__ = ()

    def give(self, person: int, secret: str, *, purpose: str, expires_at: datetime) -> Pass:
        """The secret lets this person in until then; raises AlreadyExists if it is given out already."""
        values = {"person": person, "digest": digest(secret), "purpose": purpose, "expires_at": expires_at}
        return Pass(*self._create(passes, _COLUMNS, **values, used_at=None))

    def find(self, secret: str) -> Pass | None:
        """The pass with this secret, used or not, expired or not."""
        row = self._found(_OURS, hash=digest(secret)).one_or_none()
        return Pass(*row) if row else None

    def use(self, which: int, at: datetime) -> bool:
        """Whether this is the first time; a second one finds it used."""
        return self._done(_USED, which=which, then=at) > 0

    def revoke(self, person: int, purpose: str = "") -> int:
        """What was given to the person for this purpose, or for any, lets nobody in any more; returns how many."""
        theirs = passes.c.person == person, passes.c.purpose == purpose if purpose else true()
        return self._change(delete(passes).where(self._owned(passes), *theirs))

    def sweep(self, before: datetime) -> int:
        """Forget passes that expired before that moment; returns how many."""
        return self._change(delete(passes).where(self._owned(passes), passes.c.expires_at < before))


@dataclass(frozen=True, slots=True)
class AllPasses:
    """The passes of all organisations, as far as whose they are."""

    connection: Connection

    def owner(self, secret: str) -> int | None:
        """The organisation where this secret was given out."""
        owner: int | None = find(self.connection, _ANYBODYS, {"hash": digest(secret)}).scalar()
        return owner


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode(errors="surrogatepass")).hexdigest()
