"""The sends: push, reply, multicast, broadcast, and what LINE asks of each."""

import re
from collections.abc import Sequence
from typing import Any

from sandbox import mint
from sandbox.line.chat import Via
from sandbox.line.checks import flaws_of_messages
from sandbox.line.errors import MONTHLY_LIMIT, RefusedError
from sandbox.line.platform import Line
from sandbox.line.retry import Accepted, is_well_formed
from sandbox.wire import Answer, Call, Json

_USER_ID = re.compile(r"U[0-9a-f]{32}")
_UNIT = re.compile(r"[A-Za-z0-9_]{1,30}")
_LARGEST_BODY = 2 * 1024 * 1024
_MOST_RECIPIENTS = 500


def body_of(call: Call) -> Json:
    """Raises RefusedError for what is no JSON object, or too large a one."""
    if len(call.raw) > _LARGEST_BODY:
        raise RefusedError("Request body is too large.", status=413)
    try:
        body = call.json
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise RefusedError("The request body could not be parsed as JSON. line: -, column: -")
    return body


def messages_of(body: Json) -> list[Json]:
    """The message objects, every rule of theirs kept; raises RefusedError."""
    message, details = flaws_of_messages(body.get("messages"))
    if details:
        raise RefusedError(message, details)
    units = body.get("customAggregationUnits") or []
    if not isinstance(units, list) or len(units) > 1 or any(not _UNIT.fullmatch(str(unit)) for unit in units):
        raise RefusedError(
            "The property, 'customAggregationUnits', in the request body is invalid (line: -, column: -)"
        )
    return list(body["messages"])


async def push(line: Line, call: Call) -> Answer:
    body = body_of(call)
    messages = messages_of(body)
    return _counted(line, call, messages, [_recipient(body.get("to"))], via="push")


async def multicast(line: Line, call: Call) -> Answer:
    body = body_of(call)
    messages = messages_of(body)
    recipients = _recipients(line, body.get("to"))
    answer = _counted(line, call, messages, recipients, via="multicast")
    return answer if answer.status != 200 else Answer(200, {}, counted=answer.counted)


async def broadcast(line: Line, call: Call) -> Answer:
    messages = messages_of(body_of(call))
    answer = _counted(line, call, messages, list(line.chats), via="multicast")
    return answer if answer.status != 200 else Answer(200, {}, counted=answer.counted)


async def reply(line: Line, call: Call) -> Answer:
    if "x-line-retry-key" in call.headers:
        raise RefusedError("The retry key is not supported by this endpoint.")
    body = body_of(call)
    messages = messages_of(body)
    token = body.get("replyToken")
    holder = line.tokens.holder(str(token), line.now())
    if holder is None or line.faults.on("line", "expired_tokens"):
        raise RefusedError("Invalid reply token")
    line.tokens.spend(str(token))
    return Answer(200, _shown(line, [holder], messages, "reply"))


async def validate(_line: Line, call: Call) -> Answer:
    """The messages alone, as they would be checked on their way out."""
    messages_of(body_of(call))
    return Answer(200, {})


def _recipient(to: Any) -> str:
    if not isinstance(to, str) or not _USER_ID.fullmatch(to):
        raise RefusedError("The property, 'to', in the request body is invalid (line: -, column: -)")
    return to


def _recipients(line: Line, to: Any) -> list[str]:
    if not isinstance(to, list) or not 1 <= len(to) <= _MOST_RECIPIENTS:
        details = [{"message": f"Size must be between 1 and {_MOST_RECIPIENTS}", "property": "to"}]
        raise RefusedError("The request body has 1 error(s)", details)
    if line.faults.on("line", "multicast_refuses_unknown") and any(one not in line.chats for one in to):
        raise RefusedError("The property, 'to', in the request body is invalid (line: -, column: -)")
    return [user_id for user_id in dict.fromkeys(map(_recipient, to)) if user_id in line.chats]


def _counted(line: Line, call: Call, messages: list[Json], to: Sequence[str], *, via: Via) -> Answer:
    """A send that costs: once per retry key, within the month's quota, to people who are there."""
    key, now = call.headers.get("x-line-retry-key"), line.now()
    if key is not None and not is_well_formed(key):
        raise RefusedError("Invalid retry key. It must be a UUID.")
    if key and (earlier := line.retries.accepted(key, now)):
        return Answer(409, earlier.answer, {"x-line-accepted-request-id": earlier.request_id})
    if via == "push" and to[0] not in line.chats:
        raise RefusedError("Failed to send messages")
    reached = [user_id for user_id in to if not line.chats[user_id].blocked]
    if line.faults.on("line", "monthly_limit") or not line.quota.has_room(len(reached), now):
        raise RefusedError(MONTHLY_LIMIT, status=429)
    line.quota.spend(len(reached), now)
    sent = _shown(line, reached, messages, via)
    if key:
        already = {"message": "The retry key is already accepted", **sent}
        line.retries.accept(key, Accepted(call.id, now, already))
    return Answer(200, sent, counted=len(reached))


def _shown(line: Line, to: Sequence[str], messages: list[Json], via: Via) -> Json:
    """Everyone sees every message; LINE answers with one set of ids."""
    ids = [[line.show(user_id, message, sender="bot", via=via).id for message in messages] for user_id in to]
    first = ids[0] if ids else [mint.message_id(line.now()) for _ in messages]
    return {"sentMessages": [{"id": one, "quoteToken": mint.hexed()} for one in first]}
