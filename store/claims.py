"""The outbox as couriers see it, across organisations: letters are claimed, and their fate is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, Update, bindparam, case, func, select, update

from messages.codec import Undecodable
from messages.letter import Parcel, State
from store.erasure import FORGOTTEN, blanked, emptied, known
from store.letters import LETTER, Arrived, Claimed, Overdue, parcel_of
from store.order import heads, resting
from store.prepared import done, done_each, find
from store.schema import accounts, outbox
from store.silences import stay_as_they_are

_AT: Final = bindparam("now", type_=outbox.c.due.type)
_HEADS: Final = (
    select(*LETTER)
    .join(accounts, accounts.c.id == outbox.c.account)
    .where(heads(_AT), outbox.c.due <= _AT, outbox.c.next_try <= _AT)
    .order_by(outbox.c.due, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=outbox, skip_locked=True)
)
_EARLIEST: Final = func.min(
    case((outbox.c.due > outbox.c.next_try, outbox.c.due), else_=outbox.c.next_try), type_=outbox.c.due.type
)
NEXT: Final = select(_EARLIEST).join_from(outbox, accounts, accounts.c.id == outbox.c.account).where(heads(_AT))
_THIS: Final = update(outbox).where(outbox.c.id == bindparam("letter"))
_MARKED: Final = _THIS.values(
    state=State.CARRYING,
    claimed_at=_AT,
    attempts=outbox.c.attempts + 1,
    parcel=bindparam("number"),
    first_tried=bindparam("first"),
)
_KEPT: Final = case((outbox.c.message.contains('"is":"page"'), ""), else_=outbox.c.message)
"""A link that lets one person in is forgotten as soon as it has arrived: only its digest stays, among the passes."""
_NOBODY: Final = ~known() & outbox.c.inquiry.is_(None)
_THERE: Final = {"message": _KEPT, "sent_message": bindparam("there", type_=outbox.c.sent_message.type)}
_SENT: Final = _THIS.values(
    {name: case((_NOBODY, blank), else_=_THERE.get(name, outbox.c[name])) for name, blank in FORGOTTEN.items()}
    | {"state": State.SENT, "final_at": _AT, "reply_to": "", "reason": ""}
    | {"via": bindparam("way"), "counted": bindparam("many")}
)
"""What was said to somebody unknown, a guest or one erased since, is forgotten as soon as it is done with."""
_EARLIER: Final = select(outbox.c.sent_message).where(
    outbox.c.organisation == bindparam("whose"), outbox.c.key == bindparam("earlier")
)
_STATES: Final = (
    select(outbox.c.state, func.count()).where(outbox.c.reason != bindparam("besides")).group_by(outbox.c.state)
)
_WHOSE: Final = select(outbox.c.organisation)
_TO_NOBODY: Final = blanked((outbox.c.id == bindparam("letter")) & _NOBODY)


@dataclass(frozen=True, slots=True)
class Claims:
    """All letters of all organisations."""

    connection: Connection

    def claim(self, at: datetime, limit: int) -> tuple[Claimed, ...]:
        """Letters to carry now, the oldest first and one at most for each address; nobody else gets them.

        Carry them after the commit: only then are the parcels' numbers kept that tell a second attempt from the first.
        """
        rows = find(self.connection, _HEADS, {"now": at, "most": limit}).all()
        claimed = tuple(each for row in rows if (each := self._claimed(row, at)))
        self._mark(claimed, at)
        return claimed

    def sent(self, arrived: Sequence[Arrived], at: datetime) -> None:
        """They are there."""
        fates = [
            {"letter": each.letter, "now": at, "there": each.message, "way": each.via, "many": each.counted}
            for each in arrived
        ]
        done_each(self.connection, _SENT, fates)

    def refused(self, letter: int, state: State, reason: str, at: datetime) -> None:
        """It never leaves: REFUSED, EXPIRED or CANCELLED."""
        if self._write(_carried(letter).values(state=state, reason=reason, final_at=at, reply_to="")):
            done(self.connection, _TO_NOBODY, {"letter": letter})

    def later(
        self, letter: int, *, next_try: datetime, doubtful: bool, reason: str, postpone: datetime | None = None
    ) -> None:
        """It is tried again; `doubtful` if it may have arrived, which then stays so. With `postpone` it is not even due
        before then, so that younger letters to the address go on.
        """
        stay_as_they_are(self.connection, _WHOSE.where(outbox.c.id == letter))
        again = _carried(letter).values(state=resting(doubtful=doubtful), next_try=next_try, reason=reason)
        again = again.values(doubtful=True) if doubtful else again
        self._write(again if postpone is None else again.values(due=postpone))

    def stranded(self, before: datetime) -> int:
        """What is carried since before that moment comes back, doubtful: its courier is gone. Returns how many."""
        left = outbox.c.state == State.CARRYING, outbox.c.claimed_at < before
        stay_as_they_are(self.connection, _WHOSE.where(*left))
        return self._write(update(outbox).where(*left).values(state=resting(doubtful=True), doubtful=True))

    def overdue(self, at: datetime) -> tuple[Overdue, ...]:
        """Letters whose hours are over, in order; they wait for a new plan."""
        columns = outbox.c.id, outbox.c.organisation, outbox.c.key, outbox.c.enrolment, outbox.c.until
        late = select(*columns).where(outbox.c.state == State.WAITING, outbox.c.until < at).order_by(outbox.c.id)
        return tuple(Overdue(*row) for row in self.connection.execute(late))

    def reschedule(self, letter: int, due: datetime, until: datetime | None) -> None:
        """The new plan of a letter that waits."""
        waiting = _this(letter).where(outbox.c.state == State.WAITING)
        self._write(waiting.values(due=due, next_try=due, until=until))

    def next_due(self, at: datetime) -> datetime | None:
        """When the next letter may leave, as far as is known now; not after `at` if one may already."""
        moment: datetime | None = find(self.connection, NEXT, {"now": at}).scalar()
        return moment

    def states(self, besides: str) -> Mapping[State, int]:
        """How many letters are in each state, without those of this reason."""
        return {row[0]: row[1] for row in find(self.connection, _STATES, {"besides": besides})}

    def forget(self, before: datetime) -> int:
        """Blank the letters from before that moment that are done with; returns how many. Those about questions to the
        office keep where they stand, so that their threads go on.
        """
        final = outbox.c.state.in_((State.SENT, State.REFUSED, State.EXPIRED, State.CANCELLED))
        old = final & (outbox.c.posted_at < before)
        asked = outbox.c.inquiry.is_not(None)
        said = self._write(emptied(old & asked & (outbox.c.message != "")))
        return said + self._write(blanked(old & ~asked & (outbox.c.recipient != "")))

    def _claimed(self, row: Row[*tuple[Any, ...]], at: datetime) -> Claimed | None:
        try:
            parcel = parcel_of(row, row.parcel or uuid4(), row.first_tried or at)
        except Undecodable:
            unreadable = _this(row.id).values(state=State.REFUSED, reason="unreadable", final_at=at, reply_to="")
            self._write(unreadable)
            return None
        return Claimed(row.id, row.organisation, parcel) if not (row.under or row.over) else self._placed(row, parcel)

    def _placed(self, row: Row[*tuple[Any, ...]], parcel: Parcel) -> Claimed | None:
        """With the place of the letter that left before it; nothing where the one it should replace never did."""
        earlier = {"whose": row.organisation, "earlier": row.over or row.under}
        there: str = find(self.connection, _EARLIER, earlier).scalar_one_or_none() or ""
        if row.under:
            return Claimed(row.id, row.organisation, replace(parcel, thread=there))
        if not there:
            nothing = _this(row.id).values(state=State.CANCELLED, reason="nothing to replace", final_at=row.next_try)
            self._write(nothing)
            return None
        return Claimed(row.id, row.organisation, replace(parcel, letter=replace(parcel.letter, replaces=there)))

    def _mark(self, claimed: tuple[Claimed, ...], at: datetime) -> None:
        rows = [
            {"letter": each.id, "now": at, "number": each.parcel.id, "first": each.parcel.first_tried}
            for each in claimed
        ]
        done_each(self.connection, _MARKED, rows)

    def _write(self, statement: Update) -> int:
        return self.connection.execute(statement).rowcount


def _this(letter: int) -> Update:
    return update(outbox).where(outbox.c.id == letter)


def _carried(letter: int) -> Update:
    return _this(letter).where(outbox.c.state == State.CARRYING)
