"""Whom a silence of the office concerns, and their letters. It is settled when it begins: whoever moves to another
section meanwhile stays in it, so that nobody's calendar changes behind them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, literal, or_, select, true, update

from messages.incoming import ChannelName
from messages.letter import State
from store.audience import works_in
from store.outbox import HELD
from store.schema import accounts, contacts, enrolments, outbox, people, silenced, silences
from store.scope import Scope, ours
from store.silence import Silence, Whom
from store.silences import LASTS, SILENCE, stay_as_they_are
from store.unasked import TO_THE_OFFICE
from store.upsert import inserting
from store.values import EnrolmentState

_OPEN: Final = (State.WAITING, State.HELD)
_OURS: Final = (
    select(*SILENCE)
    .join(silenced, silenced.c.silence == silences.c.id)
    .where(ours(silenced))
    .order_by(silences.c.since)
)
_OF: Final = _OURS.where(silenced.c.enrolment == bindparam("enrolment"))
_OF_MANY: Final = _OURS.where(silenced.c.enrolment.in_(bindparam("enrolments", expanding=True))).add_columns(
    silenced.c.enrolment
)
_STILL: Final = exists().where(silenced.c.enrolment == enrolments.c.id, silences.c.id == silenced.c.silence, LASTS)


class Silenced(Scope):
    """Those concerned in one organisation."""

    __slots__ = ()

    def gather(self, silence: Silence) -> None:
        """Whoever it concerns now, rests."""
        self._join(silences.c.id == silence.id, self._concerned(silence.whom, silence.section or silence.person))
        self._mark(enrolments.c.id.in_(_of(silence.id)))

    def join(self, enrolment: int, since: datetime) -> None:
        """A newcomer shares the silences over everybody that began then or later, and what lasts for their section or
        themselves.
        """
        stay_as_they_are(self.connection, select(literal(self.organisation)))
        here = enrolments.c.id == enrolment
        ever = silences.c.whom == Whom.EVERYBODY, silences.c.since >= since
        self._join(or_(and_(*ever), LASTS & (silences.c.person == enrolments.c.person)), here)
        sections = select(silences.c.id, silences.c.section).where(
            self._owned(silences), silences.c.whom == Whom.SECTION, LASTS
        )
        for silence, section in self.connection.execute(sections).all():
            self._join(silences.c.id == silence, here & works_in((section,), self.organisation))
        self._mark(here & exists().where(silenced.c.enrolment == enrolments.c.id))

    def concerned(self, whom: Whom, number: int | None) -> Mapping[ChannelName, int]:
        """How many learners it would concern now, by where they are reached."""
        learns = self._owned(enrolments), enrolments.c.state == EnrolmentState.ACTIVE
        counted = (
            select(accounts.c.channel, func.count(people.c.id.distinct()))
            .select_from(enrolments)
            .join(people, people.c.id == enrolments.c.person)
            .join(contacts, contacts.c.id == enrolments.c.contact)
            .join(accounts, accounts.c.id == contacts.c.account)
            .where(*learns, self._concerned(whom, number))
            .group_by(accounts.c.channel)
        )
        return {row[0]: row[1] for row in self.connection.execute(counted)}

    def free(self, silence: int) -> None:
        """It is over: whoever it concerned rests no more, unless another one lasts."""
        self._mark(enrolments.c.id.in_(_of(silence)))

    def of(self, enrolment: int) -> tuple[Silence, ...]:
        """The silences that concerned or concern the enrolment, in order."""
        return tuple(Silence(*row) for row in self._found(_OF, enrolment=enrolment))

    def of_many(self, enrolments: Sequence[int]) -> Mapping[int, tuple[Silence, ...]]:
        """The same for many at once; who never was silenced is left out."""
        found: dict[int, list[Silence]] = defaultdict(list)
        for *silence, enrolment in self._found(_OF_MANY, enrolments=enrolments):
            found[enrolment].append(Silence(*silence))
        return {enrolment: tuple(each) for enrolment, each in found.items()}

    def hold(self, silence: Silence) -> int:
        """Letters that nobody it concerns asked for, stay; returns how many. One being carried just now stays too,
        if it comes back.
        """
        theirs = outbox.c.enrolment.in_(_of(silence.id))
        whose = theirs | TO_THE_OFFICE if silence.whom is Whom.EVERYBODY else theirs
        waiting = update(outbox).where(self._owned(outbox), outbox.c.state == State.WAITING, whose)
        return self._change(waiting.values(state=State.HELD))

    def held(self, silence: int) -> Mapping[int, bool]:
        """The enrolments it concerned for which letters are held, and whether any of these is more than an
        announcement.
        """
        which = self._owned(outbox), outbox.c.state == State.HELD, outbox.c.enrolment.in_(_of(silence))
        return {row[0]: row[1] > 0 for row in self.connection.execute(HELD.where(*which))}

    def release_others(self, due: datetime, until: datetime) -> int:
        """What no learner's course carries and a silence over everybody has held, leaves between these moments; returns
        how many.
        """
        held = update(outbox).where(self._owned(outbox), outbox.c.state == State.HELD, TO_THE_OFFICE)
        return self._change(held.values(state=State.WAITING, due=due, next_try=due, until=until))

    def drop(self, silence: Silence, kind: str, at: datetime) -> int:
        """Letters of this kind that have not left, never leave; returns how many. The kind is what their keys begin
        with.
        """
        theirs = outbox.c.enrolment.in_(_of(silence.id))
        whose = theirs | outbox.c.enrolment.is_(None) if silence.whom is Whom.EVERYBODY else theirs
        alike = outbox.c.key.startswith(f"{kind}:"), outbox.c.state.in_(_OPEN)
        mine = update(outbox).where(self._owned(outbox), whose, *alike)
        return self._change(mine.values(state=State.CANCELLED, final_at=at, reply_to=""))

    def unsay(self, silence: int, at: datetime) -> int:
        """A notice of it that has not left, never leaves; returns how many."""
        notices = outbox.c.key.startswith(f"silence:{silence}:"), outbox.c.state.in_(_OPEN)
        return self._change(
            update(outbox).where(self._owned(outbox), *notices).values(state=State.CANCELLED, final_at=at)
        )

    def _concerned(self, whom: Whom, number: int | None) -> ColumnElement[bool]:
        match whom:
            case Whom.EVERYBODY:
                return true()
            case Whom.SECTION:
                return works_in((number or 0,), self.organisation)
            case Whom.PERSON:
                return enrolments.c.person == number

    def _join(self, which: ColumnElement[bool], whom: ColumnElement[bool]) -> None:
        there = self._owned(silences), silences.c.since.is_not(None), which
        learns = self._owned(enrolments), enrolments.c.state != EnrolmentState.LEFT, whom
        rows = (
            select(literal(self.organisation), silences.c.id, enrolments.c.id)
            .join_from(silences, enrolments, enrolments.c.organisation == silences.c.organisation)
            .join(people, people.c.id == enrolments.c.person)
            .where(*there, *learns)
        )
        named = ["organisation", "silence", "enrolment"]
        joined = inserting(self.connection.dialect.name, silenced).from_select(named, rows)
        self.connection.execute(joined.on_conflict_do_nothing())

    def _mark(self, whom: ColumnElement[bool]) -> None:
        marked = update(enrolments).where(self._owned(enrolments), whom)
        self.connection.execute(marked.values(silent=_STILL, silenced=True))


def _of(silence: int) -> Select[Any]:
    return select(silenced.c.enrolment).where(silenced.c.silence == silence)
