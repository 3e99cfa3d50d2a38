"""Lessons taken: given to somebody, and perhaps finished."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from store.schema import taken
from store.scope import Scope, ours
from store.values import Taken

_COLUMNS: Final = taken.c.lesson, taken.c.day, taken.c.delivered_at, taken.c.finished_day, taken.c.finished_at
_OURS: Final = (
    select(*_COLUMNS).where(ours(taken), taken.c.enrolment == bindparam("enrolment")).order_by(taken.c.lesson)
)
_OF_MANY: Final = (
    select(taken.c.enrolment, *_COLUMNS)
    .where(ours(taken), taken.c.enrolment.in_(bindparam("enrolments", expanding=True)))
    .order_by(taken.c.lesson)
)
_FINISHED: Final = (
    update(taken)
    .where(ours(taken), taken.c.enrolment == bindparam("of"), taken.c.lesson == bindparam("number"))
    .where(taken.c.finished_at.is_(None))
)


class Lessons(Scope):
    """The lessons one organisation's people have taken."""

    __slots__ = ()

    def deliver(self, enrolment: int, lesson: int, day: date, at: datetime) -> bool:
        """The lesson was given on this local day; False if it was before, which stands."""
        return self._add(taken, enrolment=enrolment, lesson=lesson, day=day, delivered_at=at)

    def finish(self, enrolment: int, lesson: int, day: date, at: datetime) -> bool:
        """The lesson was finished on this local day; False if it was before, which stands, or never given."""
        return self._done(_FINISHED, of=enrolment, number=lesson, finished_day=day, finished_at=at) > 0

    def all(self, enrolment: int) -> tuple[Taken, ...]:
        """What was taken so far, in the order of the lessons."""
        return tuple(Taken(*row) for row in self._found(_OURS, enrolment=enrolment))

    def all_of(self, enrolments: Sequence[int]) -> Mapping[int, tuple[Taken, ...]]:
        """The same for many at once; each has its own, empty or not."""
        found: dict[int, tuple[Taken, ...]] = dict.fromkeys(enrolments, ())
        for enrolment, *row in self._found(_OF_MANY, enrolments=enrolments):
            found[enrolment] += (Taken(*row),)
        return found
