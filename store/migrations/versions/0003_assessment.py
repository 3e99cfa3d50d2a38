"""What learners say and know before, in the middle and after."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, needs, numbered, ours

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Who is in a course already is asked from the next occasion on."""
    numbered(
        "sittings",
        needs("enrolment", ID),
        needs("occasion", WORD),
        needs("form", WORD),
        *(sa.Column(name, MOMENT) for name in ("due_at", "opened_at", "recalled_at", "finished_at")),
        sa.UniqueConstraint("enrolment", "occasion", name="uq_sittings_enrolment_occasion"),
        ours("sittings", "enrolment", "enrolments"),
    )
    op.create_index("ix_sittings_due_at", "sittings", ["due_at"])
    op.create_table(
        "responses",
        needs("organisation", ID),
        needs("sitting", ID),
        *(needs(name, sa.Text()) for name in ("item", "chosen")),
        sa.Column("right", sa.Boolean()),
        needs("at", MOMENT),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_responses_organisation"),
        sa.PrimaryKeyConstraint("sitting", "item", name="pk_responses"),
        ours("responses", "sitting", "sittings"),
    )


def downgrade() -> None:
    """What was asked and answered is gone."""
    op.drop_table("responses")
    op.drop_table("sittings")
