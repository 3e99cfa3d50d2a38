"""How a simulated learner answers the question of an announcement: some never, the others once, or twice."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from random import Random
from typing import Final

from bot.rehearsal.learner import MINUTE, Learner
from bot.rehearsal.manner import Manner
from bot.rehearsal.sight import Offer, Sight
from messages.actions import Vote

_ANSWERS: Final = 0.6  # how likely somebody answers at all
_SOON: Final = 7


@dataclass(slots=True)
class Voting:
    """One learner's answers to what the office asks."""

    learner: Learner
    _random: Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = Random(f"votes {self.learner.witness.who}")  # noqa: S311  the same answers again

    def looks(self, title: str, sight: Sight, now: datetime) -> None:
        """A question is there: answer it a little later, or let it be."""
        offers = [offer for offer in sight.offers if isinstance(offer.action, Vote)]
        if offers and self.learner.present and self._random.random() < _ANSWERS:
            self.learner.plan(now + _SOON * MINUTE, partial(self._press, title, self._random.choice(offers)))

    async def _press(self, title: str, offer: Offer, now: datetime) -> datetime | None:
        learner = self.learner
        if not learner.present or learner.unheard or not isinstance(offer.action, Vote):
            return None
        learner.witness.watch.votes.setdefault(title, offer.action.option)
        for _ in range(2 if learner.manner is Manner.DOUBLE else 1):
            await learner.press(offer, now)
        return None
