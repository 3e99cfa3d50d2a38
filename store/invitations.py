"""Invitations: personal codes to join with. Only their digests are kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, insert, select, update

from store.office import Invitation
from store.passes import digest
from store.schema import invitations
from store.scope import Scope, ours

_COLUMNS: Final = tuple(invitations.c[name] for name in ("id", "staff", "cohort", "expires_at", "used_at"))
_FOUND: Final = select(*_COLUMNS).where(ours(invitations), invitations.c.digest == bindparam("hash"))
_USED: Final = (
    update(invitations)
    .where(ours(invitations), invitations.c.id == bindparam("which"), invitations.c.used_at.is_(None))
    .values(used_at=bindparam("then"))
)
_GONE: Final = delete(invitations).where(ours(invitations), invitations.c.staff == bindparam("of"))


class Invitations(Scope):
    """The invitations of one organisation."""

    __slots__ = ()

    def offer(self, codes: Mapping[int, str], cohort: int, expires_at: datetime) -> None:
        """A code for each of these staff, by their numbers here; what they had before is worth nothing any more."""
        if not codes:
            return
        self.clear([*codes])
        ours_alike = {"organisation": self.organisation, "cohort": cohort, "expires_at": expires_at, "used_at": None}
        rows = [ours_alike | {"staff": which, "digest": digest(code)} for which, code in codes.items()]
        self.connection.execute(insert(invitations), rows)

    def find(self, code: str) -> Invitation | None:
        """What the code stands for, used or not, expired or not."""
        row = self._found(_FOUND, hash=digest(code)).one_or_none()
        return Invitation(*row) if row else None

    def use(self, which: int, at: datetime) -> bool:
        """Whether this is the first time; a second one finds it used."""
        return self._done(_USED, which=which, then=at) > 0

    def clear(self, staff: Sequence[int]) -> None:
        """No code is out for any of these any more."""
        if staff:
            self.connection.execute(_GONE, [{"ours": self.organisation, "of": each} for each in staff])
