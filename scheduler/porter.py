"""The porter: fetches what the office dropped into the chat, has it read, and taken over once somebody says yes."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeAlias

import structlog

from channels.channel import Busy, Channel, Refused, TooLarge
from config.clock import Clock
from school.roster import dropping
from school.roster.dropping import Lost
from school.roster.faults import Fault, Malformed, Why
from school.roster.files import MOST
from school.roster.headings import Header, Unsure
from school.roster.keeping import header_of, unpacked
from school.roster.reading import Roster, read, read_under
from store.database import Database
from store.office import Upload, Uploaded

log: Final = structlog.get_logger()
PATIENCE: Final = timedelta(minutes=10)  # how long a platform that is away is asked for a file
TRIES: Final = 3  # of what fails by a fault of ours
Outcome: TypeAlias = Roster | Header | tuple[Fault, ...] | Lost


@dataclass(slots=True)
class Porter:
    """Fetches for the accounts it has channels for. What comes of a file is one transaction, and counts once: fetched
    twice it is told once. A file that we fail at again and again is given up, and its owner is told.
    """

    database: Database
    channels: Mapping[int, Channel]
    clock: Clock
    _resting: dict[int, datetime] = field(default_factory=dict)
    _since: dict[int, datetime] = field(default_factory=dict)
    _tried: Counter[int] = field(default_factory=Counter)

    async def fetch(self) -> None:
        """Every file that waits. Reading is done beside the database, for a large workbook takes seconds."""
        at = self.clock.now()
        for organisation, upload in await self.database.run(self._waiting):
            if self._resting.get(upload.id, at) > at:
                continue
            self._tried[upload.id] += 1  # stays counted if what follows raises
            await self._go_on(organisation, upload, at)
            del self._tried[upload.id]

    async def _go_on(self, organisation: int, upload: Upload, at: datetime) -> None:
        if self._tried[upload.id] > TRIES:
            log.error("roster_given_up", upload=upload.id)
            await self.database.run(self._told, organisation, upload, Lost.FAILED, at)
        elif upload.state is Uploaded.WANTED:
            roster = await asyncio.to_thread(unpacked, upload.roster)
            await self.database.run(self._take, organisation, upload, roster, at)
        else:
            await self._bring(organisation, upload, at)

    async def _bring(self, organisation: int, upload: Upload, at: datetime) -> None:
        outcome: Outcome
        try:
            raw = await self.channels[upload.account].fetched(upload.url, MOST)
            outcome = await asyncio.to_thread(_read, raw, upload)
        except Unsure as unsure:
            outcome = unsure.header
        except Malformed as wrong:
            outcome = wrong.faults
        except TooLarge:
            outcome = (Fault(Why.TOO_LARGE, seen=f"{MOST // 1_000_000}MB"),)
        except Refused as why:
            log.warning("roster_not_fetched", upload=upload.id, why=str(why))
            outcome = Lost.NOT_FETCHED
        except (Busy, KeyError) as why:
            log.info("roster_waits", upload=upload.id, why=str(why))
            if at - self._since.setdefault(upload.id, at) < PATIENCE:
                self._resting[upload.id] = at + (why.retry_in if isinstance(why, Busy) else timedelta(seconds=10))
                return
            outcome = Lost.NOT_FETCHED
        self._since.pop(upload.id, None)
        await self.database.run(self._told, organisation, upload, outcome, at)

    def _waiting(self) -> list[tuple[int, Upload]]:
        with self.database.root() as root:
            return [(each.id, one) for each in root.organisations.all() for one in root.work(each.id).uploads.waiting()]

    def _take(self, organisation: int, upload: Upload, roster: Roster, at: datetime) -> None:
        with self.database.begin(organisation) as work:
            dropping.take(work, upload, roster, at)

    def _told(self, organisation: int, upload: Upload, outcome: Outcome, at: datetime) -> None:
        with self.database.begin(organisation) as work:
            if upload not in work.uploads.waiting():
                return  # told by somebody quicker; its owner may have chosen other columns since
            match outcome:
                case Roster():
                    dropping.show(work, upload, outcome, at)
                case Header():
                    dropping.ask(work, upload, outcome, at)
                case Lost():
                    dropping.lose(work, upload, outcome, at)
                case _:
                    dropping.refuse(work, upload, outcome, at)


def _read(raw: bytes, upload: Upload) -> Roster:
    """Under the columns that its owner has chosen, if they have."""
    return read_under(raw, upload.name, header_of(upload.roster)) if upload.roster else read(raw, upload.name)
