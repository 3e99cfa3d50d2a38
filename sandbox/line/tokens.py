"""Reply tokens: good once, and for one minute."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sandbox.mint import hexed

_GOOD_FOR = timedelta(minutes=1)
_GOOD_FOR_AT_MOST = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class ReplyToken:
    user_id: str
    event_at: datetime
    handed_out: datetime
    used: bool = False

    def is_good(self, now: datetime) -> bool:
        return not self.used and now <= self.handed_out + _GOOD_FOR and now <= self.event_at + _GOOD_FOR_AT_MOST


class ReplyTokens:
    """A redelivered event gives its token another minute, but never past twenty from the event itself."""

    def __init__(self) -> None:
        self._tokens: dict[str, ReplyToken] = {}

    def issue(self, user_id: str, now: datetime) -> str:
        name = hexed()
        self._tokens[name] = ReplyToken(user_id, now, now)
        return name

    def renew(self, name: str, now: datetime) -> None:
        if name in self._tokens:
            self._tokens[name] = replace(self._tokens[name], handed_out=now)

    def holder(self, name: str, now: datetime) -> str | None:
        """Whose token this is, while it is good."""
        token = self._tokens.get(name)
        return token.user_id if token and token.is_good(now) else None

    def spend(self, name: str) -> None:
        self._tokens[name] = replace(self._tokens[name], used=True)
