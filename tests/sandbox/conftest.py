"""A sandbox and a small bot, each on a port of its own."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.sandbox.neighbours import Bot, Town, bot_listening, town_open


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with town_open() as town:
        yield town


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def busy_town() -> AsyncIterator[Town]:
    """One for all cases of a table: each brings a person of its own."""
    async with town_open(quota=1_000) as town:
        yield town


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    """Both platforms deliver to it."""
    async with bot_listening() as bot:
        await town.door("webhooks", {"line": f"{bot.address}/line", "slack": f"{bot.address}/slack"})
        yield bot
