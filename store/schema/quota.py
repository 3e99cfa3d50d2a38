"""Quota: how much of LINE's month is used up, as LINE said last."""

from typing import Final

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Table

from store.columns import Id, Moment
from store.tables import metadata, needs, organisation_, ours_

quota_readings: Final = Table(
    "quota_readings",
    metadata,
    organisation_(),
    needs("account", Id),
    Column("limit", Integer),
    needs("used", Integer),
    needs("at", Moment),
    PrimaryKeyConstraint("account"),
    ours_("account", "accounts"),
)
