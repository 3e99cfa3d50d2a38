"""The event loop everything runs on: uvloop, which takes a third of the time for the same; asyncio's own without it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

_Result = TypeVar("_Result")


def run(main: Coroutine[Any, Any, _Result]) -> _Result:
    """As asyncio.run."""
    with asyncio.Runner(loop_factory=_new) as runner:
        return runner.run(main)


def _new() -> asyncio.AbstractEventLoop:
    try:
        import uvloop  # noqa: PLC0415  not there on Windows
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()
