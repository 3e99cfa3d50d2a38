"""The inbox: which deeds have been taken, so that each counts once."""

from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import bindparam, delete, select

from store.schema import inbox
from store.scope import Scope, ours

_SEEN: Final = select(inbox.c.event).where(
    ours(inbox), inbox.c.account == bindparam("there"), inbox.c.event == bindparam("digest")
)
_FORGOTTEN: Final = delete(inbox).where(
    ours(inbox), inbox.c.account == bindparam("there"), inbox.c.event == bindparam("digest")
)


class Inbox(Scope):
    """The events one organisation's accounts have taken."""

    __slots__ = ()

    def first_time(self, account: int, event: str, at: datetime) -> bool:
        """Whether this is the first time; waits for a transaction that takes the same event just now.

        Only a digest is kept: an event's id may carry the platform's id of a person.
        """
        return self._add(inbox, account=account, event=_digest(event), at=at)

    def forget(self, account: int, event: str) -> bool:
        """It counts as not taken; False if it was not."""
        return self._done(_FORGOTTEN, there=account, digest=_digest(event)) > 0

    def seen(self, account: int, event: str) -> bool:
        """Whether it was taken before."""
        return self._found(_SEEN, there=account, digest=_digest(event)).first() is not None

    def sweep(self, before: datetime) -> int:
        """Forget the events of before that moment; returns how many. Platforms deliver again for a day at most."""
        return self._sweep(inbox, before)


def _digest(event: str) -> str:
    return sha256(event.encode(errors="surrogatepass")).hexdigest()
