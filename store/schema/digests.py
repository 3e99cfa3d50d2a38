"""Weekly digests: when an organisation's next one is told, and the pictures in them."""

from typing import Final

from sqlalchemy import Column, Index, LargeBinary, PrimaryKeyConstraint, Table, UniqueConstraint

from store.columns import Id, Moment, Words
from store.tables import metadata, needs, numbered, organisation_, switch

digests: Final = Table(
    "digests",
    metadata,
    organisation_(),
    switch("wanted"),
    switch("line_paid"),
    Column("next_at", Moment),
    needs("reached", Id),
    PrimaryKeyConstraint("organisation"),
)
Index(None, digests.c.next_at)

pictures: Final = numbered(
    "pictures",
    needs("about", Words),
    needs("secret", Words),
    needs("png", LargeBinary()),
    needs("expires_at", Moment),
    UniqueConstraint("organisation", "about"),
    UniqueConstraint("secret"),
)
