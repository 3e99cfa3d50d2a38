"""Slack's own judgement on a message, without sending it to anybody."""

import json

from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Refused, Unknown
from channels.slack.faults import translated
from channels.slack.limits import check
from channels.slack.render import render
from messages.message import Message


async def objection(client: AsyncWebClient, message: Message) -> str:
    """What Slack's validator of blocks has against it, in its own words; empty if nothing."""
    try:
        rendering = render(message)
        check(rendering)
        with translated():
            await client.api_call("blocks.validate", params={"blocks": json.dumps(rendering.blocks)})
    except (Refused, Busy, Unknown) as why:
        return str(why)
    return ""
