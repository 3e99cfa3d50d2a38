"""How a simulated learner goes away for days and comes back: on LINE by blocking the bot, in Slack by not looking."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rehearsal.learner import MINUTE, Learner, on
from bot.rehearsal.phone import OnLine
from bot.rehearsal.studying import Studying


@dataclass(slots=True)
class Absence:
    """One learner's comings and goings."""

    learner: Learner
    studying: Studying

    def begins(self, now: datetime) -> datetime:
        """Some days later, at any time of a long day."""
        random = self.learner.random
        return on(now, random.randint(3, 8), random.randint(7, 20), 3)

    async def leave(self, now: datetime) -> datetime:
        """Gone for some days."""
        learner, random = self.learner, self.learner.random
        learner.plan(on(now, random.randint(1, 5), random.randint(7, 20), 7), self.back)
        learner.present = False
        if isinstance(learner.phone, OnLine):
            learner.witness.away()
            learner.reachable = False
            await learner.phone.act("block")
        return now + timedelta(days=random.randint(9, 14))

    async def back(self, now: datetime) -> None:
        """Here again, and curious."""
        learner = self.learner
        learner.present = True
        if isinstance(learner.phone, OnLine):
            learner.reachable = True
            learner.unheard += 1
            await learner.phone.act("unblock")
        self.studying.sit_down(now + 5 * MINUTE)
