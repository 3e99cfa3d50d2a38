"""Silence for a town, a section or a person, and days in reserve."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, given, needs, numbered, ours

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """New tables; nobody rests, nothing is in reserve, and nobody has to say yes."""
    _silences()
    for name in ("silent", "silenced"):
        op.add_column("enrolments", given(name, sa.Boolean(), sa.false()))
    op.add_column("cohorts", given("reserve", sa.Integer(), "0"))
    op.add_column("organisations", given("silence_confirm", sa.Boolean(), sa.false()))


def downgrade() -> None:
    """Back to what 0007 knows: whoever rests now is woken, and calendars stand as if nobody ever had."""
    columns = {"organisations": ("silence_confirm",), "cohorts": ("reserve",), "enrolments": ("silenced", "silent")}
    for table, names in columns.items():
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as altered:
            for name in names:
                altered.drop_column(name)
    for table in ("silenced", "silences"):
        op.drop_table(table)


def _silences() -> None:
    numbered(
        "silences",
        needs("whom", WORD),
        *(sa.Column(name, ID) for name in ("section", "person")),
        needs("target", sa.Text()),
        sa.Column("asked_by", ID),
        needs("asked_name", sa.Text()),
        needs("asked_at", MOMENT),
        sa.Column("confirmed_by", ID),
        needs("confirmed_name", sa.Text()),
        *(sa.Column(name, MOMENT) for name in ("since", "until")),
        *(given(name, sa.Boolean(), sa.false()) for name in ("notice", "compressed")),
        ours("silences", "section", "sections"),
        ours("silences", "person", "people"),
    )
    still = sa.text("until IS NULL")
    op.create_index(
        "ix_silences_open",
        "silences",
        ["organisation", "target"],
        unique=True,
        sqlite_where=still,
        postgresql_where=still,
    )
    op.create_table(
        "silenced",
        *(needs(name, ID) for name in ("organisation", "silence", "enrolment")),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_silenced_organisation"),
        sa.PrimaryKeyConstraint("silence", "enrolment", name="pk_silenced"),
        ours("silenced", "silence", "silences"),
        ours("silenced", "enrolment", "enrolments"),
    )
    op.create_index("ix_silenced_enrolment", "silenced", ["enrolment"])
