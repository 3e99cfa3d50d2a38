"""The sandbox's own time: it runs on with the wall clock, can be moved forward, never backwards."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from time import monotonic

_MORNING = time(8, 40)
_SATURDAY = 5
_GLANCE = timedelta(seconds=0.2)


class SandboxClock:
    """`frozen` stands still until it is moved; otherwise it keeps pace with the wall clock."""

    def __init__(self, start: datetime | None = None, *, frozen: bool = False) -> None:
        self._origin = (start or datetime.now(UTC)).astimezone(UTC)
        self._began = monotonic()
        self._frozen = frozen

    def now(self) -> datetime:
        """Aware, in UTC."""
        return self._origin if self._frozen else self._origin + timedelta(seconds=monotonic() - self._began)

    def advance(self, by: timedelta) -> datetime:
        """Raises ValueError when asked to go back."""
        if by < timedelta(0):
            raise ValueError("The sandbox clock never runs backwards.")
        self._origin += by
        return self.now()

    def move_to(self, moment: datetime) -> datetime:
        """Raises ValueError for a moment already gone by, or one without a zone."""
        if moment.tzinfo is None:
            raise ValueError("A moment needs a zone, such as 2026-09-07T08:40:00+09:00.")
        return self.advance(moment - self.now())

    async def reach(self, moment: datetime) -> None:
        """Returns once this clock, run or moved, has come to the moment."""
        while (left := moment - self.now()) > timedelta(0):  # noqa: ASYNC110  another thread may move the clock
            await asyncio.sleep(min(left, _GLANCE).total_seconds())


def next_weekday_morning(local: datetime) -> datetime:
    """The next 08:40 of a Monday to Friday, in the zone of the moment given."""
    day = local.date() + timedelta(days=local.timetz().replace(tzinfo=None) >= _MORNING)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, _MORNING, local.tzinfo)
