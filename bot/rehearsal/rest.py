"""Lets the bot do all that can happen at one moment of a clock that stands still, and tells when more may happen."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scheduler import jobs, weekly
from scheduler.jobs import Rounds
from store.ahead import Ahead

_UNKNOWN: Final = Ahead(turns=(), nudges=(), sittings=(), leaves=None, many=(), carried=0, late=0, waiting=0)
PATIENCE: Final = 30.0  # seconds of wall clock until a bot that does not come to rest is given up


class Restless(Exception):
    """The bot does not come to rest: a letter is carried for ever, or a job finds something to do for ever."""


@dataclass(slots=True)
class Rest:
    """`_seen` is what lay ahead when the bot last came to rest. What of that is due by now is done before anybody looks
    again; whatever came up or fell away since is seen by the look afterwards, for there is always one.
    """

    rounds: Rounds
    _seen: Ahead = _UNKNOWN

    async def come(self) -> datetime | None:
        """Make the rounds until nothing is left that could happen now; when something next may. Raises Restless."""
        at = self.rounds.clock.now()
        try:
            async with asyncio.timeout(PATIENCE):
                self._seen = seen = await _done(self.rounds, at, self._seen)
        except TimeoutError as error:
            raise Restless(Restless.__doc__) from error
        pauses = (until for until in self.rounds.carrier.pauses if until > at)
        ahead = (*seen.turns, *seen.nudges, *seen.sittings, *seen.digests, *seen.many, seen.leaves, *pauses)
        return min((each for each in ahead if each and each > at), default=None)


async def _done(rounds: Rounds, at: datetime, known: Ahead) -> Ahead:
    """What lies ahead once all that is due was done."""
    tried: tuple[datetime, ...] = ()
    seen = known
    while True:
        if any(turn <= at for turn in seen.turns):
            await jobs.pace(rounds)
        elif any(nudge <= at for nudge in seen.nudges):
            await jobs.remind(rounds)
        elif any(sitting <= at for sitting in seen.sittings):
            await jobs.ask(rounds)
        elif any(digest <= at for digest in seen.digests):
            await weekly.digest(rounds)
        elif seen.late:
            await jobs.sweep(rounds)
        elif (many := tuple(moment for moment in seen.many if moment <= at)) and many != tried:
            tried = many  # what is left then, waits for a platform that asked for a pause
            await jobs.announce(rounds)
            await jobs.freight(rounds)
        elif seen.carried or (seen.leaves is not None and seen.leaves <= at):
            rounds.courier.wake()
        elif seen is not known:
            return seen
        await rounds.courier.at_rest()
        seen = await rounds.database.run(_glance, rounds, at)


def _glance(rounds: Rounds, at: datetime) -> Ahead:
    """In the bot's own thread, between two transactions of its own: nothing is missed, and nothing waits for it."""
    with rounds.database.root() as root:
        return root.ahead(at)
