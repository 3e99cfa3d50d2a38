"""All tables in one view. Every row carries its organisation, and none can point into another one."""

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.types import TypeEngine

from messages.incoming import ChannelName
from messages.letter import Cost, State
from store.columns import HourMinute, Id, Labels, Moment, OneOf, Words, Zone
from store.values import EnrolmentState

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _needs(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]]) -> Column[Any]:  # a column's own type
    return Column(name, kind, nullable=False)


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True)


def _organisation() -> Column[int]:
    return Column("organisation", Id, ForeignKey("organisations.id"), nullable=False)


def _ours(column: str, table: str) -> ForeignKeyConstraint:
    """What the column names belongs to the same organisation."""
    return ForeignKeyConstraint(["organisation", column], [f"{table}.organisation", f"{table}.id"])


def _numbered(name: str, *parts: Column[Any] | ForeignKeyConstraint | UniqueConstraint) -> Table:
    """A table whose rows have numbers, which are never given out twice: old buttons and letters name them."""
    within = UniqueConstraint("organisation", "id")
    return Table(name, metadata, _id(), _organisation(), *parts, within, sqlite_autoincrement=True)


organisations: Final = Table(
    "organisations",
    metadata,
    _id(),
    _needs("name", Words),
    _needs("timezone", Zone),
    _needs("language", Words),
    _needs("opens", HourMinute),
    _needs("closes", HourMinute),
    _needs("lunch_from", HourMinute),
    _needs("lunch_to", HourMinute),
    UniqueConstraint("name"),
    sqlite_autoincrement=True,
)

closures: Final = Table(
    "closures",
    metadata,
    _organisation(),
    _needs("day", Date),
    PrimaryKeyConstraint("organisation", "day"),
)

accounts: Final = _numbered(
    "accounts",
    _needs("channel", OneOf(ChannelName)),
    _needs("external", Words),
    _needs("handle", Words),
    _needs("active", Boolean),
    UniqueConstraint("channel", "external"),
)

people: Final = _numbered(
    "people",
    _needs("nickname", Words),
    _needs("language", Words),
    _needs("section_family", Words),
    _needs("created_at", Moment),
)

contacts: Final = _numbered(
    "contacts",
    _needs("person", Id),
    _needs("account", Id),
    _needs("external", Words),
    _needs("room", Words),
    _needs("reachable", Boolean),
    UniqueConstraint("account", "external"),
    _ours("person", "people"),
    _ours("account", "accounts"),
)
Index(None, contacts.c.person)
Index(None, contacts.c.account, contacts.c.room)

cohorts: Final = _numbered(
    "cohorts",
    _needs("name", Words),
    _needs("course", Words),
    _needs("edition", Words),
    _needs("code", Words),
    _needs("starts_on", Date),
    _needs("delivery_time", HourMinute),
    _needs("paused", Boolean),
    _needs("created_at", Moment),
    UniqueConstraint("code"),
)

pauses: Final = _numbered(
    "pauses",
    _needs("cohort", Id),
    _needs("since", Moment),
    Column("until", Moment),
    _ours("cohort", "cohorts"),
)
Index(None, pauses.c.cohort)

enrolments: Final = _numbered(
    "enrolments",
    _needs("cohort", Id),
    _needs("person", Id),
    _needs("contact", Id),
    _needs("state", OneOf(EnrolmentState)),
    _needs("delivery_time", HourMinute),
    Column("next_at", Moment),
    _needs("next_lesson", Integer),
    _needs("joined_at", Moment),
    UniqueConstraint("cohort", "person"),
    _ours("cohort", "cohorts"),
    _ours("person", "people"),
    _ours("contact", "contacts"),
)
Index(None, enrolments.c.state, enrolments.c.next_at)
Index(None, enrolments.c.person)

taken: Final = Table(
    "taken",
    metadata,
    _organisation(),
    _needs("enrolment", Id),
    _needs("lesson", Integer),
    _needs("day", Date),
    _needs("delivered_at", Moment),
    Column("finished_day", Date),
    Column("finished_at", Moment),
    PrimaryKeyConstraint("enrolment", "lesson"),
    _ours("enrolment", "enrolments"),
)

attempts: Final = _numbered(
    "attempts",
    _needs("enrolment", Id),
    _needs("lesson", Integer),
    _needs("quiz", Words),
    _needs("chosen", Labels),
    _needs("right", Boolean),
    _needs("at", Moment),
    UniqueConstraint("enrolment", "quiz"),
    _ours("enrolment", "enrolments"),
)

picks: Final = Table(
    "picks",
    metadata,
    _organisation(),
    _needs("enrolment", Id),
    _needs("quiz", Words),
    _needs("labels", Labels),
    PrimaryKeyConstraint("enrolment", "quiz"),
    _ours("enrolment", "enrolments"),
)

prompts: Final = Table(
    "prompts",
    metadata,
    _organisation(),
    _needs("account", Id),
    _needs("external", Words),
    _needs("awaiting", Words),
    _needs("value", Words),
    _needs("at", Moment),
    PrimaryKeyConstraint("account", "external"),
    _ours("account", "accounts"),
)

inbox: Final = Table(
    "inbox",
    metadata,
    _organisation(),
    _needs("account", Id),
    _needs("event", Words),
    _needs("at", Moment),
    PrimaryKeyConstraint("account", "event"),
    _ours("account", "accounts"),
)
Index(None, inbox.c.organisation, inbox.c.at)

outbox: Final = _numbered(
    "outbox",
    _needs("key", Words),
    _needs("account", Id),
    _needs("recipient", Words),
    _needs("message", Words),
    _needs("cost", OneOf(Cost)),
    _needs("reply_to", Words),
    _needs("replaces", Words),
    Column("enrolment", Id),
    _needs("due", Moment),
    Column("until", Moment),
    _needs("state", OneOf(State)),
    _needs("posted_at", Moment),
    _needs("next_try", Moment),
    _needs("attempts", Integer),
    _needs("doubtful", Boolean),
    Column("parcel", Uuid),
    Column("first_tried", Moment),
    Column("claimed_at", Moment),
    Column("final_at", Moment),
    _needs("reason", Words),
    _needs("sent_message", Words),
    _needs("via", Words),
    _needs("counted", Integer),
    UniqueConstraint("organisation", "key"),
    _ours("account", "accounts"),
    _ours("enrolment", "enrolments"),
)
_OPEN: Final = text("state IN ('waiting', 'carrying')")
Index(None, outbox.c.state, outbox.c.due, outbox.c.id)
Index(None, outbox.c.enrolment)
Index(None, outbox.c.posted_at)
Index(
    "ix_outbox_open",
    outbox.c.account,
    outbox.c.recipient,
    outbox.c.due,
    outbox.c.id,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)
