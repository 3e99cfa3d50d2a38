"""What the office of a rehearsal is going to do, and when."""

import heapq
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import TypeAlias

Deed: TypeAlias = Callable[[datetime], Awaitable[None]]


@dataclass(slots=True)
class Diary:
    """Deeds in the order of their moments; of the same moment, as they were written down."""

    _deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    _serial: "count[int]" = field(default_factory=count)

    def note(self, at: datetime, deed: Deed) -> None:
        """Do this then."""
        heapq.heappush(self._deeds, (at, next(self._serial), deed))

    @property
    def next_at(self) -> datetime | None:
        """When there is something to do."""
        return self._deeds[0][0] if self._deeds else None

    async def act(self, now: datetime) -> None:
        """All that was to be done by now."""
        while self._deeds and self._deeds[0][0] <= now:
            _, _, deed = heapq.heappop(self._deeds)
            await deed(now)
