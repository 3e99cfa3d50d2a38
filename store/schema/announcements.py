"""Announcements: what is said to many, who allowed it, and what they answered."""

from typing import Final

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, text

from store.announcement import Stage
from store.columns import Id, Labels, Moment, OneOf, Words
from store.tables import metadata, needs, numbered, organisation_, ours_, switch

announcements: Final = numbered(
    "announcements",
    Column("author", Id),
    needs("author_name", Words),
    *(needs(name, Words) for name in ("title", "body", "link", "link_label", "image", "image_alt", "question")),
    needs("options", Labels),
    needs("audience", Words),
    switch("urgent"),
    needs("stage", OneOf(Stage)),
    Column("wanted_at", Moment),
    Column("goes_at", Moment),
    Column("corrects", Id),
    needs("created_at", Moment),
    needs("changed_at", Moment),
    Column("version", Integer, nullable=False, server_default=text("1")),
    ours_("corrects", "announcements"),
)
Index(None, announcements.c.stage, announcements.c.goes_at)

decisions: Final = numbered(
    "decisions",
    needs("announcement", Id),
    Column("person", Id),
    needs("name", Words),
    switch("granted"),
    needs("comment", Words),
    needs("at", Moment),
    ours_("announcement", "announcements"),
)
Index(None, decisions.c.announcement)

watches: Final = Table(
    "watches",
    metadata,
    organisation_(),
    needs("announcement", Id),
    needs("contact", Id),
    needs("message", Words),
    needs("told", Words),
    needs("told_at", Moment),
    needs("number", Integer),
    PrimaryKeyConstraint("announcement", "contact"),
    ours_("announcement", "announcements"),
    ours_("contact", "contacts"),
)
Index(None, watches.c.contact)

votes: Final = Table(
    "votes",
    metadata,
    organisation_(),
    needs("announcement", Id),
    needs("person", Id),
    needs("option", Words),
    needs("at", Moment),
    PrimaryKeyConstraint("announcement", "person"),
    ours_("announcement", "announcements"),
    ours_("person", "people"),
)
Index(None, votes.c.person)
