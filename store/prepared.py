"""Statements made once, and carried out by the driver inside a transaction of SQLAlchemy's; `preparing` tells how."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Result
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.interfaces import DBAPICursor, DBAPIModule
from sqlalchemy.exc import DBAPIError

from store.preparing import Statement, Values, prepared_for


def find(connection: Connection, statement: Statement, values: Values) -> Result[*tuple[Any, ...]]:
    """The rows that a statement made once brings with these values."""
    prepared = prepared_for(connection.dialect, statement, values)
    if prepared is None or prepared.columns is None:
        return connection.execute(statement, values)
    rows, _ = _driven(connection, prepared.text, prepared.bound(values))
    return IteratorResult(prepared.columns, iter(prepared.read(rows)))


def done(connection: Connection, statement: Statement, values: Values) -> int:
    """How many rows a statement made once touches with these values."""
    prepared = prepared_for(connection.dialect, statement, values)
    if prepared is None:
        return connection.execute(statement, values).rowcount
    return _driven(connection, prepared.text, prepared.bound(values))[1]


def done_each(connection: Connection, statement: Statement, rows: Sequence[Values]) -> None:
    """The same for many rows at once; nothing if there are none."""
    prepared = prepared_for(connection.dialect, statement, rows[0]) if rows else None
    if prepared is not None:
        _driven(connection, prepared.text, [prepared.bound(row) for row in rows], each=True)
    elif rows:
        connection.execute(statement, rows)


def command(connection: Connection, words: str) -> None:
    """Carry out what has no parameters and brings nothing, as it stands."""
    _driven(connection, words, ())


def _driven(
    connection: Connection, words: str, parameters: Any, *, each: bool = False
) -> tuple[Sequence[Sequence[Any]], int]:
    """The rows and their count, by the driver. Its errors are told as SQLAlchemy tells them."""
    cursor = connection.connection.cursor()
    try:
        if each:
            cursor.executemany(words, parameters)
        else:
            cursor.execute(words, parameters)
        return (cursor.fetchall() if cursor.description else ()), cursor.rowcount
    except connection.dialect.loaded_dbapi.Error as error:
        raise _told(connection, words, error, cursor) from error
    finally:
        cursor.close()


def _told(connection: Connection, words: str, error: DBAPIModule.Error, cursor: DBAPICursor) -> BaseException:
    """What a broken connection had begun is lost."""
    dialect = connection.dialect
    gone = dialect.is_disconnect(error, connection.connection, cursor)
    if gone:
        connection.invalidate(error)
    kind = dialect.loaded_dbapi.Error
    return DBAPIError.instance(
        words, None, error, kind, hide_parameters=True, connection_invalidated=gone, dialect=dialect
    )
