"""How a simulated learner studies: when a lesson is taken up, and how its questions are answered."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.rehearsal.answers import guessed, typed
from bot.rehearsal.both import Both
from bot.rehearsal.learner import MINUTE, PATIENCE, Learner, on
from bot.rehearsal.manner import NONSENSE, Manner
from bot.rehearsal.phone import OnLine
from bot.rehearsal.sight import Offer
from lessons.model import Kind, Quiz
from messages.actions import Choose, Finish, SetTime, ShowProgress, Skip, Today, Toggle, Write

_KNOWS: Final = 0.7  # how likely a right answer is


@dataclass(slots=True)
class Studying:
    """One learner's sittings: each goes on from minute to minute until nothing waits any more."""

    learner: Learner
    _sitting: bool = False
    _meant: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _picked: dict[str, set[str]] = field(default_factory=dict)
    _opened: set[str] = field(default_factory=set)

    def lesson_came(self, now: datetime) -> None:
        """Something to learn arrived: sit down to it, sooner or later."""
        if self.learner.present:
            self.sit_down(self._when(now))

    def sit_down(self, at: datetime) -> None:
        """Learn then, unless it is planned already."""
        if not self._sitting:
            self._sitting = True
            self.learner.plan(at, self._step)

    def _when(self, now: datetime) -> datetime:
        random = self.learner.random
        shortly = now + random.choice((5, 10, 15)) * MINUTE
        match self.learner.manner:
            case Manner.LATE:
                return max(on(now, 0, random.choice((18, 19, 20, 21)), 30), shortly)
            case Manner.FORGETFUL if random.random() < 0.5:
                return on(now, random.randint(1, 3), 12, 30)
            case Manner.FORGETFUL | Manner.NEWCOMER:
                return now + random.choice((30, 60, 120)) * MINUTE
            case _:
                return shortly

    async def _step(self, now: datetime) -> datetime | None:
        """One deed; None ends the sitting."""
        learner = self.learner
        if learner.unheard > PATIENCE:
            learner.unheard = 0
            return on(now, 1, 12, 30)
        waiting = learner.account.waiting()
        there = waiting and waiting[0].number in {
            *learner.witness.cards,
            *learner.witness.missed,
            *learner.account.wished,
        }
        if not (learner.present and waiting and there):
            return await self._end(now)
        if isinstance(learner.phone, Both) and learner.random.random() < 0.3:
            learner.phone.swap()
            learner.shown.pop(waiting[1].id, None)
        lost = learner.unheard or waiting[1].id not in learner.shown
        typing = learner.manner is Manner.TYPING
        asks = lost or (typing and learner.question != waiting[1].id)
        if asks and learner.account.is_silent(now):
            return on(now, 1, 12, 30)  # nothing is shown before the office goes on
        if asks:
            await learner.ask("続き", now)
        elif self._chats(waiting[1]):
            await self._chatter()
        elif typing:
            meant = self._choice(waiting[1])
            await learner.answer(typed(waiting[1], meant, learner.random), waiting[1].id, meant, now)
        elif waiting[1].kind in {Kind.NUMBER, Kind.SHORT} or self._looks_back(waiting[1]):
            await self._write(waiting[1], now)
        else:
            await self._press(waiting[1], now)
        return now + MINUTE * max(learner.unheard, 1)

    async def _end(self, now: datetime) -> datetime | None:
        """Nothing waits: put the phone away, or play with it for a moment more."""
        learner = self.learner
        self._sitting = False
        if not learner.present:
            return None
        if learner.manner is Manner.OLD_BUTTONS:
            await self._press_old(now)
        elif learner.manner in {Manner.DILIGENT, Manner.NEWCOMER} and learner.random.random() < 0.1:
            await learner.ask("今日", now)
        return None

    def _chats(self, quiz: Quiz) -> bool:
        """Where any word may be the answer, nobody chats."""
        learner = self.learner
        free = quiz.kind in {Kind.SHORT, Kind.REFLECTION}
        return learner.manner is Manner.NONSENSE and not free and learner.random.random() < 0.3

    def _looks_back(self, quiz: Quiz) -> bool:
        """Whether own words are written: only into a form, for LINE itself takes none."""
        in_slack = any("ts" in offer.wish for offer in self.learner.shown[quiz.id])
        return quiz.kind is Kind.REFLECTION and in_slack and self.learner.random.random() < 0.5

    async def _chatter(self) -> None:
        phone, random = self.learner.phone, self.learner.random
        if isinstance(phone, OnLine) and random.random() < 0.2:
            self.learner.unheard += 1
            await phone.act("sticker")
        else:
            await self.learner.say(random.choice(NONSENSE))

    async def _press_old(self, now: datetime) -> None:
        answered = self.learner.account.answers
        harmless = ShowProgress | SetTime | Today
        old = [each for each in self.learner.phone.old() if each.quiz in answered or isinstance(each.action, harmless)]
        if old:
            await self.learner.press(self.learner.random.choice(old), now)

    async def _press(self, quiz: Quiz, now: datetime) -> None:
        meant = self._choice(quiz)
        offer = self._next(quiz, meant)
        if isinstance(offer.action, Toggle):
            self._picked.setdefault(quiz.id, set()).add(offer.action.option)
            await self.learner.press(offer, now)
        elif self.learner.manner is Manner.DOUBLE:
            await asyncio.gather(*(self.learner.press(offer, now, picked=meant) for _ in range(2)))
        else:
            await self.learner.press(offer, now, picked=meant)

    async def _write(self, quiz: Quiz, now: datetime) -> None:
        """The button first; then into the form that opened, or as a message."""
        learner, meant = self.learner, self._choice(quiz)
        if quiz.id not in self._opened:
            self._opened.add(quiz.id)
            opening = next(offer for offer in learner.shown[quiz.id] if isinstance(offer.action, Write))
            await learner.press(opening, now)
            if not learner.phone.has_form:
                return
        await learner.write(typed(quiz, meant, learner.random), quiz.id, meant, now)

    def _next(self, quiz: Quiz, meant: tuple[str, ...]) -> Offer:
        """The button to press: a box that is meant and not ticked or placed yet, or the one that answers."""
        offers = {offer.action: offer for offer in self.learner.shown[quiz.id]}
        ticked = self._picked.get(quiz.id, set())
        boxes = {action.option: offer for action, offer in offers.items() if isinstance(action, Choose | Toggle)}
        for label in meant:
            if label in boxes and label not in ticked:
                return boxes[label]
        return next(offer for action, offer in offers.items() if isinstance(action, Finish | Skip))

    def _choice(self, quiz: Quiz) -> tuple[str, ...]:
        """What the learner takes for right; the same whenever asked."""
        if quiz.id not in self._meant:
            self._meant[quiz.id] = guessed(quiz, self.learner.random, knows=_KNOWS)
        return self._meant[quiz.id]
