"""Whoever looks for the next letter does not look through ten thousand of an announcement."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Letters by state stand apart by announcement."""
    op.drop_index("ix_outbox_state_due_id", "outbox")
    op.create_index("ix_outbox_state_announcement_due_id", "outbox", ["state", "announcement", "due", "id"])


def downgrade() -> None:
    """Back to what 0011 knows."""
    op.drop_index("ix_outbox_state_announcement_due_id", "outbox")
    op.create_index("ix_outbox_state_due_id", "outbox", ["state", "due", "id"])
