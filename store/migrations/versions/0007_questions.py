"""Questions of learners as conversations with the office, and what was answered."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, given, needs, numbered, ours

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KEEPING = {"sqlite_autoincrement": True}


def upgrade() -> None:
    """New tables; letters that stand in a thread; and every question asked so far is a conversation that is open."""
    _inquiries()
    _answers()
    op.add_column("organisations", given("questions_channel", sa.Text(), ""))
    for table, columns in (("notes", ()), ("outbox", ("under", "over"))):
        with op.batch_alter_table(table, table_kwargs=_KEEPING) as altered:
            altered.add_column(sa.Column("inquiry", ID))
            for name in columns:
                altered.add_column(given(name, sa.Text(), ""))
            altered.create_foreign_key(
                f"fk_{table}_organisation_inquiry", "inquiries", ["organisation", "inquiry"], ["organisation", "id"]
            )
        op.create_index(f"ix_{table}_inquiry", table, ["inquiry"])
    _asked_before()


def downgrade() -> None:
    """Back to what 0006 knows: what was asked stays, answers are gone."""
    for table, columns in (("outbox", ("inquiry", "under", "over")), ("notes", ("inquiry",))):
        op.drop_index(f"ix_{table}_inquiry", table)
        with op.batch_alter_table(table, table_kwargs=_KEEPING) as altered:
            altered.drop_constraint(f"fk_{table}_organisation_inquiry", type_="foreignkey")
            for name in columns:
                altered.drop_column(name)
    with op.batch_alter_table("organisations", table_kwargs=_KEEPING) as organisations:
        organisations.drop_column("questions_channel")
    for table in ("canned", "answers", "inquiries"):
        op.drop_table(table)


def _inquiries() -> None:
    numbered(
        "inquiries",
        *(sa.Column(name, ID) for name in ("person", "enrolment", "account")),
        needs("lesson", sa.Integer()),
        needs("title", sa.Text()),
        needs("state", WORD),
        sa.Column("holder", ID),
        needs("holder_name", sa.Text()),
        *(needs(name, MOMENT) for name in ("at", "changed_at")),
        ours("inquiries", "person", "people"),
        ours("inquiries", "enrolment", "enrolments"),
        ours("inquiries", "account", "accounts"),
        ours("inquiries", "holder", "people"),
    )
    op.create_index("ix_inquiries_person", "inquiries", ["person"])


def _answers() -> None:
    numbered(
        "answers",
        needs("inquiry", ID),
        sa.Column("person", ID),
        *(needs(name, sa.Text()) for name in ("name", "body")),
        given("sent", sa.Boolean(), sa.false()),
        needs("source", sa.Text()),
        needs("at", MOMENT),
        needs("told_in", sa.Text()),
        sa.Column("read_at", MOMENT),
        sa.UniqueConstraint("organisation", "source", name="uq_answers_organisation_source"),
        ours("answers", "inquiry", "inquiries"),
        ours("answers", "person", "people"),
    )
    op.create_index("ix_answers_inquiry", "answers", ["inquiry"])
    numbered(
        "canned",
        *(needs(name, sa.Text()) for name in ("title", "body")),
        sa.UniqueConstraint("organisation", "title", name="uq_canned_organisation_title"),
    )


def _asked_before() -> None:
    """Each has the number of its note."""
    op.execute(
        "INSERT INTO inquiries"
        " (id, organisation, person, enrolment, lesson, title, state, holder_name, at, changed_at)"
        " SELECT id, organisation, person, enrolment, 0, '', 'open', '', at, at FROM notes WHERE kind = 'question'"
    )
    op.execute("UPDATE notes SET inquiry = id WHERE kind = 'question'")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('inquiries', 'id'), max(id)) FROM inquiries HAVING max(id) > 0"
        )
