"""Roles: who is what in an organisation."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select

from store.office import Grant, Role
from store.schema import roles
from store.scope import Scope, ours

_COLUMNS: Final = tuple(roles.c[name] for name in ("id", "person", "role", "section", "at"))
_OURS: Final = select(*_COLUMNS).where(ours(roles)).order_by(roles.c.id)
_OF_PERSON: Final = _OURS.where(roles.c.person == bindparam("of"))
_HELD_FAST: Final = _OURS.where(roles.c.role == bindparam("what")).with_for_update()
_GONE: Final = delete(roles).where(ours(roles), roles.c.id == bindparam("which"))


class Roles(Scope):
    """The roles of one organisation's people."""

    __slots__ = ()

    def grant(self, person: int, role: Role, section: int | None, at: datetime) -> bool:
        """The person is this from now on; False if they are already."""
        scope = "" if section is None else str(section)
        return self._add(roles, person=person, role=role, section=section, scope=scope, at=at)

    def of_person(self, person: int) -> tuple[Grant, ...]:
        """Everything the person is, the oldest first."""
        return tuple(Grant(*row) for row in self._found(_OF_PERSON, of=person))

    def all(self) -> tuple[Grant, ...]:
        """Everybody who is something."""
        return tuple(Grant(*row) for row in self._found(_OURS))

    def hold(self, role: Role) -> tuple[Grant, ...]:
        """Everybody who is this, which nobody else takes away until the transaction ends."""
        return tuple(Grant(*row) for row in self._found(_HELD_FAST, what=role))

    def revoke(self, which: int) -> bool:
        """This grant is over; False if it was, or is none of ours."""
        return self._done(_GONE, which=which) > 0
