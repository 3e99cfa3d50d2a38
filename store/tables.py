"""What every table is made of: the one metadata, and columns and keys that say whose a row is."""

from typing import Any, Final

from sqlalchemy import Boolean, Column, ForeignKey, ForeignKeyConstraint, MetaData, Table, UniqueConstraint, false
from sqlalchemy.types import TypeEngine

from store.columns import Id

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def needs(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]]) -> Column[Any]:  # a column's own type
    return Column(name, kind, nullable=False)


def switch(name: str) -> Column[bool]:
    """Off, unless somebody turned it on."""
    return Column(name, Boolean, nullable=False, server_default=false())


def id_() -> Column[int]:
    return Column("id", Id, primary_key=True)


def organisation_() -> Column[int]:
    return Column("organisation", Id, ForeignKey("organisations.id"), nullable=False)


def ours_(column: str, table: str) -> ForeignKeyConstraint:
    """What the column names belongs to the same organisation."""
    return ForeignKeyConstraint(["organisation", column], [f"{table}.organisation", f"{table}.id"])


def numbered(name: str, *parts: Column[Any] | ForeignKeyConstraint | UniqueConstraint) -> Table:
    """A table whose rows have numbers, which are never given out twice: old buttons and letters name them."""
    within = UniqueConstraint("organisation", "id")
    return Table(name, metadata, id_(), organisation_(), *parts, within, sqlite_autoincrement=True)
