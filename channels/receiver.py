"""Where a channel hands over what came in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from messages.form import Form
from messages.incoming import ChannelName, Incoming


class NotStored(Exception):
    """Nothing of this was stored; the platform should deliver it again."""


class Outcome(StrEnum):
    """What became of a deed once it is committed."""

    TAKEN = "taken"
    AGAIN = "again"  # the same deed as before: counted once
    STRANGE = "strange"  # an account nobody here knows: logged, nothing stored


@dataclass(frozen=True, slots=True)
class Reception:
    """Committed. A `form` must be opened within the platform's own acknowledgement."""

    outcome: Outcome
    form: Form | None = None


class Receiver(Protocol):
    """Takes what a channel hears. When a method returns, its effect is committed."""

    async def receive(self, incoming: Incoming) -> Reception:
        """Take one deed; raises NotStored."""
        ...

    async def closed(self, channel: ChannelName, account: str) -> None:
        """The account is ours no more (uninstalled, token revoked): its deliveries stop; raises NotStored."""
        ...
