"""The town in which the verbs are tried."""

import pytest

from store.database import Database
from tests.store.world import Town, town


@pytest.fixture
def here(database: Database) -> Town:
    """A town on a fresh database."""
    return town(database)
