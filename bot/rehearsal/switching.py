"""How a simulated learner comes to use both platforms: links them by a code, and changes the preferred one."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.rehearsal.both import Both
from bot.rehearsal.learner import MINUTE, PATIENCE, Learner, on
from bot.rehearsal.phone import InSlack, OnLine

_LINK: Final = "連携"


@dataclass(slots=True)
class Switching:
    """One learner who has joined on the device in hand, and has another."""

    learner: Learner
    both: Both
    first: OnLine | InSlack = field(init=False)

    def __post_init__(self) -> None:
        self.first = self.both.in_hand

    def begins(self, now: datetime) -> datetime:
        """Some days later."""
        random = self.learner.random
        return on(now, random.randint(1, 4), random.randint(8, 20), 9)

    async def ask(self, now: datetime) -> datetime | None:
        """Ask for a code where the bot knows the learner."""
        if not self.learner.account.joined:
            return on(now, 1, 8, 9)
        self.learner.phone, self.both.in_hand, self.both.code = self.both, self.first, ""
        await self.learner.say(_LINK)
        self.learner.plan(now + MINUTE, self._bring)
        return None

    async def _bring(self, now: datetime) -> datetime | None:
        """Bring the code to the other platform; one that does not come in time is asked for again another day."""
        if not self.both.code:
            return self._wait(now)
        self.both.swap()
        if isinstance(self.both.in_hand, OnLine):
            await self.both.in_hand.act("follow")
        await self.learner.say(f"{_LINK} {self.both.code}")
        self.learner.plan(now + MINUTE, self._settled)
        return None

    async def _settled(self, now: datetime) -> datetime | None:
        """Once the bot has said that they are linked, there is a choice."""
        if not self.both.linked:
            return self._wait(now)
        self.learner.plan(on(now, self.learner.random.randint(1, 3), 7, 9), self.prefer)
        return None

    def _wait(self, now: datetime) -> datetime | None:
        learner = self.learner
        if 0 < learner.unheard <= PATIENCE:
            learner.unheard += 1
            return now + MINUTE
        learner.unheard = 0
        learner.plan(on(now, 1, 12, 9), self.ask)
        return None

    async def prefer(self, now: datetime) -> datetime:
        """What comes unasked shall come to the other place from now on; said from either."""
        learner, random = self.learner, self.learner.random
        if random.random() < 0.5:
            self.both.swap()
        place = "Slack" if learner.account.place == self.both.line.PLACE else "LINE"
        learner.account.prefer(place)
        await learner.say(f"届け先 {place}")
        return on(now, random.randint(4, 9), random.randint(7, 20), 9)
