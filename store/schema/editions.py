"""Editions: what cohorts learn from, as it was when they began."""

from typing import Final

from sqlalchemy import LargeBinary, UniqueConstraint

from store.columns import Moment, Words
from store.tables import needs, numbered

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
