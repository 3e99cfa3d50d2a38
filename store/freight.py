"""The letters of announcements as their carrier sees them: claimed, settled and halved by the parcel."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, Update, and_, bindparam, exists, func, or_, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from messages.codec import Undecodable
from messages.incoming import ChannelName
from messages.letter import Parcel, State
from store.announcement import Stage
from store.erasure import blanked, known
from store.letters import LETTER, parcel_of
from store.order import resting, stands
from store.prepared import done, find
from store.schema import accounts, announcements, outbox
from store.silences import stay_as_they_are

MOST: Final = 500  # letters in one parcel: LINE's multicast
STEP: Final = 100  # of them in one transaction, for answers wait while it lasts
_OPEN: Final = (State.WAITING, State.CARRYING, State.HELD)
_AT: Final = bindparam("now", type_=outbox.c.due.type)
_READY: Final = (
    stands(outbox, State.WAITING),
    outbox.c.next_try <= _AT,  # never before it is due; asked for that too, SQLite would look through all that waits
    or_(outbox.c.until.is_(None), outbox.c.until >= _AT),
)
_LANES: Final = (
    select(announcements.c.id.label("announcement"), accounts.c.id.label("account"), accounts.c.channel)
    .join(accounts, accounts.c.organisation == announcements.c.organisation)
    .where(announcements.c.stage == Stage.SENDING, accounts.c.active.is_(True))
    .order_by(announcements.c.id, accounts.c.id)
)
_IN_LANE: Final = (
    select(*LETTER)
    .join(accounts, accounts.c.id == outbox.c.account)
    .where(outbox.c.announcement == bindparam("many"), outbox.c.account == bindparam("lane"), *_READY)
    .limit(bindparam("most"))
    .with_for_update(of=outbox, skip_locked=True)
)
_like: Final = outbox.alias("like_it")
_SAME: Final = select(_like.c.message).where(_like.c.id == bindparam("like")).scalar_subquery()
_FRESH: Final = (
    select(outbox.c.id)
    .where(
        outbox.c.announcement == bindparam("many"),
        outbox.c.account == bindparam("lane"),
        outbox.c.message == _SAME,
        outbox.c.parcel.is_(None),
        *_READY,
    )
    .limit(bindparam("most"))
    .with_for_update(of=outbox, skip_locked=True)
)
_TRIED: Final = (
    select(outbox.c.id)
    .where(outbox.c.announcement == bindparam("many"), outbox.c.parcel == bindparam("number"), *_READY)
    .with_for_update(of=outbox, skip_locked=True)
)
_MARK: Final = (
    update(outbox)
    .values(
        state=State.CARRYING,
        claimed_at=_AT,
        attempts=outbox.c.attempts + 1,
        parcel=bindparam("number", type_=outbox.c.parcel.type),
        first_tried=func.coalesce(outbox.c.first_tried, _AT),
    )
    .returning(outbox.c.id, outbox.c.recipient)
)
_MARK_FRESH: Final = _MARK.where(outbox.c.id.in_(_FRESH))
_MARK_TRIED: Final = _MARK.where(outbox.c.id.in_(_TRIED))
_MARK_ONE: Final = _MARK.where(outbox.c.id == bindparam("like"))
_STEP: Final = outbox.c.id.between(bindparam("first"), bindparam("last")), outbox.c.parcel == bindparam("number")
_SENT: Final = (
    update(outbox)
    .where(*_STEP, stands(outbox, State.CARRYING))
    .values(
        state=State.SENT,
        reason="",
        final_at=_AT,
        sent_message=bindparam("there"),
        via=bindparam("way"),
        counted=bindparam("used"),
    )
)
_FORGET: Final = blanked(and_(*_STEP, stands(outbox, State.SENT), ~known()))
_LEFT: Final = exists().where(outbox.c.announcement == announcements.c.id, stands(outbox, *_OPEN))
_FINISH: Final = (
    update(announcements).where(announcements.c.stage == Stage.SENDING, ~_LEFT).values(stage=Stage.DONE, changed_at=_AT)
)
_Lane = Row[int, int, ChannelName]
_Marked: TypeAlias = tuple[tuple[int, ...], tuple[str, ...]]  # letters by their numbers in order, and to whom each goes
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

    @property
    def room(self) -> int:
        """For how many more letters: what was tried before stays as it was, and Slack has no parcels."""
        fresh = not self.parcel.attempts and self.parcel.letter.address.channel is ChannelName.LINE
        return MOST - len(self.letters) if fresh else 0

    def steps(self) -> tuple["Load", ...]:
        """The same in parts, each as many letters as one transaction should take."""
        starts = range(0, len(self.letters), STEP)
        return tuple(replace(self, letters=self.letters[start : start + STEP]) for start in starts)


@dataclass(frozen=True, slots=True)
class Freight:
    """All announcements of all organisations."""

    connection: Connection

    def claim(self, at: datetime, *, slack: int, resting: Collection[int] = ()) -> tuple[Load, ...]:
        """One parcel for LINE and so many letters for Slack; nobody else gets them. Carry them after the commit.
        Nothing for accounts that are resting.

        A parcel that was tried before comes back as it was, with its number: LINE knows by it what arrived. One that
        is new has its first letters, and grows by `more`.
        """
        lanes = [lane for lane in find(self.connection, _LANES, {}).all() if lane.account not in resting]
        return (*self._for_line(lanes, at), *self._for_slack(lanes, at, slack))

    def more(self, load: Load, at: datetime) -> Load:
        """With some letters more that say the same, into its room; as it was, where there are none."""
        lane, most = load.parcel.letter.address.account, min(load.room, STEP)
        here = {"many": load.announcement, "lane": lane, "like": load.letters[0], "most": most}
        letters, recipients = self._marked(_MARK_FRESH, load.parcel.id, at, **here)
        parcel = replace(load.parcel, recipients=(*load.parcel.recipients, *recipients))
        return replace(load, letters=(*load.letters, *letters), parcel=parcel)

    def sent(self, load: Load, *, message: str, via: str, counted: int, at: datetime) -> None:
        """They are there. `counted` is what each used of the quota."""
        step = {"first": load.letters[0], "last": load.letters[-1], "number": load.parcel.id}
        done(self.connection, _SENT, {**step, "now": at, "there": message, "way": via, "used": counted})
        done(self.connection, _FORGET, step)

    def refused(self, load: Load, state: State, reason: str, at: datetime) -> None:
        """They never leave."""
        self._write(_under_way(load).values(state=state, reason=reason, final_at=at))

    def halved(self, load: Load, at: datetime) -> None:
        """Each half travels on its own: one of them was refused for somebody in it."""
        self._heed_silences(load)
        middle = len(load.letters) // 2
        for half in (load.letters[:middle], load.letters[middle:]):
            fresh = {"parcel": uuid4(), "first_tried": None, "doubtful": False, "next_try": at}
            self._write(_carried(load.announcement, half).values(state=resting(), **fresh))

    def later(self, load: Load, next_try: datetime, reason: str, *, doubtful: bool) -> None:
        """They are tried again, as one."""
        self._heed_silences(load)
        again = _under_way(load).values(state=resting(), next_try=next_try, reason=reason)
        self._write(again.values(doubtful=True) if doubtful else again)

    def finish(self, at: datetime) -> int:
        """Whatever has nothing left to send is done; returns how many announcements."""
        return done(self.connection, _FINISH, {"now": at})

    def _for_line(self, lanes: Sequence[_Lane], at: datetime) -> Iterator[Load]:
        on_line = (lane for lane in lanes if lane.channel is ChannelName.LINE)
        row = next((row for lane in on_line for row in self._ready(lane, at, 1)), None)
        if row is None:
            return
        yield from self._load(row, _MARK_TRIED if row.parcel else _MARK_FRESH, at)

    def _for_slack(self, lanes: Sequence[_Lane], at: datetime, most: int) -> Iterator[Load]:
        left = most
        for lane in lanes:
            if left > 0 and lane.channel is ChannelName.SLACK:
                rows = self._ready(lane, at, left)
                left -= len(rows)
                yield from (load for row in rows for load in self._load(row, _MARK_ONE, at))

    def _ready(self, lane: _Lane, at: datetime, most: int) -> Sequence[Row[Any]]:
        """By announcement and account, so that an index leads to them: what waits is not looked through."""
        here = {"many": lane.announcement, "lane": lane.account, "most": most, "now": at}
        return find(self.connection, _IN_LANE, here).all()

    def _load(self, row: Row[Any], mark: ReturningUpdate[*tuple[Any, ...]], at: datetime) -> Iterator[Load]:
        number: UUID = row.parcel or uuid4()
        here = {"many": row.announcement, "lane": row.account, "like": row.id, "most": STEP}
        numbers, recipients = self._marked(mark, number, at, **here)
        try:
            parcel = replace(parcel_of(row, number, row.first_tried or at), recipients=recipients)
        except Undecodable:
            unreadable = {"state": State.REFUSED, "reason": "unreadable", "final_at": at}
            self._write(_carried(row.announcement, numbers).values(**unreadable))
            return
        if numbers:
            yield Load(row.announcement, numbers, parcel)

    def _marked(self, mark: ReturningUpdate[*tuple[Any, ...]], number: UUID, at: datetime, **here: object) -> _Marked:
        """They are on their way in the parcel with this number."""
        letters = sorted(tuple(row) for row in find(self.connection, mark, {"number": number, "now": at, **here}))
        return tuple(letter for letter, _ in letters), tuple(recipient for _, recipient in letters)

    def _heed_silences(self, load: Load) -> None:
        whose = select(announcements.c.organisation).where(announcements.c.id == load.announcement)
        stay_as_they_are(self.connection, whose)

    def _write(self, statement: Update) -> int:
        return self.connection.execute(statement).rowcount


def _under_way(load: Load) -> Update:
    """By the parcel's one number: a list of five hundred takes longer to write down than what it is for."""
    carried = stands(outbox, State.CARRYING), outbox.c.parcel == load.parcel.id
    return update(outbox).where(outbox.c.announcement == load.announcement, *carried)


def _carried(announcement: int, letters: Sequence[int]) -> Update:
    mine = outbox.c.announcement == announcement, outbox.c.state == State.CARRYING, outbox.c.id.in_(letters)
    return update(outbox).where(*mine)
