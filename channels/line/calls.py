"""One call to LINE, and its answer as a value, in whatever way the SDK or the network tell it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
import structlog
from linebot.v3.messaging import ApiException, AsyncApiClient

from channels.channel import Unknown
from channels.line.client import TIMEOUT

log: Final = structlog.get_logger()
_NEVER_LEFT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError)


class Unreached(Exception):
    """No connection came about: nothing was sent."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`message` is LINE's sentence about what is wrong, `details` say it for each property."""

    status: int
    message: str = ""
    details: tuple[str, ...] = ()


async def post(client: AsyncApiClient, path: str, body: Mapping[str, Any], *, retry_key: str = "") -> Answer:
    """LINE's answer, refusals too. Raises Unreached, and Unknown when it may have arrived."""
    headers = {"Content-Type": "application/json"}
    if retry_key:
        headers["X-Line-Retry-Key"] = retry_key
    try:
        status, given, text = await _called(client, path, headers, dict(body))
    except _NEVER_LEFT as error:
        raise Unreached(type(error).__name__) from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise Unknown(f"the connection to LINE broke: {type(error).__name__}") from error
    log.info("line_call", path=path, status=status, request_id=given.get("x-line-request-id", ""))
    return _read(status, text)


async def _called(
    client: AsyncApiClient, path: str, headers: Mapping[str, str], body: Any
) -> tuple[int, Mapping[str, str], str]:
    """Straight past the request models: the body is checked, and they cost more than the call."""
    try:
        done = await client.call_api(
            path,
            "POST",
            header_params=dict(headers),
            body=body,
            response_types_map={},
            _request_timeout=TIMEOUT,
        )
    except ApiException as refusal:
        return refusal.status, refusal.headers or {}, refusal.body or ""
    except UnicodeDecodeError as garbled:  # a proxy's page in another encoding: the SDK trips over it
        cause = garbled.__context__
        return (cause.status, cause.headers or {}, "") if isinstance(cause, ApiException) else (200, {}, "")
    return done.status_code, done.headers, ""


def _read(status: int, text: str) -> Answer:
    try:
        raw = json.loads(text or "{}")
    except ValueError:  # not LINE's own words
        return Answer(status)
    match raw:
        case {"message": str(message), "details": [*details]}:
            return Answer(status, message, tuple(_detail(each) for each in details))
        case {"message": str(message)}:
            return Answer(status, message)
        case _:
            return Answer(status)


def _detail(raw: Any) -> str:  # raw JSON
    match raw:
        case {"property": str(name), "message": str(message)}:
            return f"{name}: {message}"
        case {"message": str(message)}:
            return message
        case _:
            return ""
