"""Assessment: who was asked what on which occasion, and what they answered."""

from typing import Final

from sqlalchemy import Boolean, Column, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from lessons.assessment import KnowledgeForm, Occasion
from store.columns import Id, Labels, Moment, OneOf, Words
from store.tables import metadata, needs, numbered, organisation_, ours_

sittings: Final = numbered(
    "sittings",
    needs("enrolment", Id),
    needs("occasion", OneOf(Occasion)),
    needs("form", OneOf(KnowledgeForm)),
    Column("due_at", Moment),
    Column("opened_at", Moment),
    Column("recalled_at", Moment),
    Column("finished_at", Moment),
    UniqueConstraint("enrolment", "occasion"),
    ours_("enrolment", "enrolments"),
)
Index(None, sittings.c.due_at)

responses: Final = Table(
    "responses",
    metadata,
    organisation_(),
    needs("sitting", Id),
    needs("item", Words),
    needs("chosen", Labels),
    Column("right", Boolean),
    needs("at", Moment),
    PrimaryKeyConstraint("sitting", "item"),
    ours_("sitting", "sittings"),
)
