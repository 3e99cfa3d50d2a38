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
from scheduler.courier import ABSENT, GIVE_UP, PATIENCE, backoff
from store.database import Database
from store.errors import DatabaseUnusable
from store.freight import Load
from store.root import Root

log: Final = structlog.get_logger()
AT_ONCE: Final = 4  # letters to Slack on their way at the same time; LINE gets one parcel after the other
PAUSE: Final = timedelta(seconds=1)  # the least that an account rests
Outcome: TypeAlias = Receipt | Refused | Busy | Unknown
Fate: TypeAlias = tuple[Load, Outcome]


@dataclass(slots=True)
class Carrier:
    """Carries for the accounts it has channels for, a round after the other while there is something to carry.

    A round is one short transaction: what came back is written down, and the next is claimed. An account whose platform
    asks for a pause rests as a whole.
    """

    database: Database
    channels: Mapping[int, Channel]
    clock: Clock
    _work: asyncio.Event = field(default_factory=asyncio.Event)
    _rest: asyncio.Event = field(default_factory=asyncio.Event)
    _resting: dict[int, datetime] = field(default_factory=dict)
    _under_way: set[asyncio.Task[Fate]] = field(default_factory=set)

    def wake(self) -> None:
        """There may be something to carry."""
        self._rest.clear()
        self._work.set()

    async def at_rest(self) -> None:
        """Return when nothing is under way, and nothing could be: for who moves the clock."""
        await self._rest.wait()

    async def run(self) -> None:
        """Carry until cancelled; what is under way then is waited for, so that its fate is known."""
        try:
            while True:
                await self._work.wait()
                self._work.clear()
                while await self._turned_over(await self._back()):
                    pass
                if not self._work.is_set():
                    self._rest.set()
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=PATIENCE.total_seconds())
            await self._turned_over(await self._back(), last=True)

    async def _back(self) -> tuple[Fate, ...]:
        """All that is under way, with what became of it."""
        done = await asyncio.gather(*self._under_way) if self._under_way else ()
        self._under_way.clear()
        return tuple(done)

    async def _turned_over(self, back: tuple[Fate, ...], *, last: bool = False) -> bool:
        """Whether something is under way now."""
        try:
            loads = await self.database.run(self._turn_over, back, last=last)
        except DatabaseUnusable as away:  # what came back stays "carrying": the sweep finds it
            log.error("freight_failed", why=str(away))  # noqa: TRY400  no bug, no traceback
            return False
        self._under_way = {asyncio.create_task(self._try(load)) for load in loads}
        return bool(loads)

    def _turn_over(self, back: tuple[Fate, ...], *, last: bool) -> tuple[Load, ...]:
        at = self.clock.now()
        with self.database.root() as root:
            for load, outcome in back:
                _settle(root, load, outcome, at)
                if isinstance(outcome, Busy):
                    self._resting[load.parcel.letter.address.account] = at + max(outcome.retry_in, PAUSE)
            resting = [account for account, until in self._resting.items() if until > at]
            loads = () if last else root.freight.claim(at, slack=AT_ONCE, resting=resting)
        for load, outcome in back:
            _tell(load, outcome)
        return loads

    async def _try(self, load: Load) -> Fate:
        return load, await self._tried(load)

    async def _tried(self, load: Load) -> Outcome:
        parcel = load.parcel
        channel = self.channels.get(parcel.letter.address.account)
        if channel is None:
            return Busy("its account is not connected", ABSENT)
        if parcel.doubtful and parcel.first_tried and self.clock.now() - parcel.first_tried > GIVE_UP:
            return Refused("whether it arrived could not be found out for a day")
        try:
            return await channel.send(parcel)
        except (Refused, Busy, Unknown) as outcome:
            return outcome
        except Exception as bug:
            log.exception("parcel_failed", announcement=load.announcement, letters=len(load.letters))
            return Unknown(type(bug).__name__)


def _settle(root: Root, load: Load, outcome: Outcome, at: datetime) -> None:
    freight = root.freight
    match outcome:
        case Receipt(message=message, via=via, counted=counted):
            freight.sent(load, message=message, via=via, counted=counted, at=at)
        case Refused() if len(load.letters) > 1:
            freight.halved(load, at)
        case Refused():
            state = State.EXPIRED if isinstance(outcome, Expired) else State.REFUSED
            freight.refused(load, state, "gone" if isinstance(outcome, Gone) else str(outcome), at)
        case Busy(retry_in=retry_in):
            freight.later(load, at + max(retry_in, PAUSE), str(outcome), doubtful=load.parcel.doubtful)
        case Unknown():
            freight.later(load, at + backoff(load.parcel.attempts), str(outcome), doubtful=True)
        case _:
            assert_never(outcome)


def _tell(load: Load, outcome: Outcome) -> None:
    facts = {"announcement": load.announcement, "letters": len(load.letters)}
    if isinstance(outcome, Receipt):
        log.info("parcel_sent", via=outcome.via, attempts=load.parcel.attempts, **facts)
        return
    kind = "OverQuota" if isinstance(outcome, OverQuota) else type(outcome).__name__
    log.warning("parcel_not_sent", outcome=kind, why=str(outcome), **facts)
