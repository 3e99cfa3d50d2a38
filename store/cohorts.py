"""Cohorts, and when they rested."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, exists, func, select, update

from lessons.hours import Pause
from store.errors import only
from store.schema import cohorts, enrolments, pauses
from store.scope import Scope, ours
from store.values import Cohort, EnrolmentState

_COLUMNS: Final = tuple(
    cohorts.c[name]
    for name in (
        *("id", "name", "course", "edition", "code", "starts_on", "delivery_time", "paused", "created_at"),
        *("digest", "reserve"),
    )
)
_RESTED: Final = exists().where(pauses.c.cohort == cohorts.c.id).label("rested")
_OURS: Final = select(*_COLUMNS, _RESTED).where(ours(cohorts)).order_by(cohorts.c.id)
_NUMBERED: Final = _OURS.where(cohorts.c.id == bindparam("cohort"))
_CALLED: Final = _OURS.where(cohorts.c.code == bindparam("code"))
_PAUSES: Final = select(pauses.c.cohort, pauses.c.since, pauses.c.until).where(ours(pauses)).order_by(pauses.c.since)
_PAUSES_HERE: Final = _PAUSES.where(pauses.c.cohort == bindparam("cohort"))

_COUNTS: Final = (
    select(enrolments.c.state, func.count())
    .where(ours(enrolments), enrolments.c.cohort == bindparam("cohort"))
    .group_by(enrolments.c.state)
)


class Cohorts(Scope):
    """The cohorts of one organisation."""

    __slots__ = ()

    def create(
        self,
        *,
        name: str,
        course: str,
        edition: str,
        code: str,
        starts_on: date,
        delivery_time: time,
        at: datetime,
        digest: str = "",
        reserve: int = 0,
    ) -> Cohort:
        """A new cohort; raises AlreadyExists if the code is taken, by whomever."""
        row = self._create(
            cohorts,
            _COLUMNS,
            name=name,
            course=course,
            edition=edition,
            code=code,
            starts_on=starts_on,
            delivery_time=delivery_time,
            paused=False,
            created_at=at,
            digest=digest,
            reserve=reserve,
        )
        return Cohort(*row)

    def get(self, cohort: int) -> Cohort:
        """The cohort with this number; raises NotFound."""
        return only(self._all(_NUMBERED, _PAUSES_HERE, cohort=cohort))

    def by_code(self, code: str) -> Cohort | None:
        """The cohort one joins with exactly this code."""
        return next(iter(self._all(_CALLED, _PAUSES, code=code)), None)

    def all(self) -> tuple[Cohort, ...]:
        """All cohorts, the oldest first."""
        return self._all(_OURS, _PAUSES)

    def learn(self, cohort: int, digest: str, edition: str, *, instead_of: str = "") -> bool:
        """From now on the cohort learns from this edition; False if it does not from that other one now."""
        mine = update(cohorts).where(self._at(cohorts, cohort), cohorts.c.digest == instead_of)
        return self._change(mine.values(digest=digest, edition=edition)) > 0

    def add_pause(self, cohort: int, since: datetime) -> bool:
        """The cohort rests until somebody says otherwise; False if it does already, or is none of ours."""
        began = self._change(
            update(cohorts).where(self._at(cohorts, cohort), cohorts.c.paused.is_(False)).values(paused=True)
        )
        return began > 0 and self._add(pauses, cohort=cohort, since=since, until=None)

    def end_pause(self, cohort: int, until: datetime) -> bool:
        """The cohort goes on; False if it did not rest."""
        ended = self._change(
            update(pauses)
            .where(self._owned(pauses), pauses.c.cohort == cohort, pauses.c.until.is_(None))
            .values(until=until)
        )
        return ended > 0 and self._write(cohorts, cohort, paused=False)

    def counts(self, cohort: int) -> Mapping[EnrolmentState, int]:
        """How many people are in each state; every state has its number."""
        rows = self._found(_COUNTS, cohort=cohort)
        return dict.fromkeys(EnrolmentState, 0) | {row[0]: row[1] for row in rows}

    def _all(
        self, which: Select[*tuple[Any, ...]], rested: Select[*tuple[Any, ...]], **values: object
    ) -> tuple[Cohort, ...]:
        rows = self._found(which, **values).all()
        found = tuple(Cohort(*row[:-1]) for row in rows)
        if not any(row.rested for row in rows):  # most never did
            return found
        rests: dict[int, list[Pause]] = defaultdict(list)
        for cohort, since, until in self._found(rested, **values):
            rests[cohort].append(Pause(since, until))
        return tuple(replace(each, pauses=tuple(rests[each.id])) for each in found)


@dataclass(frozen=True, slots=True)
class Codes:
    """The cohorts of all organisations, as far as their codes."""

    connection: Connection

    def codes(self) -> Mapping[str, int]:
        """Every code, and the organisation it belongs to."""
        rows = self.connection.execute(select(cohorts.c.code, cohorts.c.organisation))
        return {row.code: row.organisation for row in rows}
