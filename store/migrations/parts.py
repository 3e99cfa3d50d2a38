"""What migrations make tables of: the shapes every table of ours has. Old migrations stand on it, so it only grows."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

ID: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT: Final = sa.DateTime(timezone=True)
WORD: Final = sa.String(20)


def numbered(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table with a number and an organisation."""
    op.create_table(
        name,
        needs("id", ID),
        needs("organisation", ID),
        *parts,
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=f"fk_{name}_organisation"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("organisation", "id", name=f"uq_{name}_organisation_id"),
        sqlite_autoincrement=True,
    )


def needs(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    """A column that always has a value."""
    return sa.Column(name, kind, nullable=False)


def given(name: str, kind: sa.types.TypeEngine[Any], value: Any) -> sa.Column[Any]:  # a column's own types
    """A column that old rows get a value for."""
    return sa.Column(name, kind, nullable=False, server_default=value)


def ours(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    """What the column names belongs to the same organisation."""
    name = f"fk_{table}_organisation_{column}"
    return sa.ForeignKeyConstraint(["organisation", column], [f"{other}.organisation", f"{other}.id"], name=name)
