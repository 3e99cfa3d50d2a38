"""The slash command."""

from datetime import datetime
from typing import Any, Final

from channels.slack.events import spoken
from channels.slack.raw import word
from messages.incoming import ChannelName, Incoming, Said

NAME: Final = "/kotsu"


def commanded(body: Any, *, now: datetime) -> Incoming | None:
    """What stands behind the command, as if it had been said in the direct message; nothing behind it asks for help.

    Slack does not tell when it was typed, so it happened `now`; the command may come from any room, so none is told.
    """
    trigger, account, who = word(body, "trigger_id"), word(body, "team_id"), word(body, "user_id")
    if not (trigger and account and who):
        return None
    return Incoming(
        id=trigger,
        channel=ChannelName.SLACK,
        account=account,
        who=who,
        deed=Said(spoken(word(body, "text")).strip() or "help"),
        at=now,
        opens_forms=True,
    )
