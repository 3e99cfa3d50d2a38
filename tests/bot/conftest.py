"""A `kotsu` in a folder of its own, on a fresh SQLite file."""

from pathlib import Path

import pytest

from tests.bot.kotsu import Kotsu


@pytest.fixture
def kotsu(migrated_sqlite: Path, tmp_path: Path) -> Kotsu:
    """Its database is at this version and empty."""
    (tmp_path / "kotsu.db").write_bytes(migrated_sqlite.read_bytes())
    return Kotsu(tmp_path, {"DATABASE_URL": "sqlite:///kotsu.db"})
