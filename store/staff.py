"""The list of staff, whether they learn or not."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, delete, insert, select, update

from store.office import Staff
from store.schema import staff
from store.scope import Scope, ours

_WRITTEN: Final = ("number", "name", "kana", "alias", "employment", "days", "email", "left_on")
_COLUMNS: Final = tuple(staff.c[name] for name in ("id", *_WRITTEN[:-1], "person", "left_on"))
_OURS: Final = select(*_COLUMNS).where(ours(staff)).order_by(staff.c.number)
_SAVED: Final = update(staff).where(ours(staff), staff.c.id == bindparam("which"))
_GONE: Final = delete(staff).where(ours(staff), staff.c.id == bindparam("which"))
_OF_PERSON: Final = _OURS.where(staff.c.person == bindparam("of"))


class StaffList(Scope):
    """One organisation's list of staff."""

    __slots__ = ()

    def add(self, new: Sequence[Staff]) -> None:
        """Many at once; their own `id` is not looked at. Raises nothing but what a second same number raises."""
        rows = [self._row(each) | {"organisation": self.organisation} for each in new]
        if rows:
            self.connection.execute(insert(staff), rows)

    def of_person(self, person: int) -> Staff | None:
        """Who this person is on the list."""
        row = self._found(_OF_PERSON, of=person).one_or_none()
        return Staff(*row) if row else None

    def all(self) -> tuple[Staff, ...]:
        """Everybody, those who left too, by number."""
        return tuple(Staff(*row) for row in self._found(_OURS))

    def save(self, changed: Staff) -> bool:
        """What is written about them is now this; who they are here stays."""
        return self._write(staff, changed.id, **self._row(changed))

    def save_all(self, changed: Sequence[Staff]) -> None:
        """The same for many at once."""
        if changed:
            rows = [self._row(each) | {"ours": self.organisation, "which": each.id} for each in changed]
            self.connection.execute(_SAVED.values({name: bindparam(name) for name in _WRITTEN}), rows)

    def remove(self, which: Sequence[int]) -> None:
        """They never stood on the list; nothing may point to them any more."""
        if which:
            self.connection.execute(_GONE, [{"ours": self.organisation, "which": each} for each in which])

    def meet(self, which: int, person: int | None) -> bool:
        """The one on the list is this person; None: nobody any more."""
        return self._write(staff, which, person=person)

    @staticmethod
    def _row(of: Staff) -> dict[str, object]:
        return {name: getattr(of, name) for name in _WRITTEN}
