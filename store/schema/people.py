"""People: where they are reached, and what they have said in their own words."""

from typing import Final

from sqlalchemy import Boolean, Column, Index, PrimaryKeyConstraint, Table, UniqueConstraint, true

from store.columns import Id, Moment, OneOf, Words
from store.tables import metadata, needs, numbered, organisation_, ours_
from store.values import Kept, NoteKind

people: Final = numbered(
    "people",
    needs("nickname", Words),
    needs("language", Words),
    needs("section_family", Words),
    needs("created_at", Moment),
    Column("reminders", Boolean, nullable=False, server_default=true()),
    Column("digests", Boolean, nullable=False, server_default=true()),
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

notes: Final = numbered(
    "notes",
    needs("person", Id),
    Column("enrolment", Id),
    needs("kind", OneOf(NoteKind)),
    needs("quiz", Words),
    needs("body", Words),
    needs("via", Words),
    needs("at", Moment),
    Column("report", Id),
    Column("inquiry", Id),
    ours_("person", "people"),
    ours_("enrolment", "enrolments"),
    ours_("report", "reports"),
    ours_("inquiry", "inquiries"),
)
Index(None, notes.c.person)
Index(None, notes.c.inquiry)

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
