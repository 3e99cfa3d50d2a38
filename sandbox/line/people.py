"""What LINE says about itself and about the account's friends."""

import re
from datetime import timedelta

from sandbox.line.errors import RefusedError, not_found
from sandbox.line.platform import Line
from sandbox.line.send import body_of
from sandbox.wire import Answer, Call

_LOADING_SECONDS = range(5, 61, 5)
_DEFAULT_LOADING = 20


async def bot_info(line: Line, _call: Call) -> Answer:
    bot = line.bot
    return Answer(
        200,
        {
            "userId": bot.user_id,
            "basicId": bot.basic_id,
            "displayName": bot.name,
            "chatMode": "bot",
            "markAsReadMode": "auto",
        },
    )


async def profile(line: Line, call: Call) -> Answer:
    chat = line.chats.get(call.params["user_id"])
    if chat is None or chat.blocked:
        raise not_found()
    return Answer(200, {"userId": chat.user.id, "displayName": chat.user.name, "language": "ja"})


async def followers(line: Line, _call: Call) -> Answer:
    return Answer(200, {"userIds": [chat.user.id for chat in line.chats.values() if not chat.blocked]})


async def quota(line: Line, _call: Call) -> Answer:
    return Answer(200, {"type": "limited", "value": line.quota.limit})


async def consumption(line: Line, _call: Call) -> Answer:
    return Answer(200, {"totalUsage": line.quota.used(line.now())})


async def loading(line: Line, call: Call) -> Answer:
    body = body_of(call)
    seconds = body.get("loadingSeconds", _DEFAULT_LOADING)
    if seconds not in _LOADING_SECONDS:
        details = [{"message": "must be a multiple of 5 between 5 and 60", "property": "loadingSeconds"}]
        raise RefusedError("The request body has 1 error(s)", details)
    if not re.fullmatch(r"U[0-9a-f]{32}", str(body.get("chatId"))):
        raise RefusedError("The request body has 1 error(s)", [{"message": "invalid chat", "property": "chatId"}])
    if chat := line.chats.get(body["chatId"]):
        chat.loading_until = line.now() + timedelta(seconds=seconds)
        line.changed()
    return Answer(202, {})


async def webhook_endpoint(line: Line, _call: Call) -> Answer:
    if line.webhook.url is None:
        raise not_found()
    return Answer(200, {"endpoint": line.webhook.url, "active": True})


async def set_webhook_endpoint(line: Line, call: Call) -> Answer:
    await line.webhook.connect(str(body_of(call).get("endpoint")))
    return Answer(200, {})


async def try_webhook_endpoint(line: Line, _call: Call) -> Answer:
    """LINE's *Verify*: a delivery with no events in it."""
    if line.webhook.url is None:
        raise not_found()
    delivery = await line.webhook.post([])
    fine = delivery.status == 200
    return Answer(
        200,
        {
            "success": fine,
            "timestamp": line.now().isoformat(timespec="milliseconds"),
            "statusCode": delivery.status or 0,
            "reason": "OK" if fine else "COULD_NOT_CONNECT" if delivery.status is None else "ERROR_STATUS_CODE",
            "detail": str(delivery.status or delivery.body),
        },
    )
