"""A process that lives for a minute need not tidy up as one that lives for months."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_SELDOM: Final = (50_000, 50, 1000)
_STAT: Final = Path("/proc/self/stat")
_PROCESSOR: Final = 36  # of the words after the name, in proc(5)


def short_lived() -> None:
    """Look for garbage seldom, and never in what is there now, not even once before. A rehearsal takes a tenth less for
    it.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def ends_soon() -> None:
    """What the process leaves behind needs no tidying at all: it ends a second or two earlier."""
    gc.freeze()


@contextmanager
def on_one_processor() -> Iterator[None]:
    """The threads begun meanwhile stay with this one on its processor, where the system is Linux.

    They take turns at Python anyway. On two processors each turn wakes the other one up, and its cache is cold: a
    rehearsal alone on a machine took a fifth longer. It is the processor that the system has chosen by now, so that two
    rehearsals side by side do not meet on one.
    """
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {_here()} & before or before)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _here() -> int:
    return int(_STAT.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[_PROCESSOR])
