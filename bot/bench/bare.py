"""A database by its own driver: as many threads as the store has, one hop and one transaction a call."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

import psycopg

from bot.bench.places import path_of
from store.engine import POSTGRESQL_THREADS

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Driver:
    """One connection; statements mark values with question marks."""

    connection: Any  # two drivers with the same methods
    mark: str

    def tell(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows it answers with."""
        cursor = self.connection.execute(self._own(statement), values)
        return cursor.fetchall() if cursor.description else []

    def tell_each(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        """The same for each row."""
        self.connection.cursor().executemany(self._own(statement), rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE" if self.mark == "?" else "BEGIN")
        with ExitStack() as undoing:
            undoing.callback(self.connection.execute, "ROLLBACK")
            yield
            undoing.pop_all()
        self.connection.execute("COMMIT")

    def _own(self, statement: str) -> str:
        return statement if self.mark == "?" else statement.replace("?", self.mark)


class Bare:
    """The database at an address."""

    def __init__(self, url: str) -> None:
        self._url, self._here = url, threading.local()
        self._connections = list[Any]()
        self._threads = ThreadPoolExecutor(1 if url.startswith("sqlite") else POSTGRESQL_THREADS)

    async def run(
        self,
        function: Callable[Concatenate[Driver, _Given], _Result],
        *args: _Given.args,
        **kwargs: _Given.kwargs,
    ) -> _Result:
        """The function's result; what it did is committed."""

        def within() -> _Result:
            driver = self._driver()
            with driver.transaction():
                return function(driver, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._threads, within)

    def close(self) -> None:
        self._threads.shutdown()
        for connection in self._connections:
            connection.close()

    def _driver(self) -> Driver:
        if not hasattr(self._here, "driver"):
            self._here.driver = self._connected()
        driver: Driver = self._here.driver
        return driver

    def _connected(self) -> Driver:
        lite = self._url.startswith("sqlite")
        connection = _lite(self._url) if lite else psycopg.connect(self._url, autocommit=True)
        self._connections.append(connection)
        return Driver(connection, "?" if lite else "%s")


@contextmanager
def bare(url: str) -> Iterator[Bare]:
    """Open until the block ends."""
    here = Bare(url)
    try:
        yield here
    finally:
        here.close()


def _lite(url: str) -> sqlite3.Connection:
    """As the store opens it."""
    connection = sqlite3.connect(path_of(url), isolation_level=None, check_same_thread=False)
    for pragma in ("busy_timeout = 5000", "journal_mode = WAL", "foreign_keys = ON", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
