"""The edition a cohort learns from, and what learners find wrong in it."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import MOMENT, given, needs, numbered

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Cohorts that stand already keep their edition when the bot next begins to work."""
    op.add_column("cohorts", given("digest", sa.Text(), ""))
    numbered(
        "editions",
        *(needs(name, sa.Text()) for name in ("course", "edition", "digest")),
        needs("pack", sa.LargeBinary()),
        needs("overlay", sa.LargeBinary()),
        needs("at", MOMENT),
        sa.UniqueConstraint("organisation", "digest", name="uq_editions_organisation_digest"),
    )


def downgrade() -> None:
    """Cohorts learn from the courses on the shelf again."""
    op.drop_table("editions")
    op.drop_column("cohorts", "digest")
