"""The learner's day: own words, leaves, reminders, passes, the home; answers that are neither right nor wrong."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, given, needs, numbered, ours

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What stands already stays as it is."""
    for name in ("line_free_text", "line_reminders"):
        op.add_column("organisations", given(name, sa.Boolean(), sa.false()))
    op.add_column("people", given("reminders", sa.Boolean(), sa.true()))
    op.add_column("enrolments", sa.Column("seen_on", sa.Date()))
    op.add_column("enrolments", given("quiet", sa.Boolean(), sa.false()))
    op.add_column("enrolments", sa.Column("nudge_at", MOMENT))
    op.add_column("enrolments", sa.Column("asked_on", sa.Date()))
    op.add_column("enrolments", sa.Column("away_until", MOMENT))
    op.create_index("ix_enrolments_state_nudge_at", "enrolments", ["state", "nudge_at"])
    op.add_column("outbox", given("surface", WORD, "chat"))
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
    numbered(
        "notes",
        needs("person", ID),
        sa.Column("enrolment", ID),
        needs("kind", WORD),
        *(needs(name, sa.Text()) for name in ("quiz", "body", "via")),
        needs("at", MOMENT),
        ours("notes", "person", "people"),
        ours("notes", "enrolment", "enrolments"),
    )
    op.create_index("ix_notes_person", "notes", ["person"])
    op.create_table(
        "traces",
        needs("organisation", ID),
        needs("account", ID),
        needs("message", sa.Text()),
        needs("person", ID),
        needs("kind", WORD),
        needs("row", ID),
        needs("at", MOMENT),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_traces_organisation"),
        sa.PrimaryKeyConstraint("account", "message", name="pk_traces"),
        ours("traces", "account", "accounts"),
        ours("traces", "person", "people"),
    )
    op.create_index("ix_traces_person", "traces", ["person"])


def _permissions() -> None:
    numbered(
        "leaves",
        needs("enrolment", ID),
        needs("since", MOMENT),
        needs("until", MOMENT),
        ours("leaves", "enrolment", "enrolments"),
    )
    op.create_index("ix_leaves_enrolment", "leaves", ["enrolment"])
    numbered(
        "passes",
        needs("person", ID),
        *(needs(name, sa.Text()) for name in ("digest", "purpose")),
        needs("expires_at", MOMENT),
        sa.Column("used_at", MOMENT),
        sa.UniqueConstraint("digest", name="uq_passes_digest"),
        ours("passes", "person", "people"),
    )
    op.create_index("ix_passes_person", "passes", ["person"])
    numbered(
        "approvals",
        needs("what", sa.Text()),
        needs("granted", sa.Boolean()),
        *(needs(name, sa.Text()) for name in ("by", "document")),
        needs("at", MOMENT),
    )
