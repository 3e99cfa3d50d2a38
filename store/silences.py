"""Silences: asked for, begun, over."""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, cast, exists, func, select, update

from store.errors import only
from store.schema import silences
from store.scope import Scope, ours
from store.silence import Silence, Whom, target

SILENCE: Final = tuple(
    silences.c[name]
    for name in (
        *("id", "whom", "section", "person", "asked_by", "asked_name", "asked_at", "confirmed_by", "confirmed_name"),
        *("since", "until", "notice", "compressed"),
    )
)
_OURS: Final = select(*SILENCE).where(ours(silences)).order_by(silences.c.id)
_NUMBERED: Final = _OURS.where(silences.c.id == bindparam("silence"))
_OPEN: Final = _OURS.where(silences.c.until.is_(None))
_ABOUT: Final = _OPEN.where(silences.c.target == bindparam("target"))
_EVERYBODY: Final = _OURS.where(
    silences.c.whom == Whom.EVERYBODY, silences.c.since >= bindparam("then", type_=silences.c.since.type)
)
LASTS: Final = silences.c.since.is_not(None) & silences.c.until.is_(None)
_ASKED: Final = silences.c.since.is_(None) & silences.c.until.is_(None)
_LOCK: Final = 29
"""The first half of a lock's number in PostgreSQL, where nobody else takes one of two; the other: whose it is."""


class Silences(Scope):
    """The silences of one organisation."""

    __slots__ = ()

    def ask(self, whom: Whom, number: int | None, *, by: int | None, name: str, notice: bool, at: datetime) -> bool:
        """Somebody wants silence over everybody, the section or the person with this number; False if that waits or
        lasts already.
        """
        about = {"section": number if whom is Whom.SECTION else None, "person": number if whom is Whom.PERSON else None}
        asked = {"asked_by": by, "asked_name": name, "asked_at": at, "notice": notice}
        return self._add(silences, whom=whom, target=target(whom, number), **about, **asked, confirmed_name="")

    def get(self, silence: int) -> Silence:
        """The silence with this number; raises NotFound."""
        return Silence(*only(self._found(_NUMBERED, silence=silence).all()))

    def about(self, whom: Whom, number: int | None) -> Silence | None:
        """The one over everybody, the section or the person with this number that waits or lasts."""
        row = self._found(_ABOUT, target=target(whom, number)).one_or_none()
        return Silence(*row) if row else None

    def open(self) -> tuple[Silence, ...]:
        """Those that wait for a yes or last, the oldest first."""
        return tuple(Silence(*row) for row in self._found(_OPEN))

    def over_everybody(self, since: datetime) -> tuple[Silence, ...]:
        """Those over everybody that began then or later, the oldest first; also those that are over."""
        return tuple(Silence(*row) for row in self._found(_EVERYBODY, then=since))

    def begin(self, silence: int, since: datetime, *, by: int | None, name: str) -> bool:
        """It is silent from then on; False if it does not wait for that any more: somebody was quicker. Whoever writes
        letters at this moment is waited for, so that theirs are found; whoever comes later, waits and finds it silent.
        """
        self._lock()
        begun = {"since": since, "confirmed_by": by, "confirmed_name": name}
        return self._change(update(silences).where(self._at(silences, silence), _ASKED).values(begun)) > 0

    def drop(self, silence: int, at: datetime) -> bool:
        """It is not wanted after all; False if it does not wait for a yes any more."""
        return self._change(update(silences).where(self._at(silences, silence), _ASKED).values(until=at)) > 0

    def lapse(self, then: datetime, at: datetime) -> int:
        """What was asked for by then and never got a yes is over; returns how many."""
        old = update(silences).where(self._owned(silences), _ASKED, silences.c.asked_at <= then)
        return self._change(old.values(until=at))

    def end(self, silence: int, until: datetime, *, compressed: bool) -> bool:
        """It is over at that moment; False if it does not last: somebody was quicker. Who waits for whom is as when it
        begins.
        """
        self._lock()
        over = update(silences).where(self._at(silences, silence), LASTS)
        return self._change(over.values(until=until, compressed=compressed)) > 0

    def _lock(self) -> None:
        if self.connection.dialect.name == "postgresql":
            self.connection.execute(select(func.pg_advisory_xact_lock(_LOCK, self.organisation)))


def stay_as_they_are(connection: Connection, organisations: Select[int]) -> None:
    """Until the transaction ends no silence begins or ends in these organisations. One that does so at this moment is
    waited for, and the next statement sees it: ask before letters are written by who rests. SQLite's writers take turns
    anyway.
    """
    if connection.dialect.name == "postgresql":
        whose = organisations.distinct().subquery().c[0]
        connection.execute(select(func.pg_advisory_xact_lock_shared(_LOCK, cast(whose, Integer))))


def town_rests(organisation: ColumnElement[int]) -> ColumnElement[bool]:
    """Everybody in this organisation rests."""
    return exists().where(silences.c.organisation == organisation, silences.c.whom == Whom.EVERYBODY, LASTS)
