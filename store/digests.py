"""Digests: whether an organisation wants them, when the next one is told, and how far its letters are written."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Integer, Select, bindparam, exists, func, or_, select

from store.people import PERSON
from store.schema import contacts, digests, enrolments, people, roles, staff, taken
from store.scope import Scope, ours
from store.values import EnrolmentState, Person


@dataclass(frozen=True, slots=True)
class Round:
    """`next_at` is when the next digest is told; from then on letters are written, the last one to the person with the
    number `reached` (0: none yet). `line_paid`: a learner's may cost a push in LINE.
    """

    wanted: bool = False
    line_paid: bool = False
    next_at: datetime | None = None
    reached: int = 0


_COLUMNS: Final = tuple(digests.c[name] for name in ("wanted", "line_paid", "next_at", "reached"))
_OURS: Final = select(*_COLUMNS).where(ours(digests))
_DUE: Final = _OURS.where(digests.c.next_at <= bindparam("now")).with_for_update(skip_locked=True)
TOLD: Final = select(digests.c.organisation).where(digests.c.next_at <= bindparam("now"))
"""The numbers of organisations whose digest's time has come."""
_READERS: Final = (
    select(*PERSON)
    .where(ours(people), people.c.id > bindparam("after"), people.c.digests.is_(True))
    .where(~exists().where(ours(staff), staff.c.person == people.c.id, staff.c.left_on <= bindparam("today")))
    .where(
        or_(
            exists().where(enrolments.c.person == people.c.id, enrolments.c.state == EnrolmentState.ACTIVE),
            exists()
            .where(enrolments.c.person == people.c.id, enrolments.c.state == EnrolmentState.FINISHED)
            .where(taken.c.enrolment == enrolments.c.id, taken.c.finished_at >= bindparam("since")),
            exists().where(ours(roles), roles.c.person == people.c.id),
        )
    )
    .order_by(people.c.id)
    .limit(bindparam("most", type_=Integer))
)
_LEARNERS: Final = (
    select(func.count(people.c.id.distinct()))
    .join(enrolments, enrolments.c.person == people.c.id)
    .join(contacts, contacts.c.id == enrolments.c.contact)
    .where(ours(people), people.c.digests.is_(True), contacts.c.account == bindparam("account"))
    .where(contacts.c.reachable.is_(True), enrolments.c.state == EnrolmentState.ACTIVE, enrolments.c.quiet.is_(False))
)


class Digests(Scope):
    """One organisation's digests."""

    __slots__ = ()

    def round(self) -> Round:
        """How it stands."""
        row = self._found(_OURS).one_or_none()
        return Round(*row) if row else Round()

    def set(self, to: Round) -> None:
        """It stands like this from now on."""
        values = {"wanted": to.wanted, "line_paid": to.line_paid, "next_at": to.next_at, "reached": to.reached}
        self._put(digests, **values)

    def due(self, now: datetime) -> Round | None:
        """The round whose time has come; None if it has not, or if somebody else is at it.

        Only within `begin`: another worker passes over it until the transaction ends.
        """
        row = self._found(_DUE, now=now).one_or_none()
        return Round(*row) if row else None

    def learners(self, account: int) -> int:
        """How many learners who want one are reached at this account."""
        many: int = self._found(_LEARNERS, account=account).scalar_one()
        return many

    def readers(self, after: int, since: datetime, today: date, limit: int) -> tuple[Person, ...]:
        """So many people behind this number who may get one, if they want any: who learns, who finished a lesson since
        then, who has a role. Not who has left by this day, as the list of staff says; their roles may stand till
        somebody takes them.
        """
        return tuple(Person(*row) for row in self._found(_READERS, after=after, since=since, today=today, most=limit))


def tellings() -> Select[datetime | None]:
    """When digests are told."""
    return select(digests.c.next_at).where(digests.c.next_at.is_not(None))
