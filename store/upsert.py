"""Inserting where a row may stand already: both databases know how, each in its own dialect."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

from store.errors import AlreadyExists
from store.prepared import done, find


def create(
    connection: Connection, table: Table, columns: Sequence[Column[Any]], **values: object
) -> Row[*tuple[Any, ...]]:
    """These columns of a new row; raises AlreadyExists, and leaves the transaction usable."""
    statement = _adding(connection.dialect.name, table, *columns)
    row: Row[*tuple[Any, ...]] | None = find(connection, statement, values).one_or_none()
    if row is None:
        raise AlreadyExists(f"There is one like this already among the {table.name}.")
    return row


def add(connection: Connection, table: Table, **values: object) -> bool:
    """Whether the row is new. Waits for a transaction that is writing the same row just now."""
    statement = _adding(connection.dialect.name, table, *table.primary_key)
    return find(connection, statement, values).first() is not None


def put(connection: Connection, table: Table, **values: object) -> None:
    """The one row with this primary key now has these values, whether it was there or not."""
    rest = (name for name in values if name not in table.primary_key.columns)
    done(connection, _putting(connection.dialect.name, table, *rest), values)


@cache
def _adding(dialect: str, table: Table, *columns: Column[Any]) -> Any:
    return inserting(dialect, table).on_conflict_do_nothing().returning(*columns)


@cache
def _putting(dialect: str, table: Table, *rest: str) -> Any:
    insert = inserting(dialect, table)
    new = {name: insert.excluded[name] for name in rest}
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=new)


def inserting(dialect: str, table: Table) -> Any:  # two classes of SQLAlchemy with the same methods
    """An insert that may say what happens on a conflict."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
