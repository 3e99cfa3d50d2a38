"""All tables in one view. Every row carries its organisation, and none can point into another one."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    Uuid,
    text,
    true,
)

from messages.incoming import ChannelName
from messages.letter import Cost, State, Surface
from store.columns import HourMinute, Id, Labels, Moment, OneOf, Words, Zone
from store.tables import id_, needs, numbered, organisation_, ours_, switch
from store.tables import metadata as metadata  # noqa: PLC0414  with all tables in it
from store.values import EnrolmentState, Kept, NoteKind

organisations: Final = Table(
    "organisations",
    metadata,
    id_(),
    needs("name", Words),
    needs("timezone", Zone),
    needs("language", Words),
    needs("opens", HourMinute),
    needs("closes", HourMinute),
    needs("lunch_from", HourMinute),
    needs("lunch_to", HourMinute),
    switch("line_free_text"),
    switch("line_reminders"),
    UniqueConstraint("name"),
    sqlite_autoincrement=True,
)

closures: Final = Table(
    "closures",
    metadata,
    organisation_(),
    needs("day", Date),
    PrimaryKeyConstraint("organisation", "day"),
)

approvals: Final = numbered(
    "approvals",
    needs("what", Words),
    needs("granted", Boolean),
    needs("by", Words),
    needs("document", Words),
    needs("at", Moment),
)

accounts: Final = numbered(
    "accounts",
    needs("channel", OneOf(ChannelName)),
    needs("external", Words),
    needs("handle", Words),
    needs("active", Boolean),
    UniqueConstraint("channel", "external"),
)

people: Final = numbered(
    "people",
    needs("nickname", Words),
    needs("language", Words),
    needs("section_family", Words),
    needs("created_at", Moment),
    Column("reminders", Boolean, nullable=False, server_default=true()),
)

contacts: Final = numbered(
    "contacts",
    needs("person", Id),
    needs("account", Id),
    needs("external", Words),
    needs("room", Words),
    needs("reachable", Boolean),
    UniqueConstraint("account", "external"),
    ours_("person", "people"),
    ours_("account", "accounts"),
)
Index(None, contacts.c.person)
Index(None, contacts.c.account, contacts.c.room)

cohorts: Final = numbered(
    "cohorts",
    needs("name", Words),
    needs("course", Words),
    needs("edition", Words),
    needs("code", Words),
    needs("starts_on", Date),
    needs("delivery_time", HourMinute),
    needs("paused", Boolean),
    needs("created_at", Moment),
    UniqueConstraint("code"),
)

pauses: Final = numbered(
    "pauses",
    needs("cohort", Id),
    needs("since", Moment),
    Column("until", Moment),
    ours_("cohort", "cohorts"),
)
Index(None, pauses.c.cohort)

enrolments: Final = numbered(
    "enrolments",
    needs("cohort", Id),
    needs("person", Id),
    needs("contact", Id),
    needs("state", OneOf(EnrolmentState)),
    needs("delivery_time", HourMinute),
    Column("next_at", Moment),
    needs("next_lesson", Integer),
    needs("joined_at", Moment),
    Column("seen_on", Date),
    switch("quiet"),
    Column("nudge_at", Moment),
    Column("asked_on", Date),
    Column("away_until", Moment),
    UniqueConstraint("cohort", "person"),
    ours_("cohort", "cohorts"),
    ours_("person", "people"),
    ours_("contact", "contacts"),
)
Index(None, enrolments.c.state, enrolments.c.next_at)
Index(None, enrolments.c.state, enrolments.c.nudge_at)
Index(None, enrolments.c.person)

leaves: Final = numbered(
    "leaves",
    needs("enrolment", Id),
    needs("since", Moment),
    needs("until", Moment),
    ours_("enrolment", "enrolments"),
)
Index(None, leaves.c.enrolment)

taken: Final = Table(
    "taken",
    metadata,
    organisation_(),
    needs("enrolment", Id),
    needs("lesson", Integer),
    needs("day", Date),
    needs("delivered_at", Moment),
    Column("finished_day", Date),
    Column("finished_at", Moment),
    PrimaryKeyConstraint("enrolment", "lesson"),
    ours_("enrolment", "enrolments"),
)

attempts: Final = numbered(
    "attempts",
    needs("enrolment", Id),
    needs("lesson", Integer),
    needs("quiz", Words),
    needs("chosen", Labels),
    Column("right", Boolean),
    needs("at", Moment),
    UniqueConstraint("enrolment", "quiz"),
    ours_("enrolment", "enrolments"),
)

picks: Final = Table(
    "picks",
    metadata,
    organisation_(),
    needs("enrolment", Id),
    needs("quiz", Words),
    needs("labels", Labels),
    PrimaryKeyConstraint("enrolment", "quiz"),
    ours_("enrolment", "enrolments"),
)

notes: Final = numbered(
    "notes",
    needs("person", Id),
    Column("enrolment", Id),
    needs("kind", OneOf(NoteKind)),
    needs("quiz", Words),
    needs("body", Words),
    needs("via", Words),
    needs("at", Moment),
    ours_("person", "people"),
    ours_("enrolment", "enrolments"),
)
Index(None, notes.c.person)

traces: Final = Table(
    "traces",
    metadata,
    organisation_(),
    needs("account", Id),
    needs("message", Words),
    needs("person", Id),
    needs("kind", OneOf(Kept)),
    needs("row", Id),
    needs("at", Moment),
    PrimaryKeyConstraint("account", "message"),
    ours_("account", "accounts"),
    ours_("person", "people"),
)
Index(None, traces.c.person)

passes: Final = numbered(
    "passes",
    needs("person", Id),
    needs("digest", Words),
    needs("purpose", Words),
    needs("expires_at", Moment),
    Column("used_at", Moment),
    UniqueConstraint("digest"),
    ours_("person", "people"),
)
Index(None, passes.c.person)

prompts: Final = Table(
    "prompts",
    metadata,
    organisation_(),
    needs("account", Id),
    needs("external", Words),
    needs("awaiting", Words),
    needs("value", Words),
    needs("at", Moment),
    PrimaryKeyConstraint("account", "external"),
    ours_("account", "accounts"),
)

inbox: Final = Table(
    "inbox",
    metadata,
    organisation_(),
    needs("account", Id),
    needs("event", Words),
    needs("at", Moment),
    PrimaryKeyConstraint("account", "event"),
    ours_("account", "accounts"),
)
Index(None, inbox.c.organisation, inbox.c.at)

outbox: Final = numbered(
    "outbox",
    needs("key", Words),
    needs("account", Id),
    needs("recipient", Words),
    needs("message", Words),
    needs("cost", OneOf(Cost)),
    needs("reply_to", Words),
    needs("replaces", Words),
    Column("enrolment", Id),
    needs("due", Moment),
    Column("until", Moment),
    needs("state", OneOf(State)),
    needs("posted_at", Moment),
    needs("next_try", Moment),
    needs("attempts", Integer),
    needs("doubtful", Boolean),
    Column("parcel", Uuid),
    Column("first_tried", Moment),
    Column("claimed_at", Moment),
    Column("final_at", Moment),
    needs("reason", Words),
    needs("sent_message", Words),
    needs("via", Words),
    needs("counted", Integer),
    Column("surface", OneOf(Surface), nullable=False, server_default=Surface.CHAT.value),
    UniqueConstraint("organisation", "key"),
    ours_("account", "accounts"),
    ours_("enrolment", "enrolments"),
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
