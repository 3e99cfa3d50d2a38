"""LINE's own judgement on a message, without sending it to anybody."""

from linebot.v3.messaging import AsyncMessagingApi

from channels.channel import Refused, Unknown
from channels.line.calls import Unreached, post
from channels.line.wire import written
from messages.message import Message


async def objection(api: AsyncMessagingApi, message: Message) -> str:
    """What LINE's validator has against a push of it, in its own words; empty if nothing."""
    try:
        answer = await post(api.api_client, "/v2/bot/message/validate/push", {"messages": list(written(message))})
    except Refused as why:
        return str(why)
    except (Unreached, Unknown):
        return "LINE's validator could not be asked"
    if 200 <= answer.status < 300:
        return ""
    return "; ".join((f"{answer.status} {answer.message}", *answer.details))
