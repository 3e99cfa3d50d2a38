"""Picks: a multiple choice, half filled in."""

from typing import Final

from sqlalchemy import and_, bindparam, delete, select

from store.schema import picks
from store.scope import Scope, ours

_THIS: Final = and_(ours(picks), picks.c.enrolment == bindparam("of"), picks.c.quiz == bindparam("which"))
_PICKED: Final = select(picks.c.labels).where(_THIS)
_CLEARED: Final = delete(picks).where(_THIS)


class Picks(Scope):
    """What one organisation's people have picked and not yet handed in."""

    __slots__ = ()

    def get(self, enrolment: int, quiz: str) -> tuple[str, ...]:
        """The labels picked so far."""
        labels: tuple[str, ...] | None = self._found(_PICKED, of=enrolment, which=quiz).scalar()
        return labels or ()

    def set(self, enrolment: int, quiz: str, labels: tuple[str, ...]) -> None:
        """These are picked now."""
        self._put(picks, enrolment=enrolment, quiz=quiz, labels=labels)

    def of(self, enrolment: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every quiz with something picked, and what."""
        which = select(picks.c.quiz, picks.c.labels).where(self._owned(picks), picks.c.enrolment == enrolment)
        return tuple((row[0], row[1]) for row in self.connection.execute(which.order_by(picks.c.quiz)))

    def clear(self, enrolment: int, quiz: str) -> None:
        """Nothing is picked."""
        self._done(_CLEARED, of=enrolment, which=quiz)
