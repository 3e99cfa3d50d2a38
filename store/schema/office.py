"""The office: the tree of sections, the list of staff, who may do what, and what was done."""

from typing import Final

from sqlalchemy import Column, Date, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from store.columns import Id, Labels, Moment, OneOf, Words
from store.office import Role, Uploaded
from store.tables import metadata, needs, numbered, organisation_, ours_, switch

sections: Final = numbered(
    "sections",
    needs("path", Words),
    needs("name", Words),
    Column("parent", Id),
    switch("closed"),
    UniqueConstraint("organisation", "path"),
    ours_("parent", "sections"),
)

staff: Final = numbered(
    "staff",
    needs("number", Words),
    needs("name", Words),
    needs("kana", Words),
    needs("alias", Words),
    needs("employment", Words),
    needs("days", Words),
    needs("email", Words),
    Column("person", Id),
    Column("left_on", Date),
    UniqueConstraint("organisation", "number"),
    UniqueConstraint("organisation", "person"),
    ours_("person", "people"),
)

posts: Final = Table(
    "posts",
    metadata,
    organisation_(),
    needs("staff", Id),
    needs("section", Id),
    needs("title", Words),
    switch("concurrent"),
    PrimaryKeyConstraint("staff", "section"),
    ours_("staff", "staff"),
    ours_("section", "sections"),
)
Index(None, posts.c.section)

roles: Final = numbered(
    "roles",
    needs("person", Id),
    needs("role", OneOf(Role)),
    Column("section", Id),
    needs("scope", Words),
    needs("at", Moment),
    UniqueConstraint("organisation", "person", "role", "scope"),
    ours_("person", "people"),
    ours_("section", "sections"),
)

appointments: Final = numbered(
    "appointments",
    needs("role", OneOf(Role)),
    Column("section", Id),
    needs("digest", Words),
    needs("expires_at", Moment),
    Column("used_at", Moment),
    UniqueConstraint("digest"),
    ours_("section", "sections"),
)

audit: Final = numbered(
    "audit",
    Column("person", Id),
    needs("actor", Words),
    needs("verb", Words),
    needs("target", Words),
    needs("detail", Words),
    needs("at", Moment),
)
Index(None, audit.c.organisation, audit.c.at)

roster_imports: Final = numbered(
    "roster_imports",
    needs("before", Words),
    needs("after", Words),
    needs("sections", Labels),
    needs("at", Moment),
    switch("undone"),
    Column("ended", Labels, nullable=False, server_default="[]"),
)

uploads: Final = numbered(
    "uploads",
    needs("person", Id),
    needs("account", Id),
    needs("room", Words),
    needs("file", Words),
    needs("name", Words),
    needs("url", Words),
    needs("state", OneOf(Uploaded)),
    needs("roster", Words),
    needs("digest", Words),
    needs("at", Moment),
    UniqueConstraint("account", "file"),
    ours_("person", "people"),
    ours_("account", "accounts"),
)
Index(None, uploads.c.state)
Index(None, uploads.c.person)

invitations: Final = numbered(
    "invitations",
    needs("staff", Id),
    needs("cohort", Id),
    needs("digest", Words),
    needs("expires_at", Moment),
    Column("used_at", Moment),
    UniqueConstraint("digest"),
    ours_("staff", "staff"),
    ours_("cohort", "cohorts"),
)
Index(None, invitations.c.staff)
