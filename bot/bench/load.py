"""Those who press, in a process of their own: ready requests over kept connections, as fast as they are answered."""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from time import perf_counter
from typing import Final

from bot.bench.figures import Tally

CONNECTIONS: Final = 50
_LENGTH: Final = b"content-length:"


class Unwell(Exception):
    """A request was not answered with 200: there is nothing to measure."""


@contextmanager
def crowd() -> Iterator[ProcessPoolExecutor]:
    """The process; it lives as long as the block."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(abs, 0).result()  # up, before anything is measured
        yield pool


def fire(port: int, requests: Sequence[bytes], seconds: float) -> Tally:
    """Send whole HTTP requests in order until they or the seconds are over; raises Unwell."""
    return asyncio.run(_fire(port, requests, seconds))


async def _fire(port: int, requests: Sequence[bytes], seconds: float) -> Tally:
    waits: list[float] = []
    left = iter(requests)
    began = perf_counter()
    each = (_one_after_another(port, left, began + seconds, waits) for _ in range(CONNECTIONS))
    await asyncio.gather(*each)
    return Tally(len(waits), perf_counter() - began, waits)


async def _one_after_another(port: int, left: Iterator[bytes], until: float, waits: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while (sent := perf_counter()) < until and (request := next(left, None)) is not None:
            writer.write(request)
            await answered(reader)
            waits.append(perf_counter() - sent)
    finally:
        writer.close()
        await writer.wait_closed()


async def answered(reader: asyncio.StreamReader) -> None:
    """Read one whole answer; raises Unwell if it is not 200."""
    head = await reader.readuntil(b"\r\n\r\n")
    status, *fields = head.split(b"\r\n")
    length = next((field for field in fields if field.lower().startswith(_LENGTH)), _LENGTH + b"0")
    body = await reader.readexactly(int(length[len(_LENGTH) :]))
    if status.split()[1] != b"200":
        raise Unwell(f"{status.decode()} {body.decode(errors='replace')}")
