"""A bot for every story."""

from collections.abc import AsyncIterator

import pytest

from tests.acceptance.bot import TestBot, town


@pytest.fixture(params=["line", "slack"])
def platform(request: pytest.FixtureRequest) -> str:
    """Where the story happens."""
    return str(request.param)


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """The whole bot, on SQLite and on PostgreSQL."""
    async with town(database_url) as running:
        yield running
