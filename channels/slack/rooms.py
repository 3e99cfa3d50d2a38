"""Direct messages: which D… channel belongs to which person."""

from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Refused
from channels.slack.faults import translated
from channels.slack.raw import word

_SHARED: Final = ("C", "G")


def is_shared(room: str) -> bool:
    """Whether others read along in this room: a channel, open or closed, and no direct message."""
    return room.startswith(_SHARED)


class Rooms:
    """Opens each person's direct message once and remembers it: Slack allows about fifty openings a minute."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known: dict[str, str] = {}

    async def room(self, to: str) -> str:
        """The channel of a person (U…, W…), or the channel itself; raises Refused, Busy, Unknown."""
        if not to.startswith(("U", "W")):
            return to
        if to not in self._known:
            self._known[to] = await self._opened(to)
        return self._known[to]

    async def _opened(self, person: str) -> str:
        with translated():
            answer = await self._client.conversations_open(users=person)
        room = word(answer.data, "channel", "id")
        if not room:
            raise Refused("Slack opened no direct message")
        return room
