"""Lessons taken: given to somebody, and perhaps finished."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy import bindparam, func, select, update

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
_IN_DAYS: Final = (
    select(taken.c.enrolment, func.count(), func.count(taken.c.finished_at))
    .where(ours(taken), taken.c.day.between(bindparam("first"), bindparam("last")))
    .group_by(taken.c.enrolment)
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

    def in_days(self, first: date, last: date) -> Mapping[int, tuple[int, int]]:
        """By enrolment, how many lessons were given in these local days, and how many of those are finished by now."""
        rows = self._found(_IN_DAYS, first=first, last=last)
        return {enrolment: (given, finished) for enrolment, given, finished in rows}

    def all_of(self, enrolments: Sequence[int]) -> Mapping[int, tuple[Taken, ...]]:
        """The same for many at once; each has its own, empty or not."""
        found: dict[int, tuple[Taken, ...]] = dict.fromkeys(enrolments, ())
        for enrolment, *row in self._found(_OF_MANY, enrolments=enrolments):
            found[enrolment] += (Taken(*row),)
        return found
