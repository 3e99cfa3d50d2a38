"""Post: what came in and what goes out."""

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, PrimaryKeyConstraint, Table, UniqueConstraint, Uuid, text

from messages.letter import Cost, State, Surface
from store.columns import Id, Moment, OneOf, Words
from store.tables import metadata, needs, numbered, organisation_, ours_

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
    Column("announcement", Id),
    Column("inquiry", Id),
    Column("under", Words, nullable=False, server_default=""),
    Column("over", Words, nullable=False, server_default=""),
    UniqueConstraint("organisation", "key"),
    ours_("account", "accounts"),
    ours_("enrolment", "enrolments"),
    ours_("announcement", "announcements"),
    ours_("inquiry", "inquiries"),
)

_OPEN: Final = text("state IN ('waiting', 'carrying') AND announcement IS NULL")
_MANY: Final = text("announcement IS NOT NULL")
Index(None, outbox.c.state, outbox.c.announcement, outbox.c.due, outbox.c.id)
Index(None, outbox.c.enrolment)
Index(None, outbox.c.posted_at)
Index(None, outbox.c.inquiry)
Index(
    "ix_outbox_open",
    outbox.c.account,
    outbox.c.recipient,
    outbox.c.due,
    outbox.c.id,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)
Index(
    "ix_outbox_many",
    outbox.c.announcement,
    outbox.c.state,
    outbox.c.account,
    sqlite_where=_MANY,
    postgresql_where=_MANY,
)
_COUNTED: Final = text("counted > 0")
Index(
    "ix_outbox_counted",
    outbox.c.account,
    outbox.c.final_at,
    sqlite_where=_COUNTED,
    postgresql_where=_COUNTED,
)
