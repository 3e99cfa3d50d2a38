"""Slack's rate tiers: so many calls of a method in a minute, then 429 with Retry-After."""

from collections import defaultdict, deque
from math import ceil
from time import monotonic

_PER_MINUTE = {
    "chat.postMessage": 300,
    "chat.update": 50,
    "chat.delete": 50,
    "chat.postEphemeral": 100,
    "conversations.open": 50,
    "conversations.history": 50,
    "conversations.replies": 50,
    "users.lookupByEmail": 50,
    "files.getUploadURLExternal": 100,
    "files.completeUploadExternal": 100,
    "apps.connections.open": 1_000,
}
_OTHERS_PER_MINUTE = 100
_CHANNEL_BURST = 4
_MINUTE = 60.0
_BURST_WINDOW = 4.0


class Tiers:
    """Counts by the wall clock; a channel takes about one posted message a second."""

    def __init__(self) -> None:
        self._calls: dict[str, deque[float]] = defaultdict(deque)

    def wait(self, method: str, channel: str = "") -> int:
        """Seconds to wait before the call is welcome; 0 = welcome now, and counted."""
        now = monotonic()
        windows = [(method, _MINUTE, _PER_MINUTE.get(method, _OTHERS_PER_MINUTE))]
        if method == "chat.postMessage":
            windows.append((f"{method} {channel}", _BURST_WINDOW, _CHANNEL_BURST))
        waits = [self._left(name, now, seconds, most) for name, seconds, most in windows]
        if any(waits):
            return max(waits)
        for name, _, _ in windows:
            self._calls[name].append(now)
        return 0

    def _left(self, name: str, now: float, seconds: float, most: int) -> int:
        calls = self._calls[name]
        while calls and calls[0] <= now - seconds:
            calls.popleft()
        return 0 if len(calls) < most else max(1, ceil(calls[0] + seconds - now))
