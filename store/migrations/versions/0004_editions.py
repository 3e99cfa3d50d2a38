"""The edition a cohort learns from, and what learners find wrong in it."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, given, needs, numbered, ours

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NEWS = sa.text("news")
_OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    """Cohorts that stand already keep their edition when the bot next begins to work."""
    op.add_column("cohorts", given("digest", sa.Text(), ""))
    op.add_column("enrolments", given("news", sa.Boolean(), sa.false()))
    op.create_index("ix_enrolments_news", "enrolments", ["organisation"], sqlite_where=_NEWS, postgresql_where=_NEWS)
    _editions()
    _regrades()
    _reports()


def downgrade() -> None:
    """Cohorts learn from the courses on the shelf again; verdicts stay as they were mended, and reports are gone."""
    op.execute("DELETE FROM notes WHERE kind = 'report'")
    with op.batch_alter_table("notes", table_kwargs={"sqlite_autoincrement": True}) as notes:
        notes.drop_constraint("fk_notes_organisation_report", type_="foreignkey")
        notes.drop_column("report")
    for table in ("reports", "regrades", "overlays", "editions"):
        op.drop_table(table)
    op.drop_index("ix_enrolments_news", "enrolments")
    op.drop_column("enrolments", "news")
    op.drop_column("cohorts", "digest")


def _editions() -> None:
    numbered(
        "editions",
        *(needs(name, sa.Text()) for name in ("course", "edition", "digest")),
        *(needs(name, sa.LargeBinary()) for name in ("pack", "overlay")),
        needs("at", MOMENT),
        sa.UniqueConstraint("organisation", "digest", name="uq_editions_organisation_digest"),
    )
    op.create_table(
        "overlays",
        needs("organisation", ID),
        needs("course", sa.Text()),
        needs("pack", sa.LargeBinary()),
        needs("at", MOMENT),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_overlays_organisation"),
        sa.PrimaryKeyConstraint("organisation", "course", name="pk_overlays"),
    )


def _regrades() -> None:
    numbered(
        "regrades",
        *(needs(name, ID) for name in ("attempt", "enrolment")),
        *(needs(name, sa.Boolean()) for name in ("was", "now")),
        needs("digest", sa.Text()),
        needs("at", MOMENT),
        needs("told_in", sa.Text()),
        ours("regrades", "attempt", "attempts"),
        ours("regrades", "enrolment", "enrolments"),
    )
    op.create_index("ix_regrades_enrolment", "regrades", ["enrolment"])


def _reports() -> None:
    numbered(
        "reports",
        *(needs(name, ID) for name in ("person", "enrolment")),
        *(needs(name, sa.Text()) for name in ("course", "edition", "lesson")),
        needs("state", WORD),
        needs("at", MOMENT),
        needs("answer", sa.Text()),
        sa.Column("closed_at", MOMENT),
        needs("told_in", sa.Text()),
        ours("reports", "person", "people"),
        ours("reports", "enrolment", "enrolments"),
    )
    op.create_index("ix_reports_enrolment", "reports", ["enrolment"])
    whose = ["person", "course", "lesson"]
    op.create_index("ix_reports_open", "reports", whose, unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN)
    with op.batch_alter_table("notes", table_kwargs={"sqlite_autoincrement": True}) as notes:
        notes.add_column(sa.Column("report", ID))
        theirs = ["organisation", "id"]
        notes.create_foreign_key("fk_notes_organisation_report", "reports", ["organisation", "report"], theirs)
