"""Our accounts on the platforms."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Result, bindparam, select, update

from messages.incoming import ChannelName
from store.errors import AlreadyExists, only
from store.metered import Pull
from store.prepared import find
from store.schema import accounts, contacts
from store.scope import Scope, ours
from store.upsert import create
from store.values import Account

ACCOUNT: Final = tuple(
    accounts.c[name] for name in ("id", "organisation", "channel", "external", "handle", "active", "pull", "turned_at")
)
_ALL: Final = select(*ACCOUNT).order_by(accounts.c.id)
_EXTERNAL: Final = _ALL.where(accounts.c.channel == bindparam("channel"), accounts.c.external == bindparam("external"))
_OURS: Final = _ALL.where(ours(accounts))
_REACHING: Final = _OURS.join(contacts, contacts.c.account == accounts.c.id).where(contacts.c.id == bindparam("of"))
_NUMBERED: Final = _OURS.where(accounts.c.id == bindparam("account"))


class Accounts(Scope):
    """The accounts of one organisation."""

    __slots__ = ()

    def get(self, account: int) -> Account:
        """The account with this number; raises NotFound."""
        return only(_accounts(self._found(_NUMBERED, account=account)))

    def reaching(self, contact: int) -> Account:
        """The account at which this contact is reached; raises NotFound."""
        return only(_accounts(self._found(_REACHING, of=contact)))

    def all(self) -> tuple[Account, ...]:
        """All accounts, the oldest first, also those no longer active."""
        return _accounts(self._found(_OURS))

    def turn(self, account: int, pull: Pull | None, at: datetime) -> bool:
        """Lessons are fetched from now on, for this reason, or sent again; False if that is so already."""
        here = update(accounts).where(self._at(accounts, account), accounts.c.pull.is_distinct_from(pull))
        return self._change(here.values(pull=pull, turned_at=at)) > 0


@dataclass(frozen=True, slots=True)
class AllAccounts:
    """The accounts of all organisations."""

    connection: Connection

    def by_external(self, channel: ChannelName, external: str) -> Account | None:
        """The account with this id on the platform."""
        found = find(self.connection, _EXTERNAL, {"channel": channel, "external": external})
        return next(iter(_accounts(found)), None)

    def all(self) -> tuple[Account, ...]:
        """Every account, the oldest first, also those no longer active."""
        return _accounts(find(self.connection, _ALL, {}))

    def attach(self, organisation: int, channel: ChannelName, external: str, handle: str) -> Account:
        """The account belongs to the organisation, is active, and has this handle, whether it was known or not; raises
        AlreadyExists if it belongs to another one.
        """
        known = self.by_external(channel, external)
        if known is None:
            values = {"organisation": organisation, "channel": channel, "external": external}
            return Account(*create(self.connection, accounts, ACCOUNT, **values, handle=handle, active=True))
        if known.organisation != organisation:
            raise AlreadyExists(f"The {channel} account {external} belongs to another organisation.")
        self.connection.execute(update(accounts).where(accounts.c.id == known.id).values(handle=handle, active=True))
        return replace(known, handle=handle, active=True)

    def deactivate(self, account: int) -> None:
        """Nothing leaves from the account until it is attached again."""
        self.connection.execute(update(accounts).where(accounts.c.id == account).values(active=False))


def _accounts(rows: Result[*tuple[Any, ...]]) -> tuple[Account, ...]:
    return tuple(Account(*row) for row in rows)
