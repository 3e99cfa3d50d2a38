"""The outbox as one organisation sees it: letters are posted, held and read about here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import Update, bindparam, case, exists, func, literal_column, select, update

from messages.letter import Address, Cost, Letter, State
from store.letters import RECORD, LetterRecord, row_of
from store.schema import enrolments, outbox
from store.scope import Scope, ours, ours_too
from store.told import COUNT, SAYINGS, Saying, saying, unsaid

HELD: Final = select(outbox.c.enrolment, func.sum(case((outbox.c.announcement.is_(None), 1), else_=0))).group_by(
    outbox.c.enrolment
)
_TO_COME: Final = outbox.c.state.in_((State.WAITING, State.CARRYING))
_MOMENT: Final = outbox.c.due.type
_COUNTED: Final = select(func.coalesce(func.sum(outbox.c.counted), 0)).where(
    ours(outbox),
    outbox.c.account == bindparam("account"),
    outbox.c.final_at >= bindparam("since", type_=_MOMENT),
    outbox.c.counted > literal_column("0"),
)
_TO_COUNT: Final = select(func.count()).where(
    ours_too(outbox),
    outbox.c.account == bindparam("account"),
    outbox.c.cost == Cost.PAID,
    outbox.c.due < bindparam("before", type_=_MOMENT),
    outbox.c.state.in_((State.WAITING, State.CARRYING, State.HELD)),
)
_COMING: Final = select(func.max(outbox.c.due, type_=_MOMENT)).where(
    ours(outbox), outbox.c.enrolment == bindparam("enrolment"), outbox.c.announcement.is_(None), _TO_COME
)
_WAITS: Final = select(
    exists().where(ours(outbox), outbox.c.enrolment == bindparam("enrolment"), outbox.c.state == State.WAITING)
)
_TROUBLES: Final = (
    select(outbox.c.reason, func.count())
    .where(ours(outbox), outbox.c.posted_at >= bindparam("since"), outbox.c.state == State.REFUSED)
    .group_by(outbox.c.reason)
    .order_by(func.count().desc())
)
_OF_KIND: Final = _COUNTED.where(outbox.c.key.startswith(bindparam("kind")))


class Outbox(Scope):
    """What one organisation has said, and will say."""

    __slots__ = ()

    def post(self, letter: Letter, at: datetime, *, held: bool = False) -> bool:
        """The letter leaves when it is due, if this transaction commits; one that is `held`, when everybody goes on.
        False if one with this key was posted.
        """
        return self._add(outbox, **row_of(letter, at, State.HELD if held else State.WAITING))

    def cancel(self, enrolment: int, at: datetime) -> int:
        """Letters nobody asked for and that have not left, never leave; returns how many."""
        open_ones = outbox.c.state.in_((State.WAITING, State.HELD))
        mine = update(outbox).where(self._owned(outbox), outbox.c.enrolment == enrolment, open_ones)
        return self._change(mine.values(state=State.CANCELLED, final_at=at, reply_to=""))

    def withdraw(self, key: str, at: datetime) -> bool:
        """The letter with this key never leaves; False if it has left already, or is on its way."""
        open_one = outbox.c.key == key, outbox.c.state.in_((State.WAITING, State.HELD))
        mine = update(outbox).where(self._owned(outbox), *open_one)
        return self._change(mine.values(state=State.CANCELLED, final_at=at, reply_to="")) > 0

    def drop(self, kind: str, at: datetime, *, enrolment: int | None = None, cohort: int | None = None) -> int:
        """Letters of this kind that nobody asked for and that have not left, never leave; returns how many. The kind is
        what their keys begin with.
        """
        open_ones = outbox.c.state.in_((State.WAITING, State.HELD)), outbox.c.key.startswith(f"{kind}:")
        here = select(enrolments.c.id).where(self._owned(enrolments), enrolments.c.cohort == cohort)
        whose = outbox.c.enrolment == enrolment if cohort is None else outbox.c.enrolment.in_(here)
        mine = update(outbox).where(self._owned(outbox), whose, *open_ones)
        return self._change(mine.values(state=State.CANCELLED, final_at=at, reply_to=""))

    def put_off(self, enrolment: int, due: datetime, until: datetime) -> int:
        """Letters nobody asked for leave between these moments; returns how many. One being carried just now does too,
        if it comes back.
        """
        mine = update(outbox).where(self._owned(outbox), outbox.c.enrolment == enrolment, _TO_COME)
        return self._change(mine.values(due=due, next_try=due, until=until))

    def coming(self, enrolment: int) -> datetime | None:
        """When the last letter that nobody asked for is to leave, if one is; announcements take no lesson's place."""
        moment: datetime | None = self._found(_COMING, enrolment=enrolment).scalar()
        return moment

    def waits(self, enrolment: int) -> bool:
        """Whether anything that nobody asked for is still to leave."""
        return bool(self._found(_WAITS, enrolment=enrolment).scalar_one())

    def redirect(self, person: int, to: Address) -> int:
        """What the person did not ask for and nobody has carried yet, goes there; returns how many letters.

        One that is being carried, or may have arrived, keeps its address: it must not come twice.
        """
        theirs = select(enrolments.c.id).where(self._owned(enrolments), enrolments.c.person == person)
        untried = outbox.c.state.in_((State.WAITING, State.HELD)), outbox.c.doubtful.is_(False)
        mine = update(outbox).where(self._owned(outbox), outbox.c.enrolment.in_(theirs), *untried)
        there = {"account": to.account, "recipient": to.to}
        return self._change(mine.values(**there, next_try=outbox.c.due, parcel=None, first_tried=None))

    def hold(self, cohort: int) -> int:
        """Letters nobody in the cohort asked for, stay; returns how many. One being carried just now stays too, if it
        comes back.
        """
        return self._change(self._of_cohort(cohort, State.WAITING).values(state=State.HELD))

    def held(self, cohort: int) -> Mapping[int, bool]:
        """The enrolments for which letters are held, and whether any of these is more than an announcement."""
        here = select(enrolments.c.id).where(self._owned(enrolments), enrolments.c.cohort == cohort)
        which = self._owned(outbox), outbox.c.state == State.HELD, outbox.c.enrolment.in_(here)
        return {row[0]: row[1] > 0 for row in self.connection.execute(HELD.where(*which))}

    def release(
        self, cohort: int, due: datetime, until: datetime | None = None, *, enrolment: int | None = None
    ) -> int:
        """What is held for the cohort, or for one enrolment of it, leaves between these moments; returns how many."""
        held = self._of_cohort(cohort, State.HELD)
        if enrolment is not None:
            held = held.where(outbox.c.enrolment == enrolment)
        return self._change(held.values(state=State.WAITING, due=due, next_try=due, until=until))

    def ledger(
        self, *, state: State | None = None, enrolment: int | None = None, limit: int = 200
    ) -> tuple[LetterRecord, ...]:
        """What became of the letters, the newest first."""
        which = select(*RECORD).where(self._owned(outbox)).order_by(outbox.c.id.desc()).limit(limit)
        if state is not None:
            which = which.where(outbox.c.state == state)
        if enrolment is not None:
            which = which.where(outbox.c.enrolment == enrolment)
        return tuple(LetterRecord(*row) for row in self.connection.execute(which))

    def troubles(self, since: datetime) -> tuple[tuple[str, int], ...]:
        """Why letters posted since then never arrived, and how many, announcements among them; the most first."""
        return tuple((why, many) for why, many in self._found(_TROUBLES, since=since))

    def counted(self, account: int, since: datetime, *, kind: str = "") -> int:
        """How many counted messages have left from the account from that moment on; of that kind only, which is what
        their keys begin with.
        """
        which = _OF_KIND if kind else _COUNTED
        named = {"kind": f"{kind}:"} if kind else {}
        many: int = self._found(which, account=account, since=since, **named).scalar_one()
        return many

    def to_count(self, account: int, before: datetime) -> int:
        """How many letters wait there that may count, and are due before that moment; held ones too."""
        many: int = self._found(_TO_COUNT, account=account, before=before).scalar_one()
        return many

    def told(self, person: int) -> int:
        """How many letters to the person are still known as such, forgotten ones not counted."""
        count: int = self._found(COUNT, whom=person).scalar_one()
        return count

    def sayings(self, person: int) -> tuple[Saying, ...]:
        """Those letters, the oldest first."""
        return tuple(saying(*row) for row in self._found(SAYINGS, whom=person))

    def unsay(self, person: int, words: str, *, posted_at: datetime | None = None) -> int:
        """Letters to the person that quote these words (only those of that moment, if one is given) and are done with,
        keep their lines in the ledger but not what they said; returns how many.
        """
        return self._change(unsaid(self._owned(outbox), person, words, posted_at))

    def _of_cohort(self, cohort: int, state: State) -> Update:
        here = select(enrolments.c.id).where(self._owned(enrolments), enrolments.c.cohort == cohort)
        return update(outbox).where(self._owned(outbox), outbox.c.state == state, outbox.c.enrolment.in_(here))
