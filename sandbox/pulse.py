"""Tells whoever looks on that something changed."""

import asyncio


class Pulse:
    """`revision` only grows; `beat` may be called as often as one likes."""

    def __init__(self) -> None:
        self.revision = 0
        self._changed = asyncio.Event()

    def beat(self) -> None:
        self.revision += 1
        self._changed.set()

    async def after(self, revision: int) -> int:
        """The first revision later than the one given."""
        while self.revision <= revision:
            self._changed.clear()
            await self._changed.wait()
        return self.revision
