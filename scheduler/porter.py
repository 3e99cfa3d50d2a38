"""The porter: fetches what the office dropped into the chat, has it read, and taken over once somebody says yes."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog

from channels.channel import Busy, Channel, Refused, TooLarge
from config.clock import Clock
from school.roster import dropping
from school.roster.faults import Fault, Malformed, Why
from school.roster.files import MOST
from school.roster.reading import Roster, read
from store.database import Database
from store.office import Upload, Uploaded

log: Final = structlog.get_logger()
PATIENCE: Final = timedelta(minutes=10)  # how long a platform that is away is asked for a file


@dataclass(slots=True)
class Porter:
    """Fetches for the accounts it has channels for. What comes of a file is one transaction, and counts once: fetched
    twice it is told once.
    """

    database: Database
    channels: Mapping[int, Channel]
    clock: Clock
    _resting: dict[int, datetime] = field(default_factory=dict)

    async def fetch(self) -> None:
        """Every file that waits. Reading is done beside the database, for a large workbook takes seconds."""
        at = self.clock.now()
        for organisation, upload in await self.database.run(self._waiting):
            if upload.state is Uploaded.WANTED:
                await self.database.run(self._take, organisation, upload, at)
            elif self._resting.get(upload.id, at) <= at:
                await self._bring(organisation, upload, at)

    async def _bring(self, organisation: int, upload: Upload, at: datetime) -> None:
        outcome: Roster | tuple[Fault, ...] | None
        try:
            raw = await self.channels[upload.account].fetched(upload.url, MOST)
            outcome = await asyncio.to_thread(read, raw, upload.name)
        except Malformed as wrong:
            outcome = wrong.faults
        except TooLarge:
            outcome = (Fault(Why.TOO_LARGE, seen=f"{MOST // 1_000_000}MB"),)
        except Refused as why:
            log.warning("roster_not_fetched", upload=upload.id, why=str(why))
            outcome = None
        except (Busy, KeyError) as why:
            log.info("roster_waits", upload=upload.id, why=str(why))
            if at - upload.at < PATIENCE:
                self._resting[upload.id] = at + (why.retry_in if isinstance(why, Busy) else timedelta(seconds=10))
                return
            outcome = None
        await self.database.run(self._told, organisation, upload, outcome, at)

    def _waiting(self) -> list[tuple[int, Upload]]:
        with self.database.root() as root:
            return [(each.id, one) for each in root.organisations.all() for one in root.work(each.id).uploads.waiting()]

    def _take(self, organisation: int, upload: Upload, at: datetime) -> None:
        with self.database.begin(organisation) as work:
            dropping.take(work, upload, at)

    def _told(
        self, organisation: int, upload: Upload, outcome: Roster | tuple[Fault, ...] | None, at: datetime
    ) -> None:
        with self.database.begin(organisation) as work:
            match outcome:
                case Roster():
                    dropping.show(work, upload, outcome, at)
                case None:
                    dropping.lose(work, upload, at)
                case _:
                    dropping.refuse(work, upload, outcome, at)
