"""The courier: carries letters from the outbox to the channels, and writes down what became of each."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeAlias, assert_never

import structlog

from channels.channel import Busy, Channel, Expired, OverQuota, Receipt, Refused, Unknown
from config.clock import Clock
from messages.letter import Parcel, State
from school import pulling
from school.outdated import is_outdated, may_be_outdated
from store.database import Database
from store.errors import DatabaseUnusable
from store.letters import Arrived, Claimed
from store.root import Root

log: Final = structlog.get_logger()
AT_ONCE: Final = 50  # letters on their way at the same time
GIVE_UP: Final = timedelta(hours=23)  # LINE forgets a retry key after 24 hours: later a repeat could arrive twice
ABSENT: Final = timedelta(seconds=30)  # how long a letter waits for an account that is not connected
PATIENCE: Final = timedelta(seconds=12)  # how long the last letters may take when the bot stops
WHENEVER: Final = timedelta(days=1)  # clocks may have been set back since
Outcome: TypeAlias = Receipt | Refused | Busy | Unknown
Fate: TypeAlias = tuple[Claimed, Outcome]


class Lost(Refused):
    """It may have arrived, and can be tried no more: a repeat could arrive twice."""


@dataclass(slots=True)
class Courier:
    """Carries for the accounts it has channels for. One letter at a time to each address, oldest first.

    A round is one transaction: it writes down what became of the letters that came back since the last one, and claims
    the next. So a busy morning costs few commits, and an idle one a single round a letter. An answer need not wait for
    a round while the courier is idle: it is claimed in the transaction that writes it.
    """

    database: Database
    channels: Mapping[int, Channel]
    clock: Clock
    _work: asyncio.Event = field(default_factory=asyncio.Event)
    _rest: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)
    _back: list[Fate] = field(default_factory=list)

    def wake(self) -> None:
        """There may be letters."""
        self._rest.clear()
        self._work.set()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way, nor thought to be waiting."""
        return self._rest.is_set()

    def claim(self, root: Root, most: int) -> tuple[Claimed, ...]:
        """Letters to carry as soon as this transaction is committed."""
        at = self.clock.now()
        return tuple(each for each in root.outbox.claim(at, most) if not _dropped(root, each, at))

    def carry(self, claimed: Iterable[Claimed]) -> None:
        """Set off with what was claimed; call it where the courier runs."""
        for each in claimed:
            self._rest.clear()
            task = asyncio.create_task(self._carry(each))
            self._under_way.add(task)
            task.add_done_callback(self._arrived)

    async def at_rest(self) -> None:
        """Return when no letter is under way, and none could be: for who moves the clock."""
        await self._rest.wait()

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
                await self._round()
                if not (self._under_way or self._work.is_set()):
                    self._rest.set()
        finally:
            self._rest.clear()
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=PATIENCE.total_seconds())
            if self._back:
                await self._written(0)

    async def _round(self) -> None:
        self.carry(await self._written(AT_ONCE - len(self._under_way)))

    async def _written(self, free: int) -> tuple[Claimed, ...]:
        """Who came back is written down; so many more are claimed."""
        back, self._back = self._back, []
        try:
            return await self.database.run(self._turn_over, tuple(back), free)
        except DatabaseUnusable as away:  # the next heartbeat tries again
            self._back = back + self._back
            log.error("round_failed", why=str(away))  # noqa: TRY400  no bug, no traceback
        except Exception:  # stays "carrying": the sweep finds it and has it looked up before it goes again
            log.exception("round_failed", letters=[claimed.id for claimed, _ in back])
        return ()

    def _arrived(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self.wake()

    async def _carry(self, claimed: Claimed) -> None:
        outcome = await attempt(self.channels, claimed.parcel, self.clock.now())
        self._back.append((claimed, outcome))

    def _put_back(self) -> int:
        with self.database.root() as root:
            return root.outbox.stranded(self.clock.now() + WHENEVER)

    def _turn_over(self, back: tuple[Fate, ...], free: int) -> tuple[Claimed, ...]:
        at = self.clock.now()
        with self.database.root() as root:
            _settle(root, back, at)
            going = self.claim(root, free) if free > 0 else ()
        for each, outcome in back:
            _tell(each, outcome)
        return going


def _dropped(root: Root, claimed: Claimed, at: datetime) -> bool:
    """What is asked in vain by now never leaves, even if it may be there already."""
    parcel = claimed.parcel
    in_vain = may_be_outdated(parcel, at) and is_outdated(root.work(claimed.organisation), parcel.letter)
    if in_vain:
        root.outbox.refused(claimed.id, State.CANCELLED, "answered elsewhere", at)
    return in_vain


def _settle(root: Root, back: tuple[Fate, ...], at: datetime) -> None:
    root.outbox.sent(
        tuple(
            Arrived(claimed.id, message=receipt.message, via=receipt.via, counted=receipt.counted)
            for claimed, receipt in back
            if isinstance(receipt, Receipt)
        ),
        at,
    )
    for claimed, outcome in back:
        _put_off(root, claimed, outcome, at)


def _put_off(root: Root, claimed: Claimed, outcome: Outcome, at: datetime) -> None:
    match outcome:
        case Receipt():
            return
        case Refused():
            state = State.EXPIRED if isinstance(outcome, Expired) else State.REFUSED
            root.outbox.refused(claimed.id, state, str(outcome), at)
        case Busy(retry_in=retry_in):
            if isinstance(outcome, OverQuota):
                pulling.refused(root, claimed.parcel.letter.address.account, at)
            later = at + retry_in
            root.outbox.later(
                claimed.id,
                next_try=later,
                doubtful=claimed.parcel.doubtful,
                reason=str(outcome),
                postpone=later if isinstance(outcome, OverQuota) else None,
            )
        case Unknown(settled_in=settled_in):
            later = at + max(backoff(claimed.parcel.attempts), settled_in)
            root.outbox.later(claimed.id, next_try=later, doubtful=True, reason=str(outcome))
        case _:
            assert_never(outcome)


async def attempt(channels: Mapping[int, Channel], parcel: Parcel, at: datetime) -> Outcome:
    """Send a parcel by its account's channel, and tell what became of it, whatever that is."""
    channel = channels.get(parcel.letter.address.account)
    if channel is None:
        return Busy("its account is not connected", ABSENT)
    if parcel.doubtful and parcel.first_tried and at - parcel.first_tried > GIVE_UP:
        return Lost("whether it arrived could not be found out for a day")
    try:
        return await channel.send(parcel)
    except (Refused, Busy, Unknown) as outcome:
        return outcome
    except Exception as bug:
        log.exception("parcel_failed", parcel=str(parcel.id), channel=parcel.letter.address.channel)
        return Unknown(type(bug).__name__)


def backoff(attempts: int) -> timedelta:
    """1, 2, 4 … seconds, at most five minutes."""
    return timedelta(seconds=min(2 ** max(attempts - 1, 0), 300))


def _tell(claimed: Claimed, outcome: Outcome) -> None:
    if isinstance(outcome, Receipt):
        log.info("letter_sent", letter=claimed.id, via=outcome.via, attempts=claimed.parcel.attempts)
        return
    log.warning("letter_not_sent", letter=claimed.id, outcome=type(outcome).__name__, why=str(outcome))
