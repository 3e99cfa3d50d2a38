"""Who may do what, what was done, and the list of staff."""

import sqlalchemy as sa
from alembic import op

from store.migrations.parts import ID, MOMENT, WORD, given, needs, numbered, ours

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """New tables only."""
    numbered(
        "sections",
        *(needs(name, sa.Text()) for name in ("path", "name")),
        sa.Column("parent", ID),
        given("closed", sa.Boolean(), sa.false()),
        sa.UniqueConstraint("organisation", "path", name="uq_sections_organisation_path"),
        ours("sections", "parent", "sections"),
    )
    numbered(
        "staff",
        *(needs(name, sa.Text()) for name in ("number", "name", "kana", "alias", "employment", "days", "email")),
        sa.Column("person", ID),
        sa.Column("left_on", sa.Date()),
        sa.UniqueConstraint("organisation", "number", name="uq_staff_organisation_number"),
        sa.UniqueConstraint("organisation", "person", name="uq_staff_organisation_person"),
        ours("staff", "person", "people"),
    )
    _posts()
    _roles()
    _audit()
    _roster()


def downgrade() -> None:
    """The lists are gone, and so is what was noted."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER audit_stays ON audit")
        op.execute("DROP FUNCTION audit_stays")
    for table in ("invitations", "roster_imports", "audit", "appointments", "roles", "posts", "staff", "sections"):
        op.drop_table(table)


def _posts() -> None:
    op.create_table(
        "posts",
        *(needs(name, ID) for name in ("organisation", "staff", "section")),
        needs("title", sa.Text()),
        given("concurrent", sa.Boolean(), sa.false()),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name="fk_posts_organisation"),
        sa.PrimaryKeyConstraint("staff", "section", name="pk_posts"),
        ours("posts", "staff", "staff"),
        ours("posts", "section", "sections"),
    )
    op.create_index("ix_posts_section", "posts", ["section"])


def _roles() -> None:
    numbered(
        "roles",
        needs("person", ID),
        needs("role", WORD),
        sa.Column("section", ID),
        needs("scope", sa.Text()),
        needs("at", MOMENT),
        sa.UniqueConstraint("organisation", "person", "role", "scope", name="uq_roles_organisation_person_role_scope"),
        ours("roles", "person", "people"),
        ours("roles", "section", "sections"),
    )
    numbered(
        "appointments",
        needs("role", WORD),
        sa.Column("section", ID),
        needs("digest", sa.Text()),
        needs("expires_at", MOMENT),
        sa.Column("used_at", MOMENT),
        sa.UniqueConstraint("digest", name="uq_appointments_digest"),
        ours("appointments", "section", "sections"),
    )


def _audit() -> None:
    numbered(
        "audit",
        sa.Column("person", ID),
        *(needs(name, sa.Text()) for name in ("actor", "verb", "target", "detail")),
        needs("at", MOMENT),
    )
    op.create_index("ix_audit_organisation_at", "audit", ["organisation", "at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'what was noted stays'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_stays()"
        )
        return
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_stays_{deed.lower()} BEFORE {deed} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'what was noted stays'); END"
        )


def _roster() -> None:
    numbered(
        "roster_imports",
        *(needs(name, sa.Text()) for name in ("before", "after", "sections")),
        needs("at", MOMENT),
        given("undone", sa.Boolean(), sa.false()),
    )
    numbered(
        "invitations",
        needs("staff", ID),
        needs("cohort", ID),
        needs("digest", sa.Text()),
        needs("expires_at", MOMENT),
        sa.Column("used_at", MOMENT),
        sa.UniqueConstraint("digest", name="uq_invitations_digest"),
        ours("invitations", "staff", "staff"),
        ours("invitations", "cohort", "cohorts"),
    )
    op.create_index("ix_invitations_staff", "invitations", ["staff"])
