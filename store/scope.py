"""What every query of one organisation stands on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Delete,
    Result,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    literal_column,
    update,
)

from store.prepared import done, find
from store.upsert import add, create, put


def ours(table: Table) -> ColumnElement[bool]:
    """The row is that organisation's whose scope carries the statement out. For statements made once: most of what a
    statement costs here is making it.
    """
    return table.c.organisation == bindparam("ours")


def ours_too(table: Table) -> ColumnElement[bool]:
    """The same where something narrower finds the rows: whose they are, what they belong to. SQLite, which knows no
    figures, would else as soon walk through everything the organisation has.
    """
    return table.c.organisation + literal_column("0") == bindparam("ours")


@dataclass(frozen=True, slots=True)
class Scope:
    """One organisation's rows in one transaction; a foreign one's are simply not found."""

    connection: Connection
    organisation: int

    def _owned(self, table: Table) -> ColumnElement[bool]:
        """The row is this organisation's."""
        return table.c.organisation == self.organisation

    def _at(self, table: Table, row: int) -> ColumnElement[bool]:
        """It is this row, and this organisation's."""
        return self._owned(table) & (table.c.id == row)

    def _create(self, table: Table, columns: Sequence[Column[Any]], **values: object) -> Row[*tuple[Any, ...]]:
        """These columns of a new row; raises AlreadyExists."""
        return create(self.connection, table, columns, organisation=self.organisation, **values)

    def _add(self, table: Table, **values: object) -> bool:
        """Whether the row is new, and not one that stands already."""
        return add(self.connection, table, organisation=self.organisation, **values)

    def _put(self, table: Table, **values: object) -> None:
        """The one row with this primary key now has these values, whether it was there or not."""
        put(self.connection, table, organisation=self.organisation, **values)

    def _found(self, statement: Select[*tuple[Any, ...]], **values: object) -> Result[*tuple[Any, ...]]:
        """What a statement made once finds with these values."""
        return find(self.connection, statement, {"ours": self.organisation, **values})

    def _done(self, statement: Update | Delete, **values: object) -> int:
        """How many rows a statement made once touches with these values."""
        return done(self.connection, statement, {"ours": self.organisation, **values})

    def _change(self, statement: Update | Delete) -> int:
        """How many rows the statement touched."""
        return self.connection.execute(statement).rowcount

    def _write(self, table: Table, row: int, **values: object) -> bool:
        """Write the values into a row; False if there is none of ours."""
        return self._done(_writing(table), row=row, **values) > 0

    def _sweep(self, table: Table, before: datetime) -> int:
        """How many rows from before that moment are gone now."""
        return self._change(delete(table).where(self._owned(table), table.c.at < before))


@cache
def _writing(table: Table) -> Update:
    return update(table).where(ours(table), table.c.id == bindparam("row"))
