"""The carrier of announcements: many letters of one kind, beside the courier so that no answer waits for them."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
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
from store.freight import STEP, Load
from store.root import Root

log: Final = structlog.get_logger()
AT_ONCE: Final = 4  # letters to Slack on their way at the same time; LINE gets one parcel after the other
PAUSE: Final = timedelta(seconds=1)  # the least that an account rests
REST: Final = 40  # after a round, for so many times as long as it held the database
LONGEST_REST: Final = 3.0  # seconds
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
        """A round after the other while anything is ready to go: claimed in short transactions, written down in others,
        and then a rest, for answers come first. What a crash leaves under way comes back with the sweep, as a doubt.
        """
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            loads = await self._claimed()
            if not loads:
                return
            at, took = self.clock.now(), clock() - began
            outcomes = await asyncio.gather(*(attempt(self.channels, load.parcel, at) for load in loads))
            began = clock()
            back = tuple(zip(loads, outcomes, strict=True))
            for share in _shares(back):
                await self.database.run(self._write_down, share)
            for load, outcome in back:
                _tell(load, outcome)
            await asyncio.sleep(min(REST * (took + clock() - began), self.longest_rest))

    async def _claimed(self) -> tuple[Load, ...]:
        loads = await self.database.run(self._claim)
        return tuple([await self._filled(load) for load in loads])

    async def _filled(self, load: Load) -> Load:
        """As full as it gets."""
        while load.room and (fuller := await self.database.run(self._fill, load)) != load:
            load = fuller
        return load

    def _claim(self) -> tuple[Load, ...]:
        at = self.clock.now()
        resting = [account for account, until in self._resting.items() if until > at]
        with self.database.root() as root:
            loads = root.freight.claim(at, slack=AT_ONCE, resting=resting)
            root.freight.finish(at)
        return loads

    def _fill(self, load: Load) -> Load:
        with self.database.root() as root:
            return root.freight.more(load, self.clock.now())

    def _write_down(self, share: Sequence[Fate]) -> None:
        at = self.clock.now()
        with self.database.root() as root:
            for load, outcome in share:
                _settle(root, load, outcome, at)
                if isinstance(outcome, Busy):
                    self._resting[load.parcel.letter.address.account] = at + max(outcome.retry_in, PAUSE)
            root.freight.finish(at)


def _shares(back: Iterable[Fate]) -> list[list[Fate]]:
    """What each transaction writes down. What arrived is written down in steps, the rest whole: it may be halved."""
    shares: list[list[Fate]] = []
    for load, outcome in back:
        for part in load.steps() if isinstance(outcome, Receipt) else (load,):
            if not shares or sum(len(each.letters) for each, _ in (*shares[-1], (part, outcome))) > STEP:
                shares.append([])
            shares[-1].append((part, outcome))
    return shares


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
