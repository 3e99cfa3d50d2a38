"""Silence for a town, a section or a person, and days in reserve."""

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Back to what 0007 knows."""
