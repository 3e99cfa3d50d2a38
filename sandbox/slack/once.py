"""What Slack hands out for a short while: triggers and response URLs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from sandbox import mint
from sandbox.slack.errors import SlackRefusedError

_TRIGGER_SECONDS = 3.0
_URL_GOOD_FOR = timedelta(minutes=30)
_URL_USES = 5


@dataclass(slots=True)
class Trigger:
    user_id: str
    born: float
    used: bool = False


class Triggers:
    """A trigger opens one view, within three seconds of the wall clock."""

    def __init__(self) -> None:
        self._triggers: dict[str, Trigger] = {}

    def issue(self, user_id: str) -> str:
        name = f"{mint.slack_id('')}.{mint.slack_id('')}.{mint.hexed()}"
        self._triggers[name] = Trigger(user_id, monotonic())
        return name

    def spend(self, name: str) -> str:
        """Whose trigger it was; raises SlackRefusedError when it cannot be exchanged."""
        trigger = self._triggers.get(name)
        if trigger is None:
            raise SlackRefusedError("invalid_trigger_id")
        if trigger.used:
            raise SlackRefusedError("exchanged_trigger_id")
        if monotonic() - trigger.born > _TRIGGER_SECONDS:
            raise SlackRefusedError("expired_trigger_id")
        trigger.used = True
        return trigger.user_id


@dataclass(slots=True)
class ResponseUrl:
    """`ts` is the message it may replace; none for a slash command. `room` is a channel, or a person."""

    room: str
    ts: str | None
    born: datetime
    uses: int = 0

    def use(self, now: datetime) -> None:
        """Raises SlackRefusedError after the fifth use and after half an hour."""
        if now > self.born + _URL_GOOD_FOR:
            raise SlackRefusedError("expired_url")
        if self.uses >= _URL_USES:
            raise SlackRefusedError("used_url")
        self.uses += 1
