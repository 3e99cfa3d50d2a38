"""Enrolments: who is in which cohort, and what comes next for them, when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import Column, Integer, Select, bindparam, func, or_, select, update

from store.errors import only
from store.metered import Coming
from store.schema import accounts, cohorts, contacts, enrolments, silenced, staff
from store.scope import Scope, ours, ours_too
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
        "asked_on",
        "away_until",
        "news",
        "silent",
        "silenced",
    )
)
_ACTIVE: Final = enrolments.c.state == EnrolmentState.ACTIVE
_AWAKE: Final = cohorts.c.paused.is_(False) & enrolments.c.silent.is_(False)
_ALL: Final = select(*_COLUMNS).order_by(enrolments.c.id)
_OURS: Final = _ALL.where(ours(enrolments))
_NUMBERED: Final = _OURS.where(enrolments.c.id == bindparam("enrolment"))
_IN_COHORT: Final = _OURS.where(enrolments.c.cohort == bindparam("cohort"))
_THERE: Final = _IN_COHORT.where(enrolments.c.person == bindparam("person"))
_UNDER: Final = _OURS.join(silenced, silenced.c.enrolment == enrolments.c.id).where(
    silenced.c.silence == bindparam("silence"), enrolments.c.state != EnrolmentState.LEFT
)
_EVER: Final = _OURS.where(enrolments.c.person == bindparam("person"))
_SEEN: Final = update(enrolments).values(seen_on=bindparam("today"))
_UNSEEN: Final = _SEEN.where(
    ours(enrolments),
    enrolments.c.person == bindparam("who"),
    _ACTIVE,
    or_(enrolments.c.seen_on.is_(None), enrolments.c.seen_on < bindparam("today")),
)
_OF_PERSON: Final = _OURS.where(enrolments.c.state != EnrolmentState.LEFT, enrolments.c.person == bindparam("person"))
_OF_PEOPLE: Final = _ALL.where(
    ours_too(enrolments),
    enrolments.c.state != EnrolmentState.LEFT,
    enrolments.c.person.in_(bindparam("people", expanding=True)),
)
_WATCHED: Final = (
    select(enrolments.c.organisation)
    .join(cohorts, cohorts.c.id == enrolments.c.cohort)
    .join(contacts, contacts.c.id == enrolments.c.contact)
    .join(accounts, accounts.c.id == contacts.c.account)
    .where(_ACTIVE, _AWAKE, contacts.c.reachable.is_(True), accounts.c.active.is_(True))
)
DUE: Final = _WATCHED.where(enrolments.c.next_at <= bindparam("now"))
"""The numbers of organisations with enrolments whose time has come."""
NUDGED: Final = _WATCHED.where(enrolments.c.nudge_at <= bindparam("now"))
"""The numbers of organisations with enrolments whose reminder's time has come."""
_COMING: Final = (
    _WATCHED.with_only_columns(enrolments.c.cohort, enrolments.c.next_lesson, enrolments.c.next_at, func.count())
    .where(ours(enrolments), contacts.c.account == bindparam("account"), enrolments.c.next_at.is_not(None))
    .group_by(enrolments.c.cohort, enrolments.c.next_lesson, enrolments.c.next_at)
)
_DEPARTED: Final = (
    _OURS.join(staff, staff.c.person == enrolments.c.person)
    .where(_ACTIVE, staff.c.left_on <= bindparam("today"))
    .with_for_update(of=enrolments)
)
_UNTOLD: Final = (
    _OURS.join(cohorts, cohorts.c.id == enrolments.c.cohort)
    .join(contacts, contacts.c.id == enrolments.c.contact)
    .join(accounts, accounts.c.id == contacts.c.account)
    .where(enrolments.c.news, _AWAKE, contacts.c.reachable.is_(True), accounts.c.active.is_(True))
    .where(
        or_(
            enrolments.c.state == EnrolmentState.FINISHED,
            _ACTIVE & enrolments.c.next_at.is_(None) & enrolments.c.quiet.is_(False),
        )
    )
)


def _in_turn(which: Select[int], when: Column[Any]) -> Select[*tuple[Any, ...]]:
    in_order = which.where(ours(enrolments)).order_by(when, enrolments.c.id).limit(bindparam("most", type_=Integer))
    return in_order.with_only_columns(*_COLUMNS).with_for_update(of=enrolments, skip_locked=True)


