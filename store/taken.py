"""Lessons taken: given to somebody, and perhaps finished."""

from datetime import date, datetime

from sqlalchemy import select, update

from store.schema import taken
from store.scope import Scope
from store.values import Taken


class Lessons(Scope):
    """The lessons one organisation's people have taken."""

    __slots__ = ()

    def deliver(self, enrolment: int, lesson: int, day: date, at: datetime) -> bool:
        """The lesson was given on this local day; False if it was before, which stands."""
        return self._add(taken, enrolment=enrolment, lesson=lesson, day=day, delivered_at=at)

    def finish(self, enrolment: int, lesson: int, day: date, at: datetime) -> bool:
        """The lesson was finished on this local day; False if it was before, which stands, or never given."""
        return (
            self._change(
                update(taken)
                .where(self._owned(taken), taken.c.enrolment == enrolment, taken.c.lesson == lesson)
                .where(taken.c.finished_at.is_(None))
                .values(finished_day=day, finished_at=at)
            )
            > 0
        )

    def all(self, enrolment: int) -> tuple[Taken, ...]:
        """What was taken so far, in the order of the lessons."""
        rows = self.connection.execute(
            select(taken.c.lesson, taken.c.day, taken.c.delivered_at, taken.c.finished_day, taken.c.finished_at)
            .where(self._owned(taken), taken.c.enrolment == enrolment)
            .order_by(taken.c.lesson)
        )
        return tuple(Taken(*row) for row in rows)
