"""The carrier of announcements: many letters of one kind, beside the courier so that no answer waits for them."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeAlias, assert_never

import structlog

from channels.channel import Busy, Channel, Expired, Gone, OverQuota, Receipt, Refused, Unknown
from config.clock import Clock
from messages.letter import State
from scheduler.courier import Lost, Outcome, attempt, backoff
from school import pulling
from store.database import Database
from store.freight import Load
from store.root import Root

log: Final = structlog.get_logger()
AT_ONCE: Final = 4  # letters to Slack on their way at the same time; LINE gets one parcel after the other
PAUSE: Final = timedelta(seconds=1)  # the least that an account rests
REST: Final = 40  # after a round, for so many times as long as it held the database
LONGEST_REST: Final = 2.0  # seconds
Fate: TypeAlias = tuple[Load, Outcome]


@dataclass(slots=True)
class Carrier:
    """Carries for the accounts it has channels for. An account whose platform asks for a pause rests as a whole. Where
    the clock stands still no answer waits for a round, and `longest_rest` (seconds) may be 0.
    """

    database: Database
    channels: Mapping[int, Channel]
    clock: Clock
    longest_rest: float = LONGEST_REST
    _resting: dict[int, datetime] = field(default_factory=dict)

    @property
    def pauses(self) -> tuple[datetime, ...]:
        """Until when accounts rest, or rested."""
        return tuple(self._resting.values())

    async def carry(self) -> None:
        """A round after the other while anything is ready to go: claimed in one short transaction, written down in
        another, and then a rest, for answers come first. What a crash leaves under way comes back with the sweep, as a
        doubt.
        """
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            loads = await self.database.run(self._claim)
            if not loads:
                return
            at, took = self.clock.now(), clock() - began
            outcomes = await asyncio.gather(*(attempt(self.channels, load.parcel, at) for load in loads))
            began = clock()
            await self.database.run(self._write_down, tuple(zip(loads, outcomes, strict=True)))
            await asyncio.sleep(min(REST * (took + clock() - began), self.longest_rest))

    def _claim(self) -> tuple[Load, ...]:
        at = self.clock.now()
        resting = [account for account, until in self._resting.items() if until > at]
        with self.database.root() as root:
            loads = root.freight.claim(at, slack=AT_ONCE, resting=resting)
            root.freight.finish(at)
        return loads

    def _write_down(self, back: tuple[Fate, ...]) -> None:
        at = self.clock.now()
        with self.database.root() as root:
            for load, outcome in back:
                _settle(root, load, outcome, at)
                if isinstance(outcome, Busy):
                    self._resting[load.parcel.letter.address.account] = at + max(outcome.retry_in, PAUSE)
            root.freight.finish(at)
        for load, outcome in back:
            _tell(load, outcome)


def _settle(root: Root, load: Load, outcome: Outcome, at: datetime) -> None:
    freight = root.freight
    match outcome:
        case Receipt(message=message, via=via, counted=counted):
            freight.sent(load, message=message, via=via, counted=counted, at=at)
        case Refused() if len(load.letters) > 1 and not isinstance(outcome, Lost):
            freight.halved(load, at)
        case Refused():
            state = State.EXPIRED if isinstance(outcome, Expired) else State.REFUSED
            freight.refused(load, state, _reason(outcome), at)
        case Busy(retry_in=retry_in):
            if isinstance(outcome, OverQuota):
                pulling.refused(root, load.parcel.letter.address.account, at)
            freight.later(load, at + max(retry_in, PAUSE), str(outcome), doubtful=load.parcel.doubtful)
        case Unknown():
            freight.later(load, at + backoff(load.parcel.attempts), str(outcome), doubtful=True)
        case _:
            assert_never(outcome)


def _reason(outcome: Refused) -> str:
    """A word for what people ask about, else what the platform said."""
    if isinstance(outcome, Lost):
        return "lost"
    return "gone" if isinstance(outcome, Gone) else str(outcome)


def _tell(load: Load, outcome: Outcome) -> None:
    facts = {"announcement": load.announcement, "letters": len(load.letters)}
    if isinstance(outcome, Receipt):
        log.info("parcel_sent", via=outcome.via, attempts=load.parcel.attempts, **facts)
        return
    log.warning("parcel_not_sent", outcome=type(outcome).__name__, why=str(outcome), **facts)
