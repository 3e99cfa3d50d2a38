"""A workspace with our bot in it."""

from collections.abc import AsyncIterator

import pytest

from tests.channels.slack.workspace import Workspace, workspace_open


@pytest.fixture
async def slack() -> AsyncIterator[Workspace]:
    async with workspace_open() as workspace:
        yield workspace
