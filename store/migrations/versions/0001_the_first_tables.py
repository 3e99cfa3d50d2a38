"""The first tables: organisations, people, cohorts, what was taken and answered, inbox and outbox."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)
_TIME = sa.String(5)
_WORD = sa.String(20)


def upgrade() -> None:
    """From nothing."""
    _organisations()
    _people()
    _cohorts()
    _enrolments()
    _lessons()
    _answers()
    _addresses()
    _outbox()


def downgrade() -> None:
    """To nothing."""
    tables = ("outbox", "inbox", "prompts", "picks", "attempts", "taken", "enrolments", "pauses", "cohorts")
    for table in (*tables, "contacts", "people", "accounts", "closures", "organisations"):
        op.drop_table(table)


def _organisations() -> None:
    op.create_table(
        "organisations",
        _needs("id", _ID),
        _needs("name", sa.Text()),
        _needs("timezone", sa.Text()),
        _needs("language", sa.Text()),
        *(_needs(name, _TIME) for name in ("opens", "closes", "lunch_from", "lunch_to")),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
        sa.UniqueConstraint("name", name="uq_organisations_name"),
        sqlite_autoincrement=True,
    )
    _keyed("closures", ("organisation", "day"), _needs("day", sa.Date()))
    _numbered(
        "accounts",
        _needs("channel", _WORD),
        _needs("external", sa.Text()),
        _needs("handle", sa.Text()),
        _needs("active", sa.Boolean()),
        sa.UniqueConstraint("channel", "external", name="uq_accounts_channel_external"),
    )


def _people() -> None:
    words = ("nickname", "language", "section_family")
    _numbered("people", *(_needs(name, sa.Text()) for name in words), _needs("created_at", _MOMENT))
    _numbered(
        "contacts",
        _needs("person", _ID),
        _needs("account", _ID),
        _needs("external", sa.Text()),
        _needs("room", sa.Text()),
        _needs("reachable", sa.Boolean()),
        sa.UniqueConstraint("account", "external", name="uq_contacts_account_external"),
        _ours("contacts", "person", "people"),
        _ours("contacts", "account", "accounts"),
    )
    op.create_index("ix_contacts_person", "contacts", ["person"])
    op.create_index("ix_contacts_account_room", "contacts", ["account", "room"])


def _cohorts() -> None:
    _numbered(
        "cohorts",
        *(_needs(name, sa.Text()) for name in ("name", "course", "edition", "code")),
        _needs("starts_on", sa.Date()),
        _needs("delivery_time", _TIME),
        _needs("paused", sa.Boolean()),
        _needs("created_at", _MOMENT),
        sa.UniqueConstraint("code", name="uq_cohorts_code"),
    )
    _numbered(
        "pauses",
        _needs("cohort", _ID),
        _needs("since", _MOMENT),
        sa.Column("until", _MOMENT),
        _ours("pauses", "cohort", "cohorts"),
    )
    op.create_index("ix_pauses_cohort", "pauses", ["cohort"])


def _enrolments() -> None:
    _numbered(
        "enrolments",
        *(_needs(name, _ID) for name in ("cohort", "person", "contact")),
        _needs("state", _WORD),
        _needs("delivery_time", _TIME),
        sa.Column("next_at", _MOMENT),
        _needs("next_lesson", sa.Integer()),
        _needs("joined_at", _MOMENT),
        sa.UniqueConstraint("cohort", "person", name="uq_enrolments_cohort_person"),
        _ours("enrolments", "cohort", "cohorts"),
        _ours("enrolments", "person", "people"),
        _ours("enrolments", "contact", "contacts"),
    )
    op.create_index("ix_enrolments_state_next_at", "enrolments", ["state", "next_at"])
    op.create_index("ix_enrolments_person", "enrolments", ["person"])


def _lessons() -> None:
    _keyed(
        "taken",
        ("enrolment", "lesson"),
        _needs("enrolment", _ID),
        _needs("lesson", sa.Integer()),
        _needs("day", sa.Date()),
        _needs("delivered_at", _MOMENT),
        sa.Column("finished_day", sa.Date()),
        sa.Column("finished_at", _MOMENT),
        _ours("taken", "enrolment", "enrolments"),
    )


def _answers() -> None:
    _numbered(
        "attempts",
        _needs("enrolment", _ID),
        _needs("lesson", sa.Integer()),
        _needs("quiz", sa.Text()),
        _needs("chosen", sa.Text()),
        _needs("right", sa.Boolean()),
        _needs("at", _MOMENT),
        sa.UniqueConstraint("enrolment", "quiz", name="uq_attempts_enrolment_quiz"),
        _ours("attempts", "enrolment", "enrolments"),
    )
    _keyed(
        "picks",
        ("enrolment", "quiz"),
        _needs("enrolment", _ID),
        _needs("quiz", sa.Text()),
        _needs("labels", sa.Text()),
        _ours("picks", "enrolment", "enrolments"),
    )


def _addresses() -> None:
    _keyed(
        "prompts",
        ("account", "external"),
        _needs("account", _ID),
        *(_needs(name, sa.Text()) for name in ("external", "awaiting", "value")),
        _needs("at", _MOMENT),
        _ours("prompts", "account", "accounts"),
    )
    _keyed(
        "inbox",
        ("account", "event"),
        _needs("account", _ID),
        _needs("event", sa.Text()),
        _needs("at", _MOMENT),
        _ours("inbox", "account", "accounts"),
    )
    op.create_index("ix_inbox_organisation_at", "inbox", ["organisation", "at"])


def _outbox() -> None:
    _numbered(
        "outbox",
        _needs("key", sa.Text()),
        _needs("account", _ID),
        *(_needs(name, sa.Text()) for name in ("recipient", "message")),
        _needs("cost", _WORD),
        *(_needs(name, sa.Text()) for name in ("reply_to", "replaces")),
        sa.Column("enrolment", _ID),
        _needs("due", _MOMENT),
        sa.Column("until", _MOMENT),
        _needs("state", _WORD),
        *(_needs(name, _MOMENT) for name in ("posted_at", "next_try")),
        _needs("attempts", sa.Integer()),
        _needs("doubtful", sa.Boolean()),
        sa.Column("parcel", sa.Uuid()),
        *(sa.Column(name, _MOMENT) for name in ("first_tried", "claimed_at", "final_at")),
        *(_needs(name, sa.Text()) for name in ("reason", "sent_message", "via")),
        _needs("counted", sa.Integer()),
        sa.UniqueConstraint("organisation", "key", name="uq_outbox_organisation_key"),
        _ours("outbox", "account", "accounts"),
        _ours("outbox", "enrolment", "enrolments"),
    )
    op.create_index("ix_outbox_state_due_id", "outbox", ["state", "due", "id"])
    op.create_index("ix_outbox_enrolment", "outbox", ["enrolment"])
    op.create_index("ix_outbox_posted_at", "outbox", ["posted_at"])
    still = sa.text("state IN ('waiting', 'carrying')")
    address = ["account", "recipient", "due", "id"]
    op.create_index("ix_outbox_open", "outbox", address, sqlite_where=still, postgresql_where=still)


def _numbered(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        _needs("id", _ID),
        _needs("organisation", _ID),
        *parts,
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=f"fk_{name}_organisation"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("organisation", "id", name=f"uq_{name}_organisation_id"),
        sqlite_autoincrement=True,
    )


def _keyed(name: str, key: tuple[str, ...], *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        _needs("organisation", _ID),
        *parts,
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=f"fk_{name}_organisation"),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
    )


def _needs(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _ours(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_organisation_{column}"
    return sa.ForeignKeyConstraint(["organisation", column], [f"{other}.organisation", f"{other}.id"], name=name)
