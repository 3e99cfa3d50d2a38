"""How the office of a rehearsal announces: to all, stopped half-way and sent again, or allowed by a second officer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeAlias, assert_never

from bot.rehearsal.office.diary import Diary
from bot.rehearsal.office.officer import ROOT, Officer
from bot.rehearsal.office.sayings import Saying, Way
from bot.rehearsal.town import Town
from school.announcing import drafting, sending
from school.announcing.drafting import Draft
from school.announcing.sending import Sent, Why
from school.permitting import asked_for
from school.rights import Actor
from store.announcement import Announcement, Audience
from store.root import Root
from store.work import Work

Acting: TypeAlias = Callable[[Work], Actor]
_JUST_BEFORE: Final = timedelta(seconds=1)
_LATER: Final = timedelta(minutes=45)
_TOO_BUSY: Final = [{"path": f"/v2/bot/message/{call}", "fault": "rate_429"} for call in ("multicast", "push")]


class Unsent(Exception):
    """The bot does not take what the office of the rehearsal does with an announcement: the argument tells."""


@dataclass(slots=True)
class Announcing:
    """`numbers` are those of the announcements; `leaving` those whose letters are still to be written."""

    town: Town
    diary: Diary
    author: Officer
    second: Officer
    numbers: dict[Saying, int] = field(default_factory=dict)
    leaving: dict[Saying, datetime] = field(default_factory=dict)

    def left(self, now: datetime) -> tuple[Saying, ...]:
        """Those whose letters are written by now, each once."""
        found = tuple(saying for saying, goes_at in self.leaving.items() if goes_at <= now)
        for saying in found:
            del self.leaving[saying]
        return found

    async def begin(self, saying: Saying, now: datetime) -> None:
        """Write it and send it off."""
        acting = self.author.actor if saying.way is Way.APPROVED else _root
        if saying.way is Way.APPROVED:
            await self.town.govern(_four_eyes, now)
        made = await self.town.write(partial(_written, acting, saying, now))
        self.numbers[saying] = made.id
        match saying.way:
            case Way.APPROVED:
                self.diary.note(now + _LATER, partial(self._allow, saying))
            case Way.ABORTED:
                leaves = self._leaves(saying, made)
                self.diary.note(leaves - _JUST_BEFORE, self._keep_line_busy)
                self.diary.note(leaves, partial(self._abort, saying))
                self.diary.note(leaves + _LATER, partial(self._retry, saying))
            case Way.PLAIN:
                self._leaves(saying, made)
            case _ as unreachable:
                assert_never(unreachable)

    def _leaves(self, saying: Saying, made: Announcement) -> datetime:
        if made.goes_at is None:
            raise Unsent(saying.title)
        self.leaving[saying] = made.goes_at
        return made.goes_at

    async def _keep_line_busy(self, now: datetime) -> None:  # noqa: ARG002  a deed's own signature
        """LINE takes no announcement for a moment, so that it is stopped half-way."""
        self._to_come(_TOO_BUSY)

    async def _abort(self, saying: Saying, now: datetime) -> None:
        self._to_come([])
        stopped = await self.town.write(partial(_aborted, self.numbers[saying], now))
        if stopped is None:
            raise Unsent(saying.title)

    async def _retry(self, saying: Saying, now: datetime) -> None:
        await self.town.write(partial(_again, self.numbers[saying], now))

    async def _allow(self, saying: Saying, now: datetime) -> None:
        """The author's own yes is none; somebody else's is."""
        for officer in (self.author, self.second):
            outcome = await self.town.write(partial(_allowed, officer.actor, self.numbers[saying], now))
            if isinstance(outcome, Sent) is (officer is self.author):
                raise Unsent(saying.title)
            if isinstance(outcome, Sent):
                self._leaves(saying, outcome.announcement)

    def _to_come(self, faults: list[dict[str, str]]) -> None:
        plan = self.town.sandbox.faults
        plan.replace({**plan.as_json(), "next": faults})


def _root(_: Work) -> Actor:
    return ROOT


def _four_eyes(root: Root, organisation: int, at: datetime) -> None:
    asked_for(root, root.organisations.get(organisation), ROOT, wanted=True, at=at)


def _written(acting: Acting, saying: Saying, at: datetime, work: Work) -> Announcement:
    actor = acting(work)
    made = drafting.draft(work, actor, Draft(saying.notice, Audience()), at)
    outcome = sending.send(work, actor, made, at) if isinstance(made, Announcement) else None
    if not isinstance(outcome, Sent):
        raise Unsent(saying.title)
    return outcome.announcement


def _allowed(acting: Acting, number: int, at: datetime, work: Work) -> Sent | Why:
    return sending.decide(work, acting(work), work.announcements.get(number), at, granted=True)


def _aborted(number: int, at: datetime, work: Work) -> int | None:
    return sending.abort(work, ROOT, work.announcements.get(number), at)


def _again(number: int, at: datetime, work: Work) -> int:
    return sending.retry(work, ROOT, work.announcements.get(number), at)
