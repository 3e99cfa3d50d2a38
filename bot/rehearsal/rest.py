"""Lets the bot do all that can happen at one moment of a clock that stands still, and tells when more may happen."""

import asyncio
from datetime import datetime
from typing import Final

from scheduler import jobs, weekly
from scheduler.jobs import Rounds
from store.ahead import Ahead

PATIENCE: Final = 30.0  # seconds of wall clock until a bot that does not come to rest is given up


class Restless(Exception):
    """The bot does not come to rest: a letter is carried for ever, or a job finds something to do for ever."""


async def rest(rounds: Rounds) -> datetime | None:
    """Make the rounds until nothing is left that could happen now; the moment of what comes next. Raises Restless."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await _rest(rounds, rounds.clock.now())
    except TimeoutError as error:
        raise Restless(Restless.__doc__) from error


async def _rest(rounds: Rounds, at: datetime) -> datetime | None:
    tried: tuple[datetime, ...] = ()
    while True:
        await rounds.courier.at_rest()
        seen = await rounds.database.run(_glance, rounds, at)
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
        else:
            pauses = (until for until in rounds.carrier.pauses if until > at)
            ahead = (*seen.turns, *seen.nudges, *seen.sittings, *seen.digests, *seen.many, seen.leaves, *pauses)
            return min((each for each in ahead if each and each > at), default=None)


def _glance(rounds: Rounds, at: datetime) -> Ahead:
    """In the bot's own thread, between two transactions of its own: nothing is missed, and nothing waits for it."""
    with rounds.database.root() as root:
        return root.ahead(at)
