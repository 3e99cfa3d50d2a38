"""The database: where transactions begin, and the threads they run in."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

from sqlalchemy import Connection, text

from store.connections import Connections
from store.engine import POSTGRESQL_THREADS, address, checkpoint, open_engine, reading, writing
from store.prepared import command
from store.root import Root
from store.work import Work

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class Database:
    """SQLite or PostgreSQL, by its address. Nothing is connected before it is used.

    SQLite has exactly one thread, so that writers never wait for each other; PostgreSQL as many as pooled connections
    (4 unless told). `durable` makes every SQLite commit wait for the disk. Raises DatabaseUnusable for an address that
    cannot be used, and wherever the database is out of reach.
    """

    def __init__(self, url: str, *, threads: int | None = None, durable: bool = False) -> None:
        self.url = address(url)
        sqlite = self.url.get_backend_name() == "sqlite"
        count = 1 if sqlite else threads or POSTGRESQL_THREADS
        self._connections = Connections(open_engine(self.url, threads=count, durable=durable))
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="store")

    @contextmanager
    def begin(self, organisation: int) -> Iterator[Work]:
        """One unit of work that writes: committed at the end, undone by any exception."""
        with self._transaction(writing) as connection:
            yield Work(connection, organisation)

    @contextmanager
    def read(self, organisation: int) -> Iterator[Work]:
        """One snapshot of an organisation; writing into it fails."""
        with self._transaction(reading) as connection, _untouched(connection):
            yield Work(connection, organisation)

    @contextmanager
    def root(self) -> Iterator[Root]:
        """One writing transaction across organisations: for what no single one of them owns."""
        with self._transaction(writing) as connection:
            yield Root(connection)

    async def run(self, function: Callable[_Given, _Result], *args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        """The function's result, after one hop to a thread of the database. A turn is one such hop."""
        call = partial(copy_context().run, function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    async def checkpoint(self) -> None:
        """Let SQLite tidy up beside its one thread: else a commit does it now and then, and an answer waits for that.
        PostgreSQL has somebody for it.
        """
        if self.url.get_backend_name() == "sqlite":
            await asyncio.to_thread(checkpoint, self.url)

    def ping(self) -> None:
        """Return if the database answers; raises DatabaseUnusable."""
        with self._transaction(reading) as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Let running work end, then let go of threads and connections."""
        self._threads.shutdown()
        self._connections.close()

    @contextmanager
    def _transaction(self, begun: Callable[[Connection], AbstractContextManager[None]]) -> Iterator[Connection]:
        with self._connections.one() as connection, begun(connection):
            yield connection


@contextmanager
def _untouched(connection: Connection) -> Iterator[None]:
    """Nothing is written meanwhile; PostgreSQL sees to that by itself."""
    if connection.dialect.name != "sqlite":
        yield
        return
    command(connection, "PRAGMA query_only = ON")
    try:
        yield
    finally:
        command(connection, "PRAGMA query_only = OFF")
