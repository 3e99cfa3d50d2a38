"""Votes: the answers to the question of an announcement."""

from collections.abc import Mapping
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

    def counts(self, announcement: int) -> Mapping[str, int]:
        """How many chose each label; those nobody chose are not there."""
        return {row[0]: row[1] for row in self._found(_COUNTED, about=announcement)}
