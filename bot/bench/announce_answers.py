"""Answers given at a walking pace, and how long each took: while nothing else happens, and while much is announced."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from statistics import quantiles
from time import perf_counter
from typing import Final

from bot.bench.load import answered

PER_SECOND: Final = 10  # a tenth of what one machine answers: nobody waits for somebody else
_AT_ONCE: Final = 10  # how many are given between two looks at whether to go on
Wait = tuple[float, float]  # when it was given (seconds of the machine's own clock), and how long it took


@dataclass(slots=True)
class Walk:
    """Whole requests, each given once, to this port."""

    crowd: ProcessPoolExecutor
    port: int
    requests: Iterator[bytes]
    waits: list[Wait] = field(default_factory=list)

    async def go(self, going: Callable[[], bool]) -> None:
        """As long as that is so, or until there are no more; raises Unwell."""
        loop = asyncio.get_running_loop()
        while going() and (some := list(islice(self.requests, _AT_ONCE))):
            self.waits += await loop.run_in_executor(self.crowd, paced, self.port, some)

    async def go_for(self, seconds: float) -> None:
        """Likewise, for so long."""
        until = perf_counter() + seconds
        await self.go(lambda: perf_counter() < until)


def paced(port: int, requests: Sequence[bytes]) -> list[Wait]:
    """Each at its moment, whether or not the one before was answered."""
    return asyncio.run(_paced(port, requests))


def p95(waits: Sequence[Wait]) -> float:
    """In seconds; 0 where there are too few to tell."""
    return quantiles((wait for _, wait in waits), n=20, method="inclusive")[-1] if len(waits) > 1 else 0.0


async def _paced(port: int, requests: Sequence[bytes]) -> list[Wait]:
    began = perf_counter()
    return await asyncio.gather(
        *(_given(port, each, began + number / PER_SECOND) for number, each in enumerate(requests))
    )


async def _given(port: int, request: bytes, moment: float) -> Wait:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        await asyncio.sleep(max(0.0, moment - perf_counter()))
        sent = perf_counter()
        writer.write(request)
        await answered(reader)
        return sent, perf_counter() - sent
    finally:
        writer.close()
        await writer.wait_closed()
