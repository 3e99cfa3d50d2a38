"""A LINE account with our bot behind it."""

from collections.abc import AsyncIterator

import pytest

from tests.channels.line.account import Account, account_open


@pytest.fixture
async def line() -> AsyncIterator[Account]:
    async with account_open() as account:
        yield account
