"""The autoplayer: lives through working days and answers everything it is asked."""

from sandbox.clock import SandboxClock
from sandbox.line.platform import Line
from sandbox.pulse import Pulse
from sandbox.record import Record
from sandbox.settings import SandboxSettings
from sandbox.slack.platform import Slack
from sandbox.wire import Json


class Player:
    def __init__(
        self, settings: SandboxSettings, clock: SandboxClock, pulse: Pulse, record: Record, line: Line, slack: Slack
    ) -> None:
        self._parts = settings, clock, pulse, record, line, slack

    def progress(self) -> Json | None:
        return None

    def start(self, days: int) -> None: ...

    async def stop(self) -> None: ...
