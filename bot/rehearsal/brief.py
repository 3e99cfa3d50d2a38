"""A process that lives for a minute need not tidy up as one that lives for months."""

import gc
from typing import Final

_SELDOM: Final = (50_000, 50, 1000)


def short_lived() -> None:
    """Look for garbage seldom, and never in what is there now, not even once before. A rehearsal takes a tenth less for
    it.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def ends_soon() -> None:
    """What the process leaves behind needs no tidying at all: it ends a second or two earlier."""
    gc.freeze()
