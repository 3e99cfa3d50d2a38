"""The loop everything runs on."""

import asyncio
import sys

from bot import loop


async def _kind() -> str:
    return type(asyncio.get_running_loop()).__module__.partition(".")[0]


def test_everything_runs_on_uvloop_where_there_is_one() -> None:
    assert loop.run(_kind()) == ("asyncio" if sys.platform == "win32" else "uvloop")
