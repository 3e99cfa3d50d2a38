"""How much of LINE's month is used up."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, needs, ours

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


def downgrade() -> None:
    """Back to what 0008 knows: every account sends."""
    op.drop_index("ix_outbox_counted", "outbox")
    with op.batch_alter_table("accounts", table_kwargs={"sqlite_autoincrement": True}) as accounts:
        for column in ("turned_at", "pull"):
            accounts.drop_column(column)
    op.drop_table("quota_readings")
