"""Who we are in Slack."""

from typing import Final, NamedTuple

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Refused, Unknown
from channels.slack.faults import translated
from channels.slack.raw import word

SCOPES: Final = frozenset(
    {
        *("chat:write", "commands", "im:history", "im:write"),
        *("channels:history", "groups:history"),  # questions in a channel
        *("files:read", "files:write"),  # a roster dropped into the chat; the picture of the digest
        *("users:read", "users:read.email"),  # invitations
    }
)
"""What the manifest asks for."""

log = structlog.get_logger(__name__)


class Identity(NamedTuple):
    """The workspace's id, our bot user's id, the workspace's name."""

    team: str
    bot: str
    name: str


async def identity(client: AsyncWebClient) -> Identity:
    """What `auth.test` says; raises Refused, Busy, Unknown."""
    with translated():
        answer = await client.auth_test()
    return Identity(*(word(answer.data, key) for key in ("team_id", "user_id", "team")))


async def missing(client: AsyncWebClient) -> frozenset[str]:
    """The scopes that the installed app lacks, by the head of Slack's answer; none if that does not tell. Raises
    Refused, Busy, Unknown.
    """
    with translated():
        answer = await client.auth_test()
    told = answer.headers.get("x-oauth-scopes", "")
    return SCOPES - {each.strip() for each in told.split(",")} if told else frozenset()


async def objection(client: AsyncWebClient, room: str) -> str:
    """Why the bot does not read in this channel, in a sentence; nothing if it does."""
    try:
        with translated():
            await client.conversations_history(channel=room, limit=1)
    except (Refused, Busy, Unknown) as why:
        return str(why)
    return ""


async def warmed(client: AsyncWebClient) -> Identity | None:
    """Our identity, asked once at the start so that a bad token shows at once; None while Slack cannot be asked."""
    try:
        return await identity(client)
    except (Refused, Busy, Unknown) as error:
        log.warning("slack_not_reached", why=str(error))
        return None
