"""How a simulated learner takes leave: says until when, and comes back early or lets it run out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rehearsal.learner import MINUTE, Learner, on
from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.studying import Studying


@dataclass(slots=True)
class OnLeave:
    """One learner's leaves."""

    learner: Learner
    studying: Studying

    def begins(self, now: datetime) -> datetime:
        """Some days later, before, during or after the hours."""
        random = self.learner.random
        return on(now, random.randint(2, 6), random.choice((7, 10, 15, 19)), 3)

    async def rest(self, now: datetime) -> datetime | None:
        """Away through a day; half come back before it is over."""
        learner, random = self.learner, self.learner.random
        if not learner.account.joined:
            return on(now, 1, 7, 3)
        days = random.randint(1, 6)
        last = CALENDAR.day(now) + timedelta(days=days)
        learner.present = False
        if random.random() < 0.5:
            learner.plan(on(now, random.randint(0, days), random.choice((20, 21, 22)), 7), self.back)
        else:
            learner.plan(on(now, days + 1, 7), self.rested)
        await learner.take_leave(f"休む {last.month}/{last.day}", last, now)
        return on(now, random.randint(10, 16), random.choice((7, 10, 15, 19)), 3)

    async def back(self, now: datetime) -> None:
        """Earlier than thought; a little later that day, or the next."""
        await self.learner.come_back("再開", now)
        await self.rested(now)

    async def rested(self, now: datetime) -> None:
        """Here again, and the bot knows it, told or not."""
        self.learner.present = True
        self.studying.sit_down(now + 5 * MINUTE)
