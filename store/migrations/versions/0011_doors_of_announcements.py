"""How often an announcement was written, and the messages in which somebody watches it go out."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, given, needs, ours

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Announcements that stand already were written once."""
    op.add_column("announcements", given("version", sa.Integer(), sa.text("1")))
    op.create_table(
        "watches",
        *(needs(name, ID) for name in ("organisation", "announcement", "contact")),
        *(needs(name, sa.Text()) for name in ("message", "told")),
        needs("told_at", MOMENT),
        needs("number", sa.Integer()),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_watches_organisation"),
        sa.PrimaryKeyConstraint("announcement", "contact", name="pk_watches"),
        ours("watches", "announcement", "announcements"),
        ours("watches", "contact", "contacts"),
    )
    op.create_index("ix_watches_contact", "watches", ["contact"])


def downgrade() -> None:
    """Back to what 0010 knows."""
    op.drop_table("watches")
    with op.batch_alter_table("announcements", table_kwargs={"sqlite_autoincrement": True}) as announcements:
        announcements.drop_column("version")
