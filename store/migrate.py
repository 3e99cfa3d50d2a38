"""Brings a database to the newest schema; no file but this package's own is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from store.connections import Connections
from store.engine import address, open_engine, writing

_LOCK: Final = 0x6B6F747375  # any number, as long as every version of ours takes the same


def upgrade(url: str, to: str = "head") -> None:
    """From whatever stands there to the newest schema, or to this revision, in one transaction; two at once take turns.

    Raises DatabaseUnusable.
    """
    with _opened(url) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def current(url: str) -> str | None:
    """The revision the database is at; None if it is empty. Raises DatabaseUnusable."""
    with _opened(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """The newest revision."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    if newest is None:
        raise LookupError("The revisions of the schema are missing from this installation.")
    return newest


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config


@contextmanager
def _opened(url: str) -> Iterator[Connection]:
    connections = Connections(open_engine(address(url), threads=1, durable=True))
    try:
        with connections.one() as connection, writing(connection):
            yield connection
    finally:
        connections.close()
