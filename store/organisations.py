"""Organisations, with the days on which nobody works there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import CompoundSelect, Connection, Select, bindparam, delete, exists, insert, select, update

from messages.incoming import ChannelName
from store.accounts import ACCOUNT
from store.announcement import Stage
from store.digests import TOLD
from store.enrolments import DUE, NUDGED
from store.errors import only
from store.prepared import find
from store.schema import accounts, announcements, closures, organisations, watches
from store.sittings import DUE as ASKED
from store.upsert import create
from store.values import Account, Organisation

_FIELDS: Final = (
    *("name", "timezone", "language", "opens", "closes", "lunch_from", "lunch_to"),
    *("line_free_text", "line_reminders", "second_approval", "questions_channel", "silence_confirm"),
)
_COLUMNS: Final = (organisations.c.id, *(organisations.c[name] for name in _FIELDS))
_CLOSES: Final = exists().where(closures.c.organisation == organisations.c.id).label("has_closures")
_ALL: Final = select(*_COLUMNS, _CLOSES).order_by(organisations.c.id)
_NUMBERED: Final = _ALL.where(organisations.c.id == bindparam("organisation"))
_NAMED: Final = _ALL.where(organisations.c.name == bindparam("name"))
_REACHED_AT: Final = (
    _ALL.join(accounts, accounts.c.organisation == organisations.c.id)
    .where(accounts.c.channel == bindparam("channel"), accounts.c.external == bindparam("external"))
    .add_columns(*ACCOUNT)
)
_CLOSED: Final = select(closures.c.organisation, closures.c.day)
_DUE: Final = DUE.distinct()
_NUDGED: Final = NUDGED.distinct()
_ASKED: Final = ASKED.distinct()
_ANNOUNCING: Final = (
    select(announcements.c.organisation)
    .where(announcements.c.stage.in_((Stage.SCHEDULED, Stage.SENDING)))
    .union(select(watches.c.organisation).where(watches.c.message != ""))
)
_CLOSED_HERE: Final = _CLOSED.where(closures.c.organisation == bindparam("organisation"))


@dataclass(frozen=True, slots=True)
class Organisations:
    """All organisations."""

    connection: Connection

    def create(
        self,
        *,
        name: str,
        timezone: ZoneInfo,
        language: str,
        opens: time,
        closes: time,
        lunch_from: time,
        lunch_to: time,
    ) -> Organisation:
        """A new organisation; raises AlreadyExists if one has this name."""
        hours = {"opens": opens, "closes": closes, "lunch_from": lunch_from, "lunch_to": lunch_to}
        values = {"name": name, "timezone": timezone, "language": language, **hours}
        return Organisation(*create(self.connection, organisations, _COLUMNS, **values))

    def get(self, organisation: int) -> Organisation:
        """The organisation with this number; raises NotFound."""
        return only(self._all(_NUMBERED, _CLOSED_HERE, organisation=organisation))

    def by_name(self, name: str) -> Organisation | None:
        """The organisation with exactly this name."""
        return next(iter(self._all(_NAMED, _CLOSED, name=name)), None)

    def reached_at(self, channel: ChannelName, external: str) -> tuple[Account, Organisation] | None:
        """Our account with this id on the platform, and whose it is."""
        row = find(self.connection, _REACHED_AT, {"channel": channel, "external": external}).one_or_none()
        if row is None:
            return None
        organisation, account = Organisation(*row[: len(_COLUMNS)]), Account(*row[-len(ACCOUNT) :])
        if not row.has_closures:  # most have none, and each turn reads its own
            return account, organisation
        days = find(self.connection, _CLOSED_HERE, {"organisation": organisation.id})
        return account, replace(organisation, closures=frozenset(day for _, day in days))

    def all(self) -> tuple[Organisation, ...]:
        """All organisations, the oldest first."""
        return self._all(_ALL, _CLOSED)

    def due(self, now: datetime) -> tuple[int, ...]:
        """The numbers of those where an enrolment's time has come."""
        return self._theirs(_DUE, now=now)

    def nudged(self, now: datetime) -> tuple[int, ...]:
        """The numbers of those where a reminder's time has come."""
        return self._theirs(_NUDGED, now=now)

    def announcing(self) -> tuple[int, ...]:
        """The numbers of those where an announcement waits for its moment, goes out, or is watched."""
        return self._theirs(_ANNOUNCING)

    def told(self, now: datetime) -> tuple[int, ...]:
        """The numbers of those whose weekly digest's time has come."""
        return self._theirs(TOLD, now=now)

    def asked(self, now: datetime) -> tuple[int, ...]:
        """The numbers of those where a questionnaire's time has come."""
        return self._theirs(_ASKED, now=now)

    def save(self, organisation: Organisation) -> None:
        """The organisation is called, works and closes as the value says."""
        values = {name: getattr(organisation, name) for name in _FIELDS}
        self.connection.execute(update(organisations).where(organisations.c.id == organisation.id).values(values))
        self.set_closures(organisation.id, organisation.closures)

    def set_closures(self, organisation: int, days: Iterable[date]) -> None:
        """Nobody works there on these days, and on no others that were set before."""
        self.connection.execute(delete(closures).where(closures.c.organisation == organisation))
        rows = [{"organisation": organisation, "day": day} for day in sorted(set(days))]
        if rows:
            self.connection.execute(insert(closures), rows)

    def _theirs(self, whose: Select[int] | CompoundSelect[int], **values: object) -> tuple[int, ...]:
        return tuple(find(self.connection, whose, values).scalars())

    def _all(
        self, which: Select[*tuple[Any, ...]], closed: Select[int, date], **values: object
    ) -> tuple[Organisation, ...]:
        rows = find(self.connection, which, values).all()
        days: dict[int, set[date]] = defaultdict(set)
        if any(row.has_closures for row in rows):
            for organisation, day in find(self.connection, closed, values):
                days[organisation].add(day)
        return tuple(_closed(Organisation(*row[:-1]), days[row.id]) for row in rows)


def _closed(organisation: Organisation, days: set[date]) -> Organisation:
    """Most have no such days, and each turn reads its own."""
    return replace(organisation, closures=frozenset(days)) if days else organisation
