"""Editions: what cohorts learn from, what was mended in them meanwhile, and what learners found wrong."""

from typing import Final

from sqlalchemy import Boolean, Column, Index, LargeBinary, PrimaryKeyConstraint, Table, UniqueConstraint, text

from store.columns import Id, Moment, OneOf, Words
from store.tables import metadata, needs, numbered, organisation_, ours_
from store.values import ReportState

editions: Final = numbered(
    "editions",
    needs("course", Words),
    needs("edition", Words),
    needs("digest", Words),
    needs("pack", LargeBinary),
    needs("overlay", LargeBinary),
    needs("at", Moment),
    UniqueConstraint("organisation", "digest"),
)

overlays: Final = Table(
    "overlays",
    metadata,
    organisation_(),
    needs("course", Words),
    needs("pack", LargeBinary),
    needs("at", Moment),
    PrimaryKeyConstraint("organisation", "course"),
)

regrades: Final = numbered(
    "regrades",
    needs("attempt", Id),
    needs("enrolment", Id),
    needs("was", Boolean),
    needs("now", Boolean),
    needs("digest", Words),
    needs("at", Moment),
    needs("told_in", Words),
    ours_("attempt", "attempts"),
    ours_("enrolment", "enrolments"),
)
Index(None, regrades.c.enrolment)

reports: Final = numbered(
    "reports",
    needs("person", Id),
    needs("enrolment", Id),
    needs("course", Words),
    needs("edition", Words),
    needs("lesson", Words),
    needs("state", OneOf(ReportState)),
    needs("at", Moment),
    needs("answer", Words),
    Column("closed_at", Moment),
    needs("told_in", Words),
    ours_("person", "people"),
    ours_("enrolment", "enrolments"),
)
_OPEN: Final = text("state = 'open'")
Index(None, reports.c.enrolment)
Index(
    "ix_reports_open",
    reports.c.person,
    reports.c.course,
    reports.c.lesson,
    unique=True,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)
