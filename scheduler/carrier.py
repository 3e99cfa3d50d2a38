"""The carrier of announcements: many letters of one kind, beside the courier so that no answer waits for them."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeAlias, assert_never

import structlog

from channels.channel import Busy, Channel, Expired, Gone, Receipt, Refused, Unknown
from config.clock import Clock
from messages.letter import State
from scheduler.courier import Lost, Outcome, attempt, backoff
from store.database import Database
from store.freight import Load
from store.root import Root

log: Final = structlog.get_logger()
AT_ONCE: Final = 4  # letters to Slack on their way at the same time; LINE gets one parcel after the other
PAUSE: Final = timedelta(seconds=1)  # the least that an account rests
Fate: TypeAlias = tuple[Load, Outcome]


@dataclass(slots=True)
class Carrier:
    """Carries for the accounts it has channels for. An account whose platform asks for a pause rests as a whole."""

    database: Database
    channels: Mapping[int, Channel]
    clock: Clock
    _resting: dict[int, datetime] = field(default_factory=dict)

    async def carry(self) -> None:
        """A round after the other while anything is ready to go. A round is one short transaction: what came back is
        written down, the next is claimed, and what has nothing left to send is done. What a crash leaves under way
        comes back with the sweep, as a doubt.
        """
        back: tuple[Fate, ...] = ()
        while loads := await self.database.run(self._turn_over, back):
            at = self.clock.now()
            outcomes = await asyncio.gather(*(attempt(self.channels, load.parcel, at) for load in loads))
            back = tuple(zip(loads, outcomes, strict=True))

    def _turn_over(self, back: tuple[Fate, ...]) -> tuple[Load, ...]:
        at = self.clock.now()
        with self.database.root() as root:
            for load, outcome in back:
                _settle(root, load, outcome, at)
                if isinstance(outcome, Busy):
                    self._resting[load.parcel.letter.address.account] = at + max(outcome.retry_in, PAUSE)
            resting = [account for account, until in self._resting.items() if until > at]
            loads = root.freight.claim(at, slack=AT_ONCE, resting=resting)
            root.freight.finish(at)
        for load, outcome in back:
            _tell(load, outcome)
        return loads


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
