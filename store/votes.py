"""Votes: the answers to the question of an announcement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, func, select

from store.schema import votes
from store.scope import Scope, ours

_COUNTED: Final = (
    select(votes.c.option, func.count())
    .where(ours(votes), votes.c.announcement == bindparam("about"))
    .group_by(votes.c.option)
)
_OF: Final = select(votes.c.option).where(
    ours(votes), votes.c.announcement == bindparam("about"), votes.c.person == bindparam("whose")
)
_CAST: Final = tuple(votes.c[name] for name in ("announcement", "person", "option", "at"))
_BY: Final = (
    select(*_CAST).where(ours(votes), votes.c.person == bindparam("whose")).order_by(votes.c.at, votes.c.announcement)
)


@dataclass(frozen=True, slots=True)
class Voted:
    """Who chose which label of which announcement, and when."""

    announcement: int
    person: int
    option: str
    at: datetime


class Votes(Scope):
    """The votes of one organisation's people."""

    __slots__ = ()

    def cast(self, announcement: int, person: int, option: str, at: datetime) -> bool:
        """Counted; False if the person has voted: the first vote counts."""
        return self._add(votes, announcement=announcement, person=person, option=option, at=at)

    def of(self, announcement: int, person: int) -> str:
        """The label the person chose, or nothing."""
        chosen: str | None = self._found(_OF, about=announcement, whose=person).scalar_one_or_none()
        return chosen or ""

    def by(self, person: int) -> tuple[Voted, ...]:
        """Everything the person chose, the oldest first."""
        return tuple(Voted(*row) for row in self._found(_BY, whose=person))

    def counts(self, announcement: int) -> Mapping[str, int]:
        """How many chose each label; those nobody chose are not there."""
        return {row[0]: row[1] for row in self._found(_COUNTED, about=announcement)}

    def export(self, announcement: int) -> Iterator[Voted]:
        """Every vote on it, the oldest first; to be read before the transaction ends."""
        rows = self.connection.execute(
            select(*_CAST)
            .where(self._owned(votes), votes.c.announcement == announcement)
            .order_by(votes.c.at, votes.c.person)
            .execution_options(yield_per=1000)
        )
        return (Voted(*row) for row in rows)
