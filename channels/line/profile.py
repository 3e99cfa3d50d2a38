"""What LINE knows about our account: who it is, and what it may still send."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Any, Final, NamedTuple

import aiohttp
from linebot.v3.messaging import ApiException, AsyncMessagingApi
from pydantic.v1 import ValidationError

from channels.channel import Busy, Quota, Refused
from channels.line.client import TIMEOUT

_SOON: Final = timedelta(minutes=1)


class Missing(Refused):
    """LINE has none, or none any more."""


class Identity(NamedTuple):
    """`user_id` is the `destination` of webhooks; `basic_id` is what people search for, as @kotsu."""

    user_id: str
    basic_id: str
    display_name: str


async def identity(api: AsyncMessagingApi) -> Identity:
    """Raises Refused for a bad token, Busy when LINE cannot be asked."""
    bot = await asked(api.get_bot_info(_request_timeout=TIMEOUT))
    return Identity(bot.user_id, bot.basic_id, bot.display_name)


async def quota(api: AsyncMessagingApi) -> Quota:
    """Raises Refused for a bad token, Busy when LINE cannot be asked."""
    allowed = await asked(api.get_message_quota(_request_timeout=TIMEOUT))
    consumed = await asked(api.get_message_quota_consumption(_request_timeout=TIMEOUT))
    return Quota(allowed.value, consumed.total_usage)


async def check_token(api: AsyncMessagingApi) -> str | None:
    """One sentence about what is wrong with the token or the way to LINE; None when all is well."""
    try:
        await identity(api)
    except (Refused, Busy) as problem:
        return str(problem)
    return None


async def asked(call: Awaitable[Any]) -> Any:  # the SDK's own models
    """What the call brought; raises Refused (of which Missing is one kind) and Busy."""
    try:
        return await call
    except ApiException as error:
        if error.status in (401, 403):
            raise Refused("LINE refuses the channel access token") from error
        if error.status == 404:
            raise Missing("LINE answered 404") from error
        if error.status == 400:
            raise Refused(f"LINE would not take this: {error.body}") from error
        raise Busy(f"LINE answered {error.status}", _SOON) from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise Busy(f"LINE cannot be reached from here ({type(error).__name__})", _SOON) from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise Busy("what answered was not LINE", _SOON) from error
