"""Appointments: roles that wait for whoever brings the code. Only the codes' digests are kept."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select, update

from store.office import Appointment, Role
from store.passes import digest
from store.schema import appointments
from store.scope import Scope, ours

_COLUMNS: Final = tuple(appointments.c[name] for name in ("id", "role", "section", "expires_at", "used_at"))
_FOUND: Final = select(*_COLUMNS).where(ours(appointments), appointments.c.digest == bindparam("hash"))
_USED: Final = (
    update(appointments)
    .where(ours(appointments), appointments.c.id == bindparam("which"), appointments.c.used_at.is_(None))
    .values(used_at=bindparam("then"))
)


class Appointments(Scope):
    """The appointments of one organisation."""

    __slots__ = ()

    def offer(self, code: str, role: Role, section: int | None, expires_at: datetime) -> Appointment:
        """Whoever brings the code until then gets the role; raises AlreadyExists if the code is out already."""
        values = {"digest": digest(code), "role": role, "section": section, "expires_at": expires_at}
        return Appointment(*self._create(appointments, _COLUMNS, **values, used_at=None))

    def find(self, code: str) -> Appointment | None:
        """What the code stands for, used or not, expired or not."""
        row = self._found(_FOUND, hash=digest(code)).one_or_none()
        return Appointment(*row) if row else None

    def use(self, which: int, at: datetime) -> bool:
        """Whether this is the first time; a second one finds it used."""
        return self._done(_USED, which=which, then=at) > 0

    def sweep(self, before: datetime) -> int:
        """Forget those that expired before that moment; returns how many."""
        return self._change(delete(appointments).where(self._owned(appointments), appointments.c.expires_at < before))
