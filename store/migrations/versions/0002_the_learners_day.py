"""The learner's day: own words, leaves, reminders, passes, the home; answers that are neither right nor wrong."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)
_WORD = sa.String(20)


def upgrade() -> None:
    """What stands already stays as it is."""
    for name in ("line_free_text", "line_reminders"):
        op.add_column("organisations", _given(name, sa.Boolean(), sa.false()))
    op.add_column("people", _given("reminders", sa.Boolean(), sa.true()))
    op.add_column("enrolments", sa.Column("seen_on", sa.Date()))
    op.add_column("enrolments", _given("quiet", sa.Boolean(), sa.false()))
    op.add_column("enrolments", sa.Column("nudge_at", _MOMENT))
    op.add_column("enrolments", sa.Column("asked_on", sa.Date()))
    op.add_column("enrolments", sa.Column("away_until", _MOMENT))
    op.create_index("ix_enrolments_state_nudge_at", "enrolments", ["state", "nudge_at"])
    op.add_column("outbox", _given("surface", _WORD, "chat"))
    with op.batch_alter_table("attempts", table_kwargs={"sqlite_autoincrement": True}) as attempts:
        attempts.alter_column("right", existing_type=sa.Boolean(), nullable=True)
    _own_words()
    _permissions()


def downgrade() -> None:
    """Back to what 0001 knows; own words and leaves are gone, and so are answers without right or wrong."""
    for table in ("passes", "traces", "notes", "leaves", "approvals"):
        op.drop_table(table)
    op.execute('DELETE FROM attempts WHERE "right" IS NULL')
    with op.batch_alter_table("attempts", table_kwargs={"sqlite_autoincrement": True}) as attempts:
        attempts.alter_column("right", existing_type=sa.Boolean(), nullable=False)
    op.drop_index("ix_enrolments_state_nudge_at", "enrolments")
    for table, names in _ADDED.items():
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as old:
            for name in names:
                old.drop_column(name)


_ADDED = {
    "outbox": ("surface",),
    "enrolments": ("away_until", "asked_on", "nudge_at", "quiet", "seen_on"),
    "people": ("reminders",),
    "organisations": ("line_reminders", "line_free_text"),
}


def _own_words() -> None:
    _numbered(
        "notes",
        _needs("person", _ID),
        sa.Column("enrolment", _ID),
        _needs("kind", _WORD),
        *(_needs(name, sa.Text()) for name in ("quiz", "body", "via")),
        _needs("at", _MOMENT),
        _ours("notes", "person", "people"),
        _ours("notes", "enrolment", "enrolments"),
    )
    op.create_index("ix_notes_person", "notes", ["person"])
    op.create_table(
        "traces",
        _needs("organisation", _ID),
        _needs("account", _ID),
        _needs("message", sa.Text()),
        _needs("person", _ID),
        _needs("kind", _WORD),
        _needs("row", _ID),
        _needs("at", _MOMENT),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_traces_organisation"),
        sa.PrimaryKeyConstraint("account", "message", name="pk_traces"),
        _ours("traces", "account", "accounts"),
        _ours("traces", "person", "people"),
    )
    op.create_index("ix_traces_person", "traces", ["person"])


def _permissions() -> None:
    _numbered(
        "leaves",
        _needs("enrolment", _ID),
        _needs("since", _MOMENT),
        _needs("until", _MOMENT),
        _ours("leaves", "enrolment", "enrolments"),
    )
    op.create_index("ix_leaves_enrolment", "leaves", ["enrolment"])
    _numbered(
        "passes",
        _needs("person", _ID),
        *(_needs(name, sa.Text()) for name in ("digest", "purpose")),
        _needs("expires_at", _MOMENT),
        sa.Column("used_at", _MOMENT),
        sa.UniqueConstraint("digest", name="uq_passes_digest"),
        _ours("passes", "person", "people"),
    )
    op.create_index("ix_passes_person", "passes", ["person"])
    _numbered(
        "approvals",
        _needs("what", sa.Text()),
        _needs("granted", sa.Boolean()),
        *(_needs(name, sa.Text()) for name in ("by", "document")),
        _needs("at", _MOMENT),
    )


def _numbered(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        _needs("id", _ID),
        _needs("organisation", _ID),
        *parts,
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=f"fk_{name}_organisation"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("organisation", "id", name=f"uq_{name}_organisation_id"),
        sqlite_autoincrement=True,
    )


def _needs(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _given(name: str, kind: sa.types.TypeEngine[Any], value: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, server_default=value)


def _ours(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_organisation_{column}"
    return sa.ForeignKeyConstraint(["organisation", column], [f"{other}.organisation", f"{other}.id"], name=name)
