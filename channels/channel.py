"""What every channel can do, and the three ways in which sending may fail."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from messages.letter import Parcel


@dataclass(frozen=True, slots=True)
class Receipt:
    """The platform took it. `message` is its id there, where one can be edited later; `via` is how it went (reply,
    push, post, update); `counted` is how many messages of the quota it used.
    """

    message: str = ""
    via: str = ""
    counted: int = 0


class Refused(Exception):
    """The platform will never take this. The first argument says why, in words an admin can read."""


class Expired(Refused):
    """The free way is gone (a reply token used or too old), and the letter may not cost anything."""


class Gone(Refused):
    """The recipient or the account cannot be reached any more: a block, a deletion, a revoked token."""


class TooLarge(Refused):
    """What lies there is larger than we take."""


class Busy(Exception):
    """Not now. Nothing was sent; try again after `retry_in`."""

    def __init__(self, why: str, retry_in: timedelta) -> None:
        super().__init__(why)
        self.retry_in = retry_in


class OverQuota(Busy):
    """This month's counted messages are used up; free replies go on."""


class Unknown(Exception):
    """It may have been sent, or not: the connection broke, or the platform failed while it worked. It may even arrive
    later, but not after `settled_in`: nobody need look for it before.
    """

    def __init__(self, why: str, settled_in: timedelta = timedelta(0)) -> None:
        super().__init__(why)
        self.settled_in = settled_in


@dataclass(frozen=True, slots=True)
class Quota:
    """Counted messages of this month; `limit` None = as many as one likes. The platform's figures lag a little."""

    limit: int | None
    used: int


class Channel(Protocol):
    """One account on one platform."""

    async def send(self, parcel: Parcel) -> Receipt:
        """Send it, once: a parcel whose id arrived before arrives no second time.

        A `doubtful` parcel is looked up first where the platform cannot tell by itself. Raises Refused, Busy, Unknown.
        """
        ...

    async def fetched(self, url: str, most: int) -> bytes:
        """The file that lies there for us, of so many bytes at most; raises Refused (TooLarge, Gone), Busy."""
        ...

    async def quota(self) -> Quota | None:
        """How the month stands by the platform's own count; None where nothing is counted. Raises Refused, Busy."""
        ...
