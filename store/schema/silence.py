"""Silences of the office: over everybody, a section or one person; and whom each of them concerned."""

from typing import Final

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, text

from store.columns import Id, Moment, OneOf, Words
from store.silence import Whom
from store.tables import metadata, needs, numbered, organisation_, ours_, switch

silences: Final = numbered(
    "silences",
    needs("whom", OneOf(Whom)),
    Column("section", Id),
    Column("person", Id),
    needs("target", Words),
    Column("asked_by", Id),
    needs("asked_name", Words),
    needs("asked_at", Moment),
    Column("confirmed_by", Id),
    needs("confirmed_name", Words),
    Column("since", Moment),
    Column("until", Moment),
    switch("notice"),
    switch("compressed"),
    ours_("section", "sections"),
    ours_("person", "people"),
)
_OPEN: Final = text("until IS NULL")
Index(
    "ix_silences_open",
    silences.c.organisation,
    silences.c.target,
    unique=True,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)

silenced: Final = Table(
    "silenced",
    metadata,
    organisation_(),
    needs("silence", Id),
    needs("enrolment", Id),
    PrimaryKeyConstraint("silence", "enrolment"),
    ours_("silence", "silences"),
    ours_("enrolment", "enrolments"),
)
Index(None, silenced.c.enrolment)
