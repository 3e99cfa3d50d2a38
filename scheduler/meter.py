"""The meter: asks the platforms what they have counted, once an hour at most, and keeps what they say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog

from channels.channel import Busy, Channel, Quota, Refused
from config.clock import Clock
from lessons.library import Library
from school import pulling, quota
from store.database import Database
from store.metered import Reading
from store.values import Account

log: Final = structlog.get_logger()
HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(minutes=1)


@dataclass(slots=True)
class Meter:
    """Reads for the accounts it has channels for. Between two readings our own outbox counts."""

    database: Database
    channels: Mapping[int, Channel]
    library: Library
    clock: Clock
    _asked: dict[int, datetime] = field(default_factory=dict)
    _watched: datetime | None = None

    async def read(self) -> None:
        """Ask where it is time to, then see to it that every month lasts; a platform that is away is asked again in an
        hour.
        """
        at = self.clock.now()
        if self._watched and abs(at - self._watched) < MINUTE:
            return
        self._watched = at
        for account in await self.database.run(self._unread, at):
            await self._ask(account, at)
        await self.database.run(self._watch, at)

    async def _ask(self, account: Account, at: datetime) -> None:
        self._asked[account.id] = at
        try:
            told = await self.channels[account.id].quota()
        except (Refused, Busy) as why:
            log.warning("quota_not_read", account=account.id, why=str(why))
            return
        if told is not None:
            await self.database.run(self._keep, account, told, at)

    def _unread(self, at: datetime) -> list[Account]:
        with self.database.root() as root:
            works = [root.work(each.id) for each in root.organisations.all()]
            return [
                account
                for work in works
                for account in quota.on_line(work)
                if account.id in self.channels and self._is_time(account, quota.read_at(work, account), at)
            ]

    def _is_time(self, account: Account, read_at: datetime | None, at: datetime) -> bool:
        asked = max((each for each in (self._asked.get(account.id), read_at) if each), default=None)
        return asked is None or abs(at - asked) >= HOUR

    def _keep(self, account: Account, told: Quota, at: datetime) -> None:
        with self.database.begin(account.organisation) as work:
            work.readings.keep(Reading(account.id, told.limit, told.used, at))

    def _watch(self, at: datetime) -> None:
        with self.database.root() as root:
            for organisation in root.organisations.all():
                for turned in pulling.watch(root.work(organisation.id), self.library, at):
                    log.warning("lessons_turned", account=turned.id, pull=turned.pull or "no")
