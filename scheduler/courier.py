"""The courier: carries letters from the outbox to the channels, and writes down what became of each."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import structlog

from channels.channel import Busy, Channel, Expired, OverQuota, Receipt, Refused, Unknown
from config.clock import Clock
from messages.letter import State
from store.database import Database
from store.errors import DatabaseUnusable
from store.letters import Claimed

log: Final = structlog.get_logger()
AT_ONCE: Final = 50  # letters on their way at the same time
GIVE_UP: Final = timedelta(hours=23)  # LINE forgets a retry key after 24 hours: later a repeat could arrive twice
ABSENT: Final = timedelta(seconds=30)  # how long a letter waits for an account that is not connected
PATIENCE: Final = timedelta(seconds=12)  # how long the last letters may take when the bot stops
WHENEVER: Final = timedelta(days=1)  # clocks may have been set back since
Outcome = Receipt | Refused | Busy | Unknown


@dataclass(slots=True)
class Courier:
    """Carries for the accounts it has channels for. One letter at a time to each address, oldest first."""

    database: Database
    channels: Mapping[int, Channel]
    clock: Clock
    _work: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    def wake(self) -> None:
        """There may be letters."""
        self._work.set()

    async def take_over(self) -> None:
        """Put back what a courier that crashed left under way; only where no other can be at work."""
        lost = await self.database.run(self._put_back)
        if lost:
            log.warning("letters_taken_over", letters=lost)

    async def run(self) -> None:
        """Carry until cancelled; what is under way then is waited for, so that its fate is known."""
        try:
            while True:
                await self._work.wait()
                self._work.clear()
                await self._set_out()
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=PATIENCE.total_seconds())

    async def _set_out(self) -> None:
        free = AT_ONCE - len(self._under_way)
        if not free:
            return
        try:
            claimed = await self.database.run(self._claim, free)
        except DatabaseUnusable as away:  # the next heartbeat tries again
            log.error("claim_failed", why=str(away))  # noqa: TRY400  no bug, no traceback
            return
        except Exception:
            log.exception("claim_failed")
            return
        for each in claimed:
            task = asyncio.create_task(self._carry(each))
            self._under_way.add(task)
            task.add_done_callback(self._arrived)

    def _arrived(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self.wake()

    async def _carry(self, claimed: Claimed) -> None:
        try:
            await self.database.run(self._settle, claimed, await self._try(claimed))
        except Exception:  # stays "carrying": the sweep finds it and has it looked up before it goes again
            log.exception("letter_not_settled", letter=claimed.id)

    async def _try(self, claimed: Claimed) -> Outcome:
        parcel = claimed.parcel
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
            log.exception("letter_failed", letter=claimed.id, channel=parcel.letter.address.channel)
            return Unknown(type(bug).__name__)

    def _put_back(self) -> int:
        with self.database.root() as root:
            return root.outbox.stranded(self.clock.now() + WHENEVER)

    def _claim(self, limit: int) -> tuple[Claimed, ...]:
        with self.database.root() as root:
            return root.outbox.claim(self.clock.now(), limit)

    def _settle(self, claimed: Claimed, outcome: Outcome) -> None:
        at, parcel = self.clock.now(), claimed.parcel
        with self.database.root() as root:
            match outcome:
                case Receipt(message=message, via=via, counted=counted):
                    root.outbox.sent(claimed.id, message=message, via=via, counted=counted, at=at)
                case Refused():
                    state = State.EXPIRED if isinstance(outcome, Expired) else State.REFUSED
                    root.outbox.refused(claimed.id, state, str(outcome), at)
                case Busy():
                    later = at + outcome.retry_in
                    postpone = later if isinstance(outcome, OverQuota) else None
                    reason = str(outcome)
                    root.outbox.later(
                        claimed.id, next_try=later, doubtful=parcel.doubtful, reason=reason, postpone=postpone
                    )
                case Unknown():
                    later = at + backoff(parcel.attempts)
                    root.outbox.later(claimed.id, next_try=later, doubtful=True, reason=str(outcome), postpone=None)
        _tell(claimed, outcome)


def backoff(attempts: int) -> timedelta:
    """1, 2, 4 … seconds, at most five minutes."""
    return timedelta(seconds=min(2 ** max(attempts - 1, 0), 300))


def _tell(claimed: Claimed, outcome: Outcome) -> None:
    if isinstance(outcome, Receipt):
        log.info("letter_sent", letter=claimed.id, via=outcome.via, attempts=claimed.parcel.attempts)
        return
    log.warning("letter_not_sent", letter=claimed.id, outcome=type(outcome).__name__, why=str(outcome))
