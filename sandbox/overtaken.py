"""Events held back so that a later one overtakes them; they are let go with it, or after a second alone."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sandbox.wire import Json

_LONGEST_SECONDS = 1.0


@dataclass(slots=True)
class Overtaken:
    """Nothing held is ever lost while the sandbox runs. `count` tells how many were."""

    send: Callable[[Json], Awaitable[object]]
    count: int = field(init=False, default=0)
    _held: list[Json] = field(init=False, default_factory=list)
    _timers: set[asyncio.Task[None]] = field(init=False, default_factory=set)

    def hold(self, event: Json) -> None:
        self._held.append(event)
        self.count += 1
        timer = asyncio.create_task(self._let_go(event))
        self._timers.add(timer)
        timer.add_done_callback(self._timers.discard)

    def take(self) -> list[Json]:
        """All that is held, for whoever sends them now."""
        held, self._held = self._held, []
        return held

    async def close(self) -> None:
        for timer in list(self._timers):
            timer.cancel()
        await asyncio.gather(*self._timers, return_exceptions=True)

    async def _let_go(self, event: Json) -> None:
        await asyncio.sleep(_LONGEST_SECONDS)
        if event in self._held:
            self._held.remove(event)
            await self.send(event)
