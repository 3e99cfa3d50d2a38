"""Retry keys: a request repeated under an accepted key is told so and not carried out again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sandbox.wire import Json

_REMEMBERED = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Accepted:
    request_id: str
    at: datetime
    answer: Json


class RetryKeys:
    def __init__(self) -> None:
        self._accepted: dict[str, Accepted] = {}

    def accepted(self, key: str, now: datetime) -> Accepted | None:
        earlier = self._accepted.get(key)
        return earlier if earlier and now < earlier.at + _REMEMBERED else None

    def accept(self, key: str, accepted: Accepted) -> None:
        self._accepted[key] = accepted


def is_well_formed(key: str) -> bool:
    """A UUID written out in full: 8-4-4-4-12."""
    try:
        return str(UUID(key)) == key.lower()
    except ValueError:
        return False
