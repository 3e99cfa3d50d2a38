"""Organisations: when they work, what they have allowed, and their accounts on the platforms."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, PrimaryKeyConstraint, Table, UniqueConstraint

from messages.incoming import ChannelName
from store.columns import HourMinute, Moment, OneOf, Words, Zone
from store.metered import Pull
from store.tables import id_, metadata, needs, numbered, organisation_, switch

organisations: Final = Table(
    "organisations",
    metadata,
    id_(),
    needs("name", Words),
    needs("timezone", Zone),
    needs("language", Words),
    needs("opens", HourMinute),
    needs("closes", HourMinute),
    needs("lunch_from", HourMinute),
    needs("lunch_to", HourMinute),
    switch("line_free_text"),
    switch("line_reminders"),
    switch("second_approval"),
    Column("questions_channel", Words, nullable=False, server_default=""),
    switch("silence_confirm"),
    UniqueConstraint("name"),
    sqlite_autoincrement=True,
)

closures: Final = Table(
    "closures",
    metadata,
    organisation_(),
    needs("day", Date),
    PrimaryKeyConstraint("organisation", "day"),
)

approvals: Final = numbered(
    "approvals",
    needs("what", Words),
    needs("granted", Boolean),
    needs("by", Words),
    needs("document", Words),
    needs("at", Moment),
)

accounts: Final = numbered(
    "accounts",
    needs("channel", OneOf(ChannelName)),
    needs("external", Words),
    needs("handle", Words),
    needs("active", Boolean),
    Column("pull", OneOf(Pull)),
    Column("turned_at", Moment),
    UniqueConstraint("channel", "external"),
)
