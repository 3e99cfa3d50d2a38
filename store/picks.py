"""Picks: a multiple choice, half filled in."""

from sqlalchemy import ColumnElement, and_, delete, select

from store.schema import picks
from store.scope import Scope


class Picks(Scope):
    """What one organisation's people have picked and not yet handed in."""

    __slots__ = ()

    def get(self, enrolment: int, quiz: str) -> tuple[str, ...]:
        """The labels picked so far."""
        labels: tuple[str, ...] | None = self.connection.execute(
            select(picks.c.labels).where(self._this(enrolment, quiz))
        ).scalar()
        return labels or ()

    def set(self, enrolment: int, quiz: str, labels: tuple[str, ...]) -> None:
        """These are picked now."""
        self._put(picks, enrolment=enrolment, quiz=quiz, labels=labels)

    def clear(self, enrolment: int, quiz: str) -> None:
        """Nothing is picked."""
        self._change(delete(picks).where(self._this(enrolment, quiz)))

    def _this(self, enrolment: int, quiz: str) -> ColumnElement[bool]:
        return and_(self._owned(picks), picks.c.enrolment == enrolment, picks.c.quiz == quiz)
