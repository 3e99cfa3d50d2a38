"""Sections: the tree of 部, 課 and 係."""

from typing import Final

from sqlalchemy import bindparam, select

from store.errors import only
from store.office import Section
from store.schema import sections
from store.scope import Scope, ours

_COLUMNS: Final = tuple(sections.c[name] for name in ("id", "path", "name", "parent", "closed"))
_OURS: Final = select(*_COLUMNS).where(ours(sections)).order_by(sections.c.path)
_NUMBERED: Final = _OURS.where(sections.c.id == bindparam("section"))
_CALLED: Final = _OURS.where(sections.c.path == bindparam("called"))


class Sections(Scope):
    """The sections of one organisation."""

    __slots__ = ()

    def create(self, path: str, parent: int | None) -> Section:
        """A new section, below another one unless it stands at the top; raises AlreadyExists."""
        name = path.rpartition("/")[2]
        return Section(*self._create(sections, _COLUMNS, path=path, name=name, parent=parent, closed=False))

    def get(self, section: int) -> Section:
        """The section with this number; raises NotFound."""
        return Section(*only(self._found(_NUMBERED, section=section).all()))

    def by_path(self, path: str) -> Section | None:
        """The section with exactly this path."""
        row = self._found(_CALLED, called=path).one_or_none()
        return Section(*row) if row else None

    def all(self) -> tuple[Section, ...]:
        """The whole tree, closed ones too, by path."""
        return tuple(Section(*row) for row in self._found(_OURS))

    def close(self, section: int, *, closed: bool = True) -> bool:
        """Nobody works there any more; or people do again."""
        return self._write(sections, section, closed=closed)
