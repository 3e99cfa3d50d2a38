"""Something that goes on while something else is measured."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def meanwhile(deed: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """It goes on until the block ends, and is then cancelled and waited for."""
    task = asyncio.create_task(deed)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
