"""Inserting where a row may stand already: both databases know how, each in its own dialect."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

from store.errors import AlreadyExists


def create(
    connection: Connection, table: Table, columns: Sequence[Column[Any]], **values: object
) -> Row[*tuple[Any, ...]]:
    """These columns of a new row; raises AlreadyExists, and leaves the transaction usable."""
    statement = _insert(connection, table).values(**values).on_conflict_do_nothing().returning(*columns)
    row: Row[*tuple[Any, ...]] | None = connection.execute(statement).one_or_none()
    if row is None:
        raise AlreadyExists(f"There is one like this already among the {table.name}.")
    return row


def add(connection: Connection, table: Table, **values: object) -> bool:
    """Whether the row is new. Waits for a transaction that is writing the same row just now."""
    statement = _insert(connection, table).values(**values).on_conflict_do_nothing()
    return connection.execute(statement.returning(*table.primary_key)).first() is not None


def put(connection: Connection, table: Table, **values: object) -> None:
    """The one row with this primary key now has these values, whether it was there or not."""
    rest = {name: value for name, value in values.items() if name not in table.primary_key.columns}
    insert = _insert(connection, table).values(**values)
    connection.execute(insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest))


def _insert(connection: Connection, table: Table) -> Any:  # two classes of SQLAlchemy with the same methods
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
