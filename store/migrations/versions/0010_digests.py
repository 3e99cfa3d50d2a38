"""Weekly digests: when the next one is told, the pictures in them, and who does not want any."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, given, needs, numbered

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Organisations of before get no digests until somebody wants them (kotsu org digests on)."""
    op.create_table(
        "digests",
        needs("organisation", ID),
        given("wanted", sa.Boolean(), sa.false()),
        given("line_paid", sa.Boolean(), sa.false()),
        sa.Column("next_at", MOMENT),
        needs("reached", ID),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_digests_organisation"),
        sa.PrimaryKeyConstraint("organisation", name="pk_digests"),
    )
    op.create_index("ix_digests_next_at", "digests", ["next_at"])
    numbered(
        "pictures",
        needs("about", sa.Text()),
        needs("secret", sa.Text()),
        needs("png", sa.LargeBinary()),
        needs("expires_at", MOMENT),
        sa.UniqueConstraint("organisation", "about", name="uq_pictures_organisation_about"),
        sa.UniqueConstraint("secret", name="uq_pictures_secret"),
    )
    op.add_column("people", given("digests", sa.Boolean(), sa.true()))


def downgrade() -> None:
    """Back to what 0009 knows."""
    with op.batch_alter_table("people", table_kwargs={"sqlite_autoincrement": True}) as people:
        people.drop_column("digests")
    op.drop_table("pictures")
    op.drop_index("ix_digests_next_at", "digests")
    op.drop_table("digests")
