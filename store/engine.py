"""How each of the two databases is opened, and how its transactions begin."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from store.errors import DatabaseUnusable, unusable
from store.prepared import command

POSTGRESQL_THREADS: Final = 4  # about the best on two cores; also the size of the pool
_LOG_PAGES: Final = 4000  # 16 MB; a commit that finds more in SQLite's log tidies it away, and waits for the disk
_REMEMBERED: Final = 16_384  # KiB of it that a connection of SQLite's remembers, or a long deed drives out all the rest
_NAMES: Final = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def address(url: str) -> URL:
    """The address of a database we can use; raises DatabaseUnusable."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnusable("The address of the database must be like sqlite:///… or postgresql://….") from None
    if parsed.drivername not in _NAMES:
        raise DatabaseUnusable(f"A database of the kind {parsed.drivername} is not known: sqlite and postgresql are.")
    if parsed.drivername == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise DatabaseUnusable("A SQLite database needs a file, as in sqlite:///var/kotsu.db.")
    return parsed.set(drivername=_NAMES[parsed.drivername])


def open_engine(url: URL, *, threads: int, durable: bool) -> Engine:
    """An engine for SQLite (`durable` = every commit waits for the disk) or PostgreSQL. Connects to nothing yet."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, durable=durable)
    return create_engine(
        url, hide_parameters=True, pool_size=threads, pool_pre_ping=True, connect_args={"connect_timeout": 5}
    )


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """A transaction that may write: SQLite takes its one write lock when it begins, not in its midst.

    Said here and not upon an event of the engine's, for an engine with listeners asks them about every statement.
    """
    with connection.begin():
        if connection.dialect.name == "sqlite":
            command(connection, "BEGIN IMMEDIATE")
        yield


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """A transaction that sees one snapshot, and on PostgreSQL is unable to write."""
    if connection.dialect.name == "sqlite":
        with connection.begin():
            command(connection, "BEGIN")
            yield
    else:
        with connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True).begin():
            yield


def checkpoint(url: URL) -> None:
    """Take what SQLite has in its log to its place, as far as nobody is in the way; nobody waits for it.

    By a connection of its own, for the engine's remembers what was read lately. Raises DatabaseUnusable.
    """
    try:
        with closing(sqlite3.connect(url.database or "")) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    except sqlite3.Error as error:
        raise unusable(url, error) from error


def _sqlite(url: URL, *, durable: bool) -> Engine:
    folder = Path(url.database or "").absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnusable(f"The folder {folder} for the database cannot be made: {error.strerror}.") from error
    engine = create_engine(url, hide_parameters=True)  # an error that is logged names no names
    event.listen(engine, "connect", partial(_prepare, synchronous="FULL" if durable else "NORMAL"))
    return engine


def _prepare(connection: sqlite3.Connection, _record: object, *, synchronous: str) -> None:
    connection.isolation_level = None  # the transactions are ours to begin
    try:
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        connection.execute(f"PRAGMA cache_size = -{_REMEMBERED}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
    except sqlite3.Error:
        connection.close()
        raise
