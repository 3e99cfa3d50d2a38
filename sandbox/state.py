"""The sandbox as a whole: its parts, and what a page may see of them."""

from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.gate import Gate
from sandbox.line.platform import Line
from sandbox.player import Player
from sandbox.postman import Postman
from sandbox.pulse import Pulse
from sandbox.record import Record
from sandbox.settings import SandboxSettings
from sandbox.slack.platform import Slack
from sandbox.wire import Json


class Sandbox:
    def __init__(self, settings: SandboxSettings, clock: SandboxClock) -> None:
        self.settings, self.clock = settings, clock
        self.pulse = Pulse()
        self.record = Record(self.pulse)
        self.faults = FaultPlan(settings.seed)
        self.gate = Gate(settings, clock, self.faults, self.record)
        self.postman = Postman(settings, clock, self.record)
        self.line = Line(settings, clock, self.pulse, self.postman, self.faults)
        self.slack = Slack(settings, clock, self.pulse, self.postman, self.faults)
        self.player = Player(settings, clock, self.pulse, self.record, self.line, self.slack)

    async def open(self) -> None:
        await self.postman.open()

    async def close(self) -> None:
        await self.player.stop()
        await self.line.webhook.overtaken.close()
        await self.slack.outlet.close()
        await self.slack.outlet.sockets.close()
        await self.postman.close()

    def snapshot(self) -> Json:
        return {
            "revision": self.pulse.revision,
            "now": self.local_now(),
            "timezone": self.settings.timezone,
            "playing": self.player.progress(),
            "bot": {"line": self.line.webhook.mood, "slack": self.slack.outlet.mood},
            "line": self.line.as_json(),
            "slack": self.slack.as_json(),
        }

    def local_now(self) -> str:
        return self.clock.now().astimezone(self.settings.zone).isoformat(timespec="seconds")
