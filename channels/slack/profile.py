"""Who we are in Slack."""

from typing import NamedTuple

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Refused, Unknown
from channels.slack.faults import translated
from channels.slack.raw import word

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


async def warmed(client: AsyncWebClient) -> Identity | None:
    """Our identity, asked once at the start so that a bad token shows at once; None while Slack cannot be asked."""
    try:
        return await identity(client)
    except (Refused, Busy, Unknown) as error:
        log.warning("slack_not_reached", why=str(error))
        return None
