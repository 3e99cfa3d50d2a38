"""Posts: who works in which section."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, delete, insert, select

from store.office import Post
from store.schema import posts
from store.scope import Scope, ours

_COLUMNS: Final = tuple(posts.c[name] for name in ("staff", "section", "title", "concurrent"))
_OURS: Final = select(*_COLUMNS).where(ours(posts)).order_by(posts.c.staff, posts.c.concurrent, posts.c.section)
_OF: Final = _OURS.where(posts.c.staff == bindparam("of"))
_GONE: Final = delete(posts).where(ours(posts), posts.c.staff == bindparam("of"))


class Posts(Scope):
    """The posts of one organisation's staff."""

    __slots__ = ()

    def add(self, new: Sequence[Post]) -> None:
        """Many at once."""
        rows = [
            {"organisation": self.organisation, **{c.name: getattr(each, c.name) for c in _COLUMNS}} for each in new
        ]
        if rows:
            self.connection.execute(insert(posts), rows)

    def of(self, staff: int) -> tuple[Post, ...]:
        """Where somebody works, the main post first."""
        return tuple(Post(*row) for row in self._found(_OF, of=staff))

    def all(self) -> tuple[Post, ...]:
        """Every post."""
        return tuple(Post(*row) for row in self._found(_OURS))

    def clear(self, staff: int) -> int:
        """They have no post any more; returns how many they had."""
        return self._done(_GONE, of=staff)

    def clear_all(self, staff: Sequence[int]) -> None:
        """None of them has a post any more."""
        if staff:
            self.connection.execute(_GONE, [{"ours": self.organisation, "of": each} for each in staff])
