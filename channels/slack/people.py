"""Who somebody is in the workspace."""

from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Gone
from channels.slack.faults import translated
from channels.slack.raw import word


async def by_email(client: AsyncWebClient, email: str) -> str:
    """The member with this address (U…), empty if there is none; raises Refused, Busy, Unknown.

    Needs users:read and users:read.email; Slack allows fifty of these a minute.
    """
    try:
        with translated():
            answer = await client.users_lookupByEmail(email=email)
    except Gone:
        return ""
    return word(answer.data, "user", "id")
