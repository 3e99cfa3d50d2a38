"""Who checks the course while its author goes on writing: another process, which yields to everything else."""

import asyncio
import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Final, Self

from bot.checking import checked
from lessons.hygiene.advice import Advice

_KIND: Final = 10  # how far behind others the process stands for a processor


class Judge:
    """A check takes seconds of a processor: in this process, every drawing would wait for it."""

    def __init__(self) -> None:
        self._desk = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_yielding)

    def __enter__(self) -> Self:
        self._desk.submit(_yielding)  # so that it has read its modules when the first check is wanted
        return self

    def __exit__(self, *_: object) -> None:
        self._desk.shutdown(wait=False, cancel_futures=True)

    async def advice(self, folder: Path, *, on: date, tongue: str) -> Sequence[Advice]:
        """All there is to mend and to look at. Raises OSError where a file goes away meanwhile."""
        return await asyncio.get_running_loop().run_in_executor(self._desk, _advice, folder, on, tongue)


def _yielding() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that serves the page
    if os.nice(0) < _KIND:
        os.nice(_KIND)


def _advice(folder: Path, on: date, tongue: str) -> Sequence[Advice]:
    return checked(folder, on=on, tongue=tongue).advice
