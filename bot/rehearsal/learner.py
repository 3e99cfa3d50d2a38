"""A simulated learner: sees, thinks, acts, one deed at a time."""

import heapq
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Final, TypeAlias

from bot.rehearsal.account import Account
from bot.rehearsal.manner import Manner
from bot.rehearsal.phone import Phone
from bot.rehearsal.plan import CALENDAR, DELIVERY
from bot.rehearsal.sight import Offer, Sight
from bot.rehearsal.witness import Witness
from messages.actions import Action, Agree, Choose, Finish, Resume, SetTime, Skip, Today

MINUTE: Final = timedelta(minutes=1)
PATIENCE: Final = 7  # unanswered tries until somebody puts the phone away

Step: TypeAlias = Callable[[datetime], Awaitable[datetime | None]]  # returns when to take the next such step
_serial = count()


@dataclass(slots=True)
class Learner:
    """`shown` holds for each question what was last offered to answer it, `newest` what can be pressed in the message
    that came last, `question` which question was seen last, `offered` what last offered a
    questionnaire, `told` what the office said last. `unheard` counts the deeds since the bot last answered.
    Who is not present does not look; who is not `reachable` either cannot be sent anything.
    """

    phone: Phone
    manner: Manner
    random: Random
    account: Account
    witness: Witness
    present: bool = True
    reachable: bool = True
    shown: dict[str, tuple[Offer, ...]] = field(default_factory=dict)
    newest: tuple[Offer, ...] = ()
    question: str = ""
    unheard: int = 0
    new_lesson: bool = False
    offered: Sight | None = None
    told: Sight | None = None
    _plans: list[tuple[datetime, int, Step]] = field(default_factory=list)

    def plan(self, at: datetime, step: Step) -> None:
        """Do this then."""
        heapq.heappush(self._plans, (at, next(_serial), step))

    @property
    def next_at(self) -> datetime | None:
        """When this learner wants to do something."""
        return self._plans[0][0] if self._plans else None

    async def act(self, now: datetime) -> None:
        """One step of what was planned by now; a second one waits a minute."""
        _, _, step = heapq.heappop(self._plans)
        while (again := self.next_at) and again <= now:
            _, _, later = heapq.heappop(self._plans)
            self.plan(now + MINUTE, later)
        deeds = self.unheard
        if (following := await step(now)) is not None:
            self.plan(following, step)
        if self.unheard > deeds:
            self.account.heard(now)

    def look(self, now: datetime) -> bool:
        """See what is new in the chat, if anything is."""
        fresh = self.phone.fresh()
        for sight in fresh:
            asked = self.witness.sees(sight, now)
            if sight.sitting and not sight.changed:
                self.offered = sight
            if sight.notice:
                self.told = sight
            self.new_lesson |= bool(sight.lessons)
            self.unheard = 0 if asked else self.unheard
            if sight.offers or not sight.changed:
                self.newest = sight.offers
            for quiz in {offer.quiz for offer in sight.offers if offer.quiz}:
                self.question = quiz
                self.shown[quiz] = tuple(offer for offer in sight.offers if offer.quiz == quiz)
        return bool(fresh)

    async def say(self, text: str) -> None:
        """Type something that is no answer and asks for nothing."""
        self.unheard += 1
        await self.phone.say(text)

    async def ask(self, words: str, now: datetime) -> None:
        """Ask for what waits."""
        self.account.heard(now)
        self.witness.asked(self.account.asked(now))
        self.unheard += 1
        await self.phone.say(words)

    async def answer(self, words: str, quiz: str, labels: tuple[str, ...], now: datetime) -> None:
        """Answer in words the question that waits."""
        self.account.heard(now)
        self.account.answered(quiz, labels, now)
        self.unheard += 1
        await self.phone.say(words)

    async def take_leave(self, words: str, last: date, now: datetime) -> None:
        """Say to be away through that day."""
        self.account.heard(now)
        self.account.rest(last, now)
        self.unheard += 1
        await self.phone.say(words)

    async def come_back(self, words: str, now: datetime) -> None:
        """Say to be back before the leave is over."""
        self.account.heard(now)
        self.account.back(now)
        self.unheard += 1
        await self.phone.say(words)

    async def write(self, words: str, quiz: str, labels: tuple[str, ...], now: datetime) -> None:
        """The same, into the form that is open if one is."""
        self.account.answered(quiz, labels, now)
        self.unheard += 1
        await self.phone.write(words)

    async def press(self, offer: Offer, now: datetime, picked: tuple[str, ...] = ()) -> None:
        """Press a button, with all that follows from it."""
        self.account.heard(now)
        self._account_for(offer.action, now, picked)
        self.unheard += 1
        await self.phone.press(offer, picked)

    def _account_for(self, action: Action, now: datetime, picked: tuple[str, ...]) -> None:
        match action:
            case Choose(quiz=quiz, option=option):
                self.account.answered(quiz, (option,), now)
            case Skip(quiz=quiz):
                self.account.answered(quiz, (), now)
            case Finish(quiz=quiz) if picked:
                self.account.answered(quiz, picked, now)
            case Today() | Resume():
                self.witness.asked(self.account.asked(now))
            case SetTime(time=wish):
                self.account.set_time(time.fromisoformat(wish.zfill(5)), now)
            case Agree() if not self.account.joined:
                self.account.set_time(DELIVERY, now)
            case _:
                return


def on(now: datetime, days: int, hour: int, minute: int = 0) -> datetime:
    """That time of day so many days from today."""
    return CALENDAR.moment(CALENDAR.day(now) + timedelta(days=days), time(hour, minute))
