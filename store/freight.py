"""The letters of announcements as their carrier sees them: claimed, settled and halved by the parcel."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Connection, Row, Select, Update, bindparam, exists, func, or_, select, update

from messages.codec import Undecodable
from messages.incoming import ChannelName
from messages.letter import Parcel, State
from store.announcement import Stage
from store.erasure import blanked, known
from store.letters import LETTER, parcel_of
from store.order import resting, stands
from store.schema import accounts, announcements, outbox

MOST: Final = 500  # letters in one parcel: LINE's multicast
_OPEN: Final = (State.WAITING, State.CARRYING, State.HELD)
_AT: Final = bindparam("now", type_=outbox.c.due.type)
_READY: Final = (
    stands(outbox, State.WAITING),
    outbox.c.due <= _AT,
    outbox.c.next_try <= _AT,
    or_(outbox.c.until.is_(None), outbox.c.until >= _AT),
    accounts.c.active.is_(True),
)
_GOING: Final = (
    select(*LETTER)
    .join(accounts, accounts.c.id == outbox.c.account)
    .join(announcements, announcements.c.id == outbox.c.announcement)
    .where(announcements.c.stage == Stage.SENDING, *_READY)
)
_ON_LINE: Final = (
    _GOING.where(accounts.c.channel == ChannelName.LINE).limit(1).with_for_update(of=outbox, skip_locked=True)
)
_IN_SLACK: Final = (
    _GOING.where(accounts.c.channel == ChannelName.SLACK)
    .limit(bindparam("most"))
    .with_for_update(of=outbox, skip_locked=True)
)
NEXT: Final = (
    select(func.min(outbox.c.next_try, type_=outbox.c.due.type))
    .join(announcements, announcements.c.id == outbox.c.announcement)
    .where(announcements.c.stage == Stage.SENDING, stands(outbox, State.WAITING))
)


@dataclass(frozen=True, slots=True)
class Load:
    """What one call carries: a parcel, and the letters in it by their numbers, in order."""

    announcement: int
    letters: tuple[int, ...]
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Freight:
    """All announcements of all organisations."""

    connection: Connection

    def claim(self, at: datetime, *, slack: int, resting: Collection[int] = ()) -> tuple[Load, ...]:
        """One parcel for LINE and so many letters for Slack; nobody else gets them. Carry them after the commit.
        Nothing for accounts that are resting.

        A parcel that was tried before comes back as it was, with its number: LINE knows by it what arrived.
        """
        loads = [*self._for_line(at, resting)]
        if slack > 0:
            awake = _IN_SLACK.where(outbox.c.account.not_in(resting)) if resting else _IN_SLACK
            rows = self.connection.execute(awake, {"now": at, "most": slack}).all()
            loads += [load for row in rows for load in self._load(row, outbox.c.id == row.id, at)]
        return tuple(loads)

    def sent(self, load: Load, *, message: str, via: str, counted: int, at: datetime) -> None:
        """They are there. `counted` is what each used of the quota."""
        arrived = {"state": State.SENT, "final_at": at, "reason": "", "via": via, "counted": counted}
        self._write(_carried(load.announcement, load.letters).values(sent_message=message, **arrived))
        self._write(blanked(outbox.c.id.in_(load.letters) & ~known()))

    def refused(self, load: Load, state: State, reason: str, at: datetime) -> None:
        """They never leave."""
        self._write(_carried(load.announcement, load.letters).values(state=state, reason=reason, final_at=at))

    def halved(self, load: Load, at: datetime) -> None:
        """Each half travels on its own: one of them was refused for somebody in it."""
        middle = len(load.letters) // 2
        for half in (load.letters[:middle], load.letters[middle:]):
            fresh = {"parcel": uuid4(), "first_tried": None, "doubtful": False, "next_try": at}
            self._write(_carried(load.announcement, half).values(state=resting(), **fresh))

    def later(self, load: Load, next_try: datetime, reason: str, *, doubtful: bool) -> None:
        """They are tried again, as one."""
        again = _carried(load.announcement, load.letters).values(state=resting(), next_try=next_try, reason=reason)
        self._write(again.values(doubtful=True) if doubtful else again)

    def finish(self, at: datetime) -> int:
        """Whatever has nothing left to send is done; returns how many announcements."""
        left = exists().where(outbox.c.announcement == announcements.c.id, stands(outbox, *_OPEN))
        through = update(announcements).where(announcements.c.stage == Stage.SENDING, ~left)
        return self._write(through.values(stage=Stage.DONE, changed_at=at))

    def _for_line(self, at: datetime, resting: Collection[int]) -> Iterator[Load]:
        awake = _ON_LINE.where(outbox.c.account.not_in(resting)) if resting else _ON_LINE
        row = self.connection.execute(awake, {"now": at}).first()
        if row is None:
            return
        alike = outbox.c.parcel == row.parcel if row.parcel else outbox.c.parcel.is_(None)
        same = outbox.c.account == row.account, outbox.c.message == row.message, alike
        found = (
            select(outbox.c.id)
            .join(accounts, accounts.c.id == outbox.c.account)
            .where(outbox.c.announcement == row.announcement, *same, *_READY)
        )
        ids: Select[Any] = found.limit(MOST).with_for_update(of=outbox, skip_locked=True)
        yield from self._load(row, outbox.c.id.in_(ids), at)

    def _load(self, row: Row[Any], which: ColumnElement[bool], at: datetime) -> Iterator[Load]:
        number: UUID = row.parcel or uuid4()
        marked = (
            update(outbox)
            .where(which)
            .values(
                state=State.CARRYING,
                claimed_at=at,
                attempts=outbox.c.attempts + 1,
                parcel=number,
                first_tried=func.coalesce(outbox.c.first_tried, at),
            )
            .returning(outbox.c.id, outbox.c.recipient)
        )
        letters = sorted((each.id, each.recipient) for each in self.connection.execute(marked, {"now": at}))
        numbers, recipients = zip(*letters, strict=True) if letters else ((), ())
        try:
            parcel = replace(parcel_of(row, number, row.first_tried or at), recipients=recipients)
        except Undecodable:
            unreadable = {"state": State.REFUSED, "reason": "unreadable", "final_at": at}
            self._write(_carried(row.announcement, numbers).values(**unreadable))
            return
        if letters:
            yield Load(row.announcement, numbers, parcel)

    def _write(self, statement: Update) -> int:
        return self.connection.execute(statement).rowcount


def _carried(announcement: int, letters: Sequence[int]) -> Update:
    mine = outbox.c.announcement == announcement, outbox.c.state == State.CARRYING, outbox.c.id.in_(letters)
    return update(outbox).where(*mine)
