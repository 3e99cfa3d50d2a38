"""Study: cohorts, who is in them, what was delivered and answered."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, PrimaryKeyConstraint, Table, UniqueConstraint, text

from store.columns import HourMinute, Id, Labels, Moment, OneOf, Words
from store.tables import metadata, needs, numbered, organisation_, ours_, switch
from store.values import EnrolmentState

_NEWS: Final = text("news")

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
    Column("digest", Words, nullable=False, server_default=""),
    Column("reserve", Integer, nullable=False, server_default="0"),
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
    switch("news"),
    switch("silent"),
    switch("silenced"),
    UniqueConstraint("cohort", "person"),
    ours_("cohort", "cohorts"),
    ours_("person", "people"),
    ours_("contact", "contacts"),
)
Index(None, enrolments.c.state, enrolments.c.next_at)
Index(None, enrolments.c.state, enrolments.c.nudge_at)
Index(None, enrolments.c.person)
Index("ix_enrolments_news", enrolments.c.organisation, sqlite_where=_NEWS, postgresql_where=_NEWS)

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
