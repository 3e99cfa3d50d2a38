"""What the training office says to many, who allowed it, and what they answered."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, given, needs, numbered, ours

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TEXTS = ("title", "body", "link", "link_label", "image", "image_alt", "question", "options", "audience")
_OPEN = "state IN ('waiting', 'carrying')"


def upgrade() -> None:
    """New tables, and letters that belong to an announcement, which stand in nobody's way."""
    _announcements()
    _said_about_it()
    op.add_column("organisations", given("second_approval", sa.Boolean(), sa.false()))
    with op.batch_alter_table("outbox", table_kwargs={"sqlite_autoincrement": True}) as outbox:
        outbox.add_column(sa.Column("announcement", ID))
        outbox.create_foreign_key(
            "fk_outbox_organisation_announcement",
            "announcements",
            ["organisation", "announcement"],
            ["organisation", "id"],
        )
    _open_letters(f"{_OPEN} AND announcement IS NULL")
    many = sa.text("announcement IS NOT NULL")
    op.create_index(
        "ix_outbox_many",
        "outbox",
        ["announcement", "state", "account"],
        sqlite_where=many,
        postgresql_where=many,
    )


def downgrade() -> None:
    """Back to what 0005 knows: the letters stay, announcements and votes are gone."""
    op.drop_index("ix_outbox_many", "outbox")
    with op.batch_alter_table("outbox", table_kwargs={"sqlite_autoincrement": True}) as outbox:
        outbox.drop_constraint("fk_outbox_organisation_announcement", type_="foreignkey")
        outbox.drop_column("announcement")
    _open_letters(_OPEN)
    with op.batch_alter_table("organisations", table_kwargs={"sqlite_autoincrement": True}) as organisations:
        organisations.drop_column("second_approval")
    for table in ("votes", "decisions", "announcements"):
        op.drop_table(table)


def _open_letters(which: str) -> None:
    where = sa.text(which)
    op.drop_index("ix_outbox_open", "outbox", if_exists=True)
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["account", "recipient", "due", "id"],
        sqlite_where=where,
        postgresql_where=where,
    )


def _announcements() -> None:
    numbered(
        "announcements",
        sa.Column("author", ID),
        needs("author_name", sa.Text()),
        *(needs(name, sa.Text()) for name in _TEXTS),
        given("urgent", sa.Boolean(), sa.false()),
        needs("stage", WORD),
        *(sa.Column(name, MOMENT) for name in ("wanted_at", "goes_at")),
        sa.Column("corrects", ID),
        *(needs(name, MOMENT) for name in ("created_at", "changed_at")),
        ours("announcements", "corrects", "announcements"),
    )
    op.create_index("ix_announcements_stage_goes_at", "announcements", ["stage", "goes_at"])


def _said_about_it() -> None:
    numbered(
        "decisions",
        needs("announcement", ID),
        sa.Column("person", ID),
        needs("name", sa.Text()),
        given("granted", sa.Boolean(), sa.false()),
        needs("comment", sa.Text()),
        needs("at", MOMENT),
        ours("decisions", "announcement", "announcements"),
    )
    op.create_index("ix_decisions_announcement", "decisions", ["announcement"])
    op.create_table(
        "votes",
        *(needs(name, ID) for name in ("organisation", "announcement", "person")),
        needs("option", sa.Text()),
        needs("at", MOMENT),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_votes_organisation"),
        sa.PrimaryKeyConstraint("announcement", "person", name="pk_votes"),
        ours("votes", "announcement", "announcements"),
        ours("votes", "person", "people"),
    )
    op.create_index("ix_votes_person", "votes", ["person"])