_DUE_HERE: Final = _in_turn(DUE, enrolments.c.next_at)
_NUDGED_HERE: Final = _in_turn(NUDGED, enrolments.c.nudge_at)


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

    def of_people(self, people: Sequence[int]) -> Mapping[int, tuple[Enrolment, ...]]:
        """The same for many at once; each has their own, empty or not."""
        found: dict[int, tuple[Enrolment, ...]] = dict.fromkeys(people, ())
        for enrolment in self._all(_OF_PEOPLE, people=people):
            found[enrolment.person] += (enrolment,)
        return found

    def ever_of(self, person: int) -> tuple[Enrolment, ...]:
        """The same with what the person left."""
        return self._all(_EVER, person=person)

    def in_cohort(self, cohort: int) -> tuple[Enrolment, ...]:
        """Everybody who is or was in the cohort."""
        return self._all(_IN_COHORT, cohort=cohort)

    def under(self, silence: int) -> tuple[Enrolment, ...]:
        """Those that this silence of the office concerns, or concerned, and who has not left since."""
        return self._all(_UNDER, silence=silence)

    def due(self, now: datetime, limit: int) -> tuple[Enrolment, ...]:
        """Active ones whose time has come, in order, where the cohort does not rest and the person is reached.

        Only within `begin`: another worker passes over what is returned here until the transaction ends.
        """
        return self._all(_DUE_HERE, now=now, most=limit)

    def nudged(self, now: datetime, limit: int) -> tuple[Enrolment, ...]:
        """The same for whose reminder's time has come."""
        return self._all(_NUDGED_HERE, now=now, most=limit)

    def coming(self, account: int) -> tuple[Coming, ...]:
        """What comes next, when and to how many, of those who are reached at this account."""
        return tuple(Coming(*row) for row in self._found(_COMING, account=account))

    def departed(self, today: date) -> tuple[Enrolment, ...]:
        """Active ones of people who have left the organisation by this day."""
        return self._all(_DEPARTED, today=today)

    def prefer(self, person: int, contact: int) -> int:
        """What the person did not ask for goes to this contact of theirs, in every cohort; returns in how many."""
        theirs = update(enrolments).where(self._owned(enrolments), enrolments.c.person == person)
        return self._change(theirs.values(contact=contact))

    def move(self, enrolment: int, next_at: datetime | None, next_lesson: int) -> bool:
        """Look at it again then, with that lesson next."""
        return self._write(enrolments, enrolment, next_at=next_at, next_lesson=next_lesson)

    def serve(self, enrolment: int, next_at: datetime | None, next_lesson: int, nudge_at: datetime | None) -> bool:
        """A lesson came unasked: the same, with when to think of a reminder."""
        return self._write(enrolments, enrolment, next_at=next_at, next_lesson=next_lesson, nudge_at=nudge_at)

    def remind(self, enrolment: int, nudge_at: datetime | None) -> bool:
        """Think of a reminder then, or not at all."""
        return self._write(enrolments, enrolment, nudge_at=nudge_at)

    def see(self, person: int, today: date) -> bool:
        """The person did something today; False if that is known, or if they take part in nothing."""
        return self._done(_UNSEEN, who=person, today=today) > 0

    def hush(self, enrolment: int, today: date) -> bool:
        """The person is asked today how they would like it; from then on nothing comes unasked."""
        return self._write(enrolments, enrolment, quiet=True, asked_on=today, next_at=None, nudge_at=None)

    def wake(self, enrolment: int) -> bool:
        """Something was heard again."""
        return self._write(enrolments, enrolment, quiet=False)

    def untold(self) -> tuple[Enrolment, ...]:
        """Those with something to tell for whom no lesson is to come, where the cohort does not rest and the person is
        reached.
        """
        return self._all(_UNTOLD)

    def set_news(self, enrolment: int, *, waiting: bool) -> bool:
        """Something waits to be told with the next lesson, or nothing does any more."""
        return self._write(enrolments, enrolment, news=waiting)

    def rest(self, enrolment: int, away_until: datetime) -> bool:
        """The person is, or was, away until then, and is reminded of nothing."""
        return self._write(enrolments, enrolment, away_until=away_until, nudge_at=None)

    def set_time(self, enrolment: int, delivery_time: time, next_at: datetime | None) -> bool:
        """Deliver at this local time, beginning with `next_at`."""
        return self._write(enrolments, enrolment, delivery_time=delivery_time, next_at=next_at)

    def finish(self, enrolment: int) -> bool:
        """The last lesson is done; nothing comes next."""
        return self._write(enrolments, enrolment, state=EnrolmentState.FINISHED, next_at=None, nudge_at=None)

    def leave(self, enrolment: int) -> bool:
        """The person has left; nothing comes next, and no silence of theirs is remembered."""
        nothing = {"next_at": None, "nudge_at": None, "quiet": False}
        return self._write(enrolments, enrolment, state=EnrolmentState.LEFT, **nothing)

    def _all(self, which: Select[*tuple[Any, ...]], **values: object) -> tuple[Enrolment, ...]:
        return tuple(Enrolment(*row) for row in self._found(which, **values))


def turns() -> Select[datetime | None]:
    """When the time comes of those that will then be looked at."""
    return _WATCHED.with_only_columns(enrolments.c.next_at).where(enrolments.c.next_at.is_not(None)).distinct()


def nudges() -> Select[datetime | None]:
    """When the time comes of those that will then be reminded, or not."""
    return _WATCHED.with_only_columns(enrolments.c.nudge_at).where(enrolments.c.nudge_at.is_not(None)).distinct()
