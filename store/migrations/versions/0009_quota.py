"""How much of LINE's month is used up; and rosters that are dropped into the chat."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, given, needs, numbered, ours

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What LINE said last, and whether an account sends lessons or lets them be fetched: all accounts send."""
    op.create_table(
        "quota_readings",
        *(needs(name, ID) for name in ("organisation", "account")),
        sa.Column("limit", sa.Integer()),
        needs("used", sa.Integer()),
        needs("at", MOMENT),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_quota_readings_organisation"),
        sa.PrimaryKeyConstraint("account", name="pk_quota_readings"),
        ours("quota_readings", "account", "accounts"),
    )
    op.add_column("accounts", sa.Column("pull", WORD))
    op.add_column("accounts", sa.Column("turned_at", MOMENT))
    counted = sa.text("counted > 0")
    op.create_index(
        "ix_outbox_counted", "outbox", ["account", "final_at"], sqlite_where=counted, postgresql_where=counted
    )
    _rosters()


def downgrade() -> None:
    """Back to what 0008 knows: every account sends."""
    op.drop_table("uploads")
    with op.batch_alter_table("roster_imports", table_kwargs={"sqlite_autoincrement": True}) as imports:
        imports.drop_column("ended")
    op.drop_index("ix_outbox_counted", "outbox")
    with op.batch_alter_table("accounts", table_kwargs={"sqlite_autoincrement": True}) as accounts:
        for column in ("turned_at", "pull"):
            accounts.drop_column(column)
    op.drop_table("quota_readings")


def _rosters() -> None:
    op.add_column("roster_imports", given("ended", sa.Text(), "[]"))
    numbered(
        "uploads",
        *(needs(name, ID) for name in ("person", "account")),
        *(needs(name, sa.Text()) for name in ("room", "file", "name", "url")),
        needs("state", WORD),
        *(needs(name, sa.Text()) for name in ("roster", "digest")),
        needs("at", MOMENT),
        sa.UniqueConstraint("account", "file", name="uq_uploads_account_file"),
        ours("uploads", "person", "people"),
        ours("uploads", "account", "accounts"),
    )
    for column in ("state", "person"):
        op.create_index(f"ix_uploads_{column}", "uploads", [column])
