"""How a simulated learner joins: the code, yes, a nickname, a time; again where the bot is not heard."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.rehearsal.learner import MINUTE, PATIENCE, Learner, on
from bot.rehearsal.manner import NICKNAMES, Manner
from bot.rehearsal.phone import InSlack, OnLine
from bot.rehearsal.sight import Offer
from messages.actions import Agree, SetTime, TakeNickname

_TYPED: Final = (("9:15", time(9, 15)), ("午後2時", time(14)), ("8時半", time(8, 30)), ("16:45", time(16, 45)))


@dataclass(slots=True)
class Joining:
    """One learner on the way into the cohort."""

    learner: Learner
    code: str

    async def befriend(self, now: datetime) -> None:
        """In LINE people follow the account first."""
        if isinstance(self.learner.phone, OnLine):
            self.learner.unheard += 1
            await self.learner.phone.act("follow")
        self.learner.plan(now + MINUTE, self.step)

    async def step(self, now: datetime) -> datetime | None:
        """Answer what the bot asked last; None when nothing more is asked."""
        learner = self.learner
        if learner.unheard > PATIENCE:
            learner.unheard = 0
            return on(now, 1, 10)
        offers, learner.newest = learner.newest, ()
        agree = next((offer for offer in offers if isinstance(offer.action, Agree)), None)
        name = next((offer for offer in offers if isinstance(offer.action, TakeNickname)), None)
        times = [offer for offer in offers if isinstance(offer.action, SetTime)]
        if agree:
            await learner.press(agree, now)
        elif name:
            await self._name(name, now)
        elif times:
            await self._time(times, now)
        elif learner.account.joined:
            return None
        else:
            await self._knock()
        return now + MINUTE * learner.unheard

    async def _knock(self) -> None:
        learner = self.learner
        if isinstance(learner.phone, InSlack) and learner.random.random() < 0.5:
            learner.unheard += 1
            await learner.phone.command(f"join {self.code}")
        else:
            await learner.say(f"参加 {self.code}")

    async def _name(self, offered: Offer, now: datetime) -> None:
        if self.learner.random.random() < 0.5:
            await self.learner.press(offered, now)
        else:
            await self.learner.say(self.learner.random.choice(NICKNAMES))

    async def _time(self, times: list[Offer], now: datetime) -> None:
        learner = self.learner
        if learner.manner is not Manner.TYPING:
            await learner.press(learner.random.choice(times), now)
            return
        words, at = learner.random.choice(_TYPED)
        learner.account.set_time(at, now)
        await learner.say(words)
