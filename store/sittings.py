"""Sittings: who is asked on which occasion, from when, and whether they have answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Integer, Select, bindparam, func, select, update

from lessons.assessment import KnowledgeForm, Occasion
from store.schema import accounts, cohorts, contacts, enrolments, sittings
from store.scope import Scope, ours, ours_too
from store.values import EnrolmentState


@dataclass(frozen=True, slots=True)
class Sitting:
    """One occasion of one learner. Until `opened_at` it waits for `due_at`; `recalled_at` is when it was spoken of once
    more, `finished_at` when every part was answered. `form` is the knowledge form, where the occasion has one.
    """

    id: int
    enrolment: int
    occasion: Occasion
    form: KnowledgeForm
    due_at: datetime | None
    opened_at: datetime | None
    recalled_at: datetime | None
    finished_at: datetime | None


_COLUMNS: Final = tuple(
    sittings.c[name]
    for name in ("id", "enrolment", "occasion", "form", "due_at", "opened_at", "recalled_at", "finished_at")
)
_OF: Final = (
    select(*_COLUMNS).where(ours_too(sittings), sittings.c.enrolment == bindparam("enrolment")).order_by(sittings.c.id)
)
_NUMBERED: Final = select(*_COLUMNS).where(ours(sittings), sittings.c.id == bindparam("which"))
_THIS: Final = update(sittings).where(ours(sittings), sittings.c.id == bindparam("which"))
_RECALLED: Final = _THIS.where(sittings.c.recalled_at.is_(None)).values(recalled_at=bindparam("then"))
_FINISHED: Final = _THIS.where(sittings.c.finished_at.is_(None)).values(finished_at=bindparam("then"))
_WATCHED: Final = (
    select(sittings.c.organisation)
    .join(enrolments, enrolments.c.id == sittings.c.enrolment)
    .join(cohorts, cohorts.c.id == enrolments.c.cohort)
    .join(contacts, contacts.c.id == enrolments.c.contact)
    .join(accounts, accounts.c.id == contacts.c.account)
    .where(enrolments.c.state != EnrolmentState.LEFT, cohorts.c.paused.is_(False), enrolments.c.silent.is_(False))
    .where(contacts.c.reachable.is_(True), accounts.c.active.is_(True))
)
DUE: Final = _WATCHED.where(sittings.c.due_at <= bindparam("now"))
"""The numbers of organisations with sittings whose time has come."""
_DUE_HERE: Final = (
    DUE.where(ours(sittings))
    .order_by(sittings.c.due_at, sittings.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_only_columns(*_COLUMNS)
    .with_for_update(of=sittings, skip_locked=True)
)
_TO_COME: Final = _WATCHED.with_only_columns(func.count()).where(
    ours(sittings),
    contacts.c.account == bindparam("account"),
    sittings.c.due_at < bindparam("before", type_=sittings.c.due_at.type),
)


class Sittings(Scope):
    """The sittings of one organisation's people."""

    __slots__ = ()

    def open(self, enrolment: int, occasion: Occasion, form: KnowledgeForm, at: datetime) -> bool:
        """The occasion has come for the learner; False if it had before, which stands."""
        return self._add(sittings, enrolment=enrolment, occasion=occasion, form=form, opened_at=at)

    def plan(self, enrolment: int, occasion: Occasion, form: KnowledgeForm, due_at: datetime) -> bool:
        """The occasion will come then, unasked; False if it is planned already, or has come."""
        return self._add(sittings, enrolment=enrolment, occasion=occasion, form=form, due_at=due_at)

    def of(self, enrolment: int) -> tuple[Sitting, ...]:
        """All of a learner's, in the order in which they came or were planned."""
        return tuple(Sitting(*row) for row in self._found(_OF, enrolment=enrolment))

    def get(self, sitting: int) -> Sitting | None:
        """The one with this number."""
        row = self._found(_NUMBERED, which=sitting).one_or_none()
        return Sitting(*row) if row else None

    def due(self, now: datetime, limit: int) -> tuple[Sitting, ...]:
        """Planned ones whose time has come, in order, where the cohort does not rest and the person is reached.

        Only within `begin`: another worker passes over what is returned here until the transaction ends.
        """
        return tuple(Sitting(*row) for row in self._found(_DUE_HERE, now=now, most=limit))

    def to_come(self, account: int, before: datetime) -> int:
        """How many of the planned ones come before that moment to who is reached at this account."""
        many: int = self._found(_TO_COME, account=account, before=before).scalar_one()
        return many

    def move(self, sitting: int, due_at: datetime | None) -> bool:
        """It comes then instead, or not at all."""
        return self._write(sittings, sitting, due_at=due_at)

    def begin(self, sitting: int, at: datetime) -> bool:
        """A planned one has come."""
        return self._write(sittings, sitting, due_at=None, opened_at=at)

    def recall(self, sitting: int, at: datetime) -> bool:
        """It is spoken of once more; False if it was before."""
        return self._done(_RECALLED, which=sitting, then=at) > 0

    def finish(self, sitting: int, at: datetime) -> bool:
        """Every part is answered; False if that was so before."""
        return self._done(_FINISHED, which=sitting, then=at) > 0

    def counts(self, cohort: int) -> Mapping[Occasion, tuple[int, int]]:
        """For each occasion that has come in the cohort: how many have finished it, of how many it came to."""
        rows = self.connection.execute(
            select(sittings.c.occasion, func.count(sittings.c.finished_at), func.count(sittings.c.opened_at))
            .join(enrolments, enrolments.c.id == sittings.c.enrolment)
            .where(self._owned(sittings), enrolments.c.cohort == cohort, sittings.c.opened_at.is_not(None))
            .group_by(sittings.c.occasion)
        )
        found = {row[0]: (row[1], row[2]) for row in rows}
        return {occasion: found[occasion] for occasion in Occasion if occasion in found}


def sat() -> Select[Any]:
    """When the time comes of those that are planned."""
    return _WATCHED.with_only_columns(sittings.c.due_at).where(sittings.c.due_at.is_not(None)).distinct()
