"""The connections that transactions are made on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from store.errors import unusable

_STAYS: Final = "sqlite"  # PostgreSQL's go back to their pool, which looks whether they are still alive


class Connections:
    """One engine's. SQLite's stay open from one transaction to the next: to take one up costs as much as a statement,
    and to put it back as much again.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._idle: list[Connection] = []

    @contextmanager
    def one(self) -> Iterator[Connection]:
        """A connection for one transaction; raises DatabaseUnusable if there is none to be had, or it breaks."""
        connection = self._taken()
        try:
            yield connection
        except OperationalError as error:
            connection.close()
            raise unusable(self._engine.url, error.orig) from error
        finally:
            self._put_back(connection)

    def close(self) -> None:
        """Let go of all."""
        while self._idle:
            self._idle.pop().close()
        self._engine.dispose()

    def _taken(self) -> Connection:
        try:
            return self._idle.pop()
        except IndexError:  # asked for first, it might be gone when it is taken
            return self._opened()

    def _opened(self) -> Connection:
        try:
            return self._engine.connect()
        except DBAPIError as error:
            raise unusable(self._engine.url, error.orig) from error

    def _put_back(self, connection: Connection) -> None:
        if self._engine.dialect.name == _STAYS and not connection.closed:
            self._idle.append(connection)
        else:
            connection.close()
