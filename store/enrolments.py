"""Enrolments: who is in which cohort, and what comes next for them, when."""

from datetime import datetime, time
from typing import Any, Final

from sqlalchemy import Select, bindparam, select

from store.errors import only
from store.schema import accounts, cohorts, contacts, enrolments
from store.scope import Scope, ours
from store.values import Enrolment, EnrolmentState

_COLUMNS: Final = tuple(
    enrolments.c[name]
    for name in (
        "id",
        "cohort",
        "person",
        "contact",
        "state",
        "delivery_time",
        "next_at",
        "next_lesson",
        "joined_at",
        "seen_on",
        "quiet",
        "nudge_at",
    )
)
_ACTIVE: Final = enrolments.c.state == EnrolmentState.ACTIVE
_OURS: Final = select(*_COLUMNS).where(ours(enrolments)).order_by(enrolments.c.id)
_NUMBERED: Final = _OURS.where(enrolments.c.id == bindparam("enrolment"))
_IN_COHORT: Final = _OURS.where(enrolments.c.cohort == bindparam("cohort"))
_THERE: Final = _IN_COHORT.where(enrolments.c.person == bindparam("person"))
_EVER: Final = _OURS.where(enrolments.c.person == bindparam("person"))
_OF_PERSON: Final = _OURS.where(enrolments.c.state != EnrolmentState.LEFT, enrolments.c.person == bindparam("person"))


class Enrolments(Scope):
    """The enrolments of one organisation."""

    __slots__ = ()

    def create(
        self,
        *,
        cohort: int,
        person: int,
        contact: int,
        delivery_time: time,
        next_at: datetime | None,
        at: datetime,
        next_lesson: int = 1,
    ) -> Enrolment:
        """The person is in the cohort; raises AlreadyExists if they ever were."""
        row = self._create(
            enrolments,
            _COLUMNS,
            cohort=cohort,
            person=person,
            contact=contact,
            state=EnrolmentState.ACTIVE,
            delivery_time=delivery_time,
            next_at=next_at,
            next_lesson=next_lesson,
            joined_at=at,
        )
        return Enrolment(*row)

    def join(self, *, cohort: int, person: int, contact: int, delivery_time: time, at: datetime) -> Enrolment:
        """The person is active in the cohort and reached here: newly, or again after having left. One who never left,
        or has finished, stays as they are.
        """
        there = self._all(_THERE, cohort=cohort, person=person)
        if not there:
            return self.create(
                cohort=cohort, person=person, contact=contact, delivery_time=delivery_time, next_at=None, at=at
            )
        if there[0].state is EnrolmentState.LEFT:
            again = {"state": EnrolmentState.ACTIVE, "contact": contact, "delivery_time": delivery_time}
            self._write(enrolments, there[0].id, **again)
        return self.get(there[0].id)

    def get(self, enrolment: int) -> Enrolment:
        """The enrolment with this number, in any state; raises NotFound."""
        return only(self._all(_NUMBERED, enrolment=enrolment))

    def of_person(self, person: int) -> tuple[Enrolment, ...]:
        """What the person takes part in or has finished, the oldest first; not what they left."""
        return self._all(_OF_PERSON, person=person)

    def ever_of(self, person: int) -> tuple[Enrolment, ...]:
        """The same with what the person left."""
        return self._all(_EVER, person=person)

    def in_cohort(self, cohort: int) -> tuple[Enrolment, ...]:
        """Everybody who is or was in the cohort."""
        return self._all(_IN_COHORT, cohort=cohort)

    def due(self, now: datetime, limit: int) -> tuple[Enrolment, ...]:
        """Active ones whose time has come, in order, where the cohort does not rest and the person is reached.

        Only within `begin`: another worker passes over what is returned here until the transaction ends.
        """
        which = due(now).where(self._owned(enrolments)).order_by(enrolments.c.next_at, enrolments.c.id)
        mine = which.with_only_columns(*_COLUMNS).limit(limit).with_for_update(of=enrolments, skip_locked=True)
        return tuple(Enrolment(*row) for row in self.connection.execute(mine))

    def move(self, enrolment: int, next_at: datetime | None, next_lesson: int) -> bool:
        """Look at it again then, with that lesson next."""
        return self._write(enrolments, enrolment, next_at=next_at, next_lesson=next_lesson)

    def set_time(self, enrolment: int, delivery_time: time, next_at: datetime | None) -> bool:
        """Deliver at this local time, beginning with `next_at`."""
        return self._write(enrolments, enrolment, delivery_time=delivery_time, next_at=next_at)

    def finish(self, enrolment: int) -> bool:
        """The last lesson is done; nothing comes next."""
        return self._write(enrolments, enrolment, state=EnrolmentState.FINISHED, next_at=None)

    def leave(self, enrolment: int) -> bool:
        """The person has left; nothing comes next."""
        return self._write(enrolments, enrolment, state=EnrolmentState.LEFT, next_at=None)

    def _all(self, which: Select[*tuple[Any, ...]], **values: object) -> tuple[Enrolment, ...]:
        return tuple(Enrolment(*row) for row in self._found(which, **values))


def due(now: datetime) -> Select[int]:
    """The numbers of organisations with enrolments whose time has come."""
    return (
        select(enrolments.c.organisation)
        .join(cohorts, cohorts.c.id == enrolments.c.cohort)
        .join(contacts, contacts.c.id == enrolments.c.contact)
        .join(accounts, accounts.c.id == contacts.c.account)
        .where(_ACTIVE, enrolments.c.next_at <= now)
        .where(cohorts.c.paused.is_(False), contacts.c.reachable.is_(True), accounts.c.active.is_(True))
    )
