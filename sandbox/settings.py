"""What a sandbox is told once, when it is made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sandbox.clock import next_weekday_morning


@dataclass(frozen=True, slots=True)
class SandboxSettings:
    """Secrets have harmless defaults, so that a bot and a sandbox with no settings find each other.

    The webhooks are full URLs; without one, events wait until `POST /sandbox/webhooks` names it.
    `next_working_morning` answers, for an aware moment, the next one at which a working day begins.
    `start` is for whoever makes the clock: `SandboxClock(settings.start)`.
    `settle` and `patience` are wall-clock seconds: how long the autoplayer waits for silence after an act,
    and for a bot's first word in the morning. `lenience` is how many times longer than the platforms a webhook waits
    for its answer: for a machine that is busier than any server. `slack_scopes` is what the workspace has granted the
    app, as the head of every answer tells; the methods ask for none of it.
    """

    line_channel_secret: str = "sandbox-line-secret"  # noqa: S105  not a secret: the same for everyone
    line_access_token: str = "sandbox-line-token"  # noqa: S105  likewise
    slack_signing_secret: str = "sandbox-slack-secret"  # noqa: S105  likewise
    slack_bot_token: str = "xoxb-sandbox-bot"  # noqa: S105  likewise
    slack_app_token: str = "xapp-sandbox-app"  # noqa: S105  likewise
    slack_scopes: tuple[str, ...] = (
        *("chat:write", "commands", "channels:history", "groups:history", "im:write", "im:history"),
        *("users:read", "users:read.email", "files:read", "files:write"),
    )
    line_webhook: str | None = None
    slack_webhook: str | None = None
    timezone: str = "Asia/Tokyo"
    quota: int = 200
    seed: int = 1
    next_working_morning: Callable[[datetime], datetime] | None = None
    state_file: Path | None = None
    start: datetime | None = None
    settle: float = 1.0
    patience: float = 10.0
    lenience: float = 1.0
    zone: ZoneInfo = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "zone", ZoneInfo(self.timezone))

    def morning_after(self, moment: datetime) -> datetime:
        return (self.next_working_morning or next_weekday_morning)(moment.astimezone(self.zone))
