"""The record: every request that came in or went out, for tests and for the eye."""

from collections import deque
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import takewhile
from time import monotonic
from typing import Any, Literal

from sandbox.pulse import Pulse
from sandbox.wire import Json

Platform = Literal["line", "slack"]
_KEPT = 5_000
_SECRETS = frozenset({"token"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`direction` is seen from the platform: `in` = the bot called it, `out` = it called the bot."""

    seq: int
    at: str
    wall_ms: float
    direction: Literal["in", "out"]
    platform: Platform
    method: str
    path: str
    status: int | None
    fault: str | None
    request: Any
    response: Any
    retry_key: str | None = None
    counted: int = 0


class Record:
    def __init__(self, pulse: Pulse) -> None:
        self._entries: deque[Entry] = deque(maxlen=_KEPT)
        self._seq = 0
        self._pulse = pulse
        self.last_call = monotonic()

    def keep(self, *, at: datetime, request: Any, **facts: Any) -> Entry:
        """Numbers the entry and strips what must not be read by everyone."""
        self._seq += 1
        entry = Entry(
            seq=self._seq, at=at.isoformat(timespec="milliseconds"), request=_without_secrets(request), **facts
        )
        self._entries.append(entry)
        if entry.direction == "in":
            self.last_call = monotonic()
        self._pulse.beat()
        return entry

    def after(self, seq: int, limit: int) -> list[Json]:
        """The newest `limit` entries numbered above `seq`, oldest first."""
        return [asdict(entry) for entry in self._entries if entry.seq > seq][-limit:]

    def since(self, seq: int) -> list[Entry]:
        """The entries numbered above `seq` as they stand, oldest first: for who looks often and changes nothing."""
        return list(takewhile(lambda entry: entry.seq > seq, reversed(self._entries)))[::-1]

    def clear(self) -> None:
        self._entries.clear()
        self._pulse.beat()


def _without_secrets(body: Any) -> Any:
    if isinstance(body, dict):
        return {key: value for key, value in body.items() if key not in _SECRETS}
    return body
