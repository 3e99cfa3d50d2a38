"""Lets the bot do all that can happen at one moment of a clock that stands still, and tells when more may happen."""

import asyncio
from datetime import datetime
from typing import Final

from scheduler import jobs
from scheduler.jobs import Rounds
from store.ahead import Ahead

GLANCE: Final = 0.002  # seconds of wall clock between two looks while letters are on their way
PATIENCE: Final = 30.0  # seconds of wall clock until a bot that does not come to rest is given up


class Restless(Exception):
    """The bot does not come to rest: a letter is carried for ever, or a job finds something to do for ever."""


async def rest(rounds: Rounds) -> datetime | None:
    """Make the rounds until nothing is left that could happen now; the moment of what comes next. Raises Restless."""
    loop = asyncio.get_running_loop()
    deadline, at = loop.time() + PATIENCE, rounds.clock.now()
    paced = reminded = False
    while loop.time() < deadline:
        seen = await rounds.database.run(_glance, rounds, at)
        if not paced and any(turn <= at for turn in seen.turns):
            paced = True  # who is out of reach keeps a turn that is gone by
            await jobs.pace(rounds)
        elif not reminded and any(nudge <= at for nudge in seen.nudges):
            reminded = True
            await jobs.remind(rounds)
        elif seen.late:
            await jobs.sweep(rounds)
        elif seen.leaves is not None and seen.leaves <= at and not seen.carried:
            rounds.courier.wake()
            await asyncio.sleep(GLANCE)
        elif seen.carried:  # when it arrives, the courier looks for more by itself
            await asyncio.sleep(GLANCE)
        else:
            return min(
                (moment for moment in (*seen.turns, *seen.nudges, seen.leaves) if moment and moment > at), default=None
            )
    raise Restless(Restless.__doc__)


def _glance(rounds: Rounds, at: datetime) -> Ahead:
    """In the bot's own thread, between two transactions of its own: nothing is missed, and nothing waits for it."""
    with rounds.database.root() as root:
        return root.ahead(at)
