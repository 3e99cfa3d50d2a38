"""What every test may ask for: a fresh database of each kind."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Database
from store.migrate import upgrade
from tests.compiled import compiled_once
from tests.postgres import Postgres

os.environ.setdefault("SSL_CERT_FILE", os.devnull)
"""Nothing here leaves this machine, and to read its certificates takes every bot of every story fifty milliseconds."""


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of this test process's own."""
    server = Postgres()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def migrated_postgresql(postgres: Postgres) -> str:
    """The name of a database at the newest schema, to be copied."""
    name = postgres.create()
    upgrade(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def used_postgresql(postgres: Postgres, migrated_postgresql: str) -> str:
    """The name of a database at the newest schema, with what the last test left there."""
    return postgres.create(migrated_postgresql)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file at the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "kotsu.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on."""
    return str(request.param)


@pytest.fixture
def empty_database_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path}/kotsu.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def database_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database at the newest schema."""
    if kind == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "kotsu.db")
        yield f"sqlite:///{path}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = request.getfixturevalue("used_postgresql")
    server.empty(name)
    yield server.url(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh database at the newest schema, opened."""
    opened = Database(compiled_once(database_url))
    yield opened
    opened.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The programme of three hundred can be told with everybody learning; usually some do, to spare time."""
    parser.addoption("--learners", default="12", help="how many of the three hundred learn (at most 300)")
