"""What a failed call to Slack means for us: Refused, Gone, Busy or Unknown."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

import structlog
from aiohttp import ClientConnectorError, ClientError, ClientResponse, ConnectionTimeoutError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from channels.channel import Busy, Gone, Refused, Unknown
from channels.slack.raw import items, word

log = structlog.get_logger(__name__)

_UNKNOWN: Final = frozenset({"fatal_error", "internal_error", "service_unavailable", "request_timeout"})
_LIMITED: Final = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
_GONE: Final = frozenset(
    {
        "account_inactive",
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
_OPERATOR: Final = frozenset(
    {
        "access_denied",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_added_to_org",
        "token_expired",
        "token_revoked",
    }
)
_NO_CONNECTION: Final = timedelta(seconds=10)
_STILL_AT_WORK: Final = timedelta(seconds=30)  # what Slack took and did not answer may appear after we gave up waiting
_NO_RETRY_AFTER: Final = 30.0  # seconds
_UNTIL_MENDED: Final = timedelta(minutes=5)


@contextmanager
def translated() -> Iterator[None]:
    """Calls made in this block raise Refused, Gone, Busy or Unknown instead of the SDK's and aiohttp's errors."""
    try:
        yield
    except SlackApiError as error:
        raise _meaning(error) from error
    except (ClientConnectorError, ConnectionTimeoutError) as error:
        raise Busy(f"no connection to Slack: {error}", _NO_CONNECTION) from error
    except TimeoutError as error:
        raise Unknown("Slack did not answer in time", _STILL_AT_WORK) from error
    except ClientError as error:
        raise Unknown(f"the connection to Slack broke: {type(error).__name__}") from error


def word_of(error: Refused | Busy | Unknown) -> str:
    """Slack's own word for what went wrong, if it had one."""
    cause = error.__cause__
    return word(_body(cause), "error") if isinstance(cause, SlackApiError) else ""


def _meaning(error: SlackApiError) -> Refused | Busy | Unknown:
    status, told = _status(error), word(_body(error), "error")
    if status == 429 or told in _LIMITED:
        return Busy("Slack asks us to slow down", _retry_after(error))
    if told in _OPERATOR:
        log.error("slack_needs_the_operator", error=told)
        return Busy(f"Slack says {told}", _UNTIL_MENDED)
    if not told or status >= 500 or told in _UNKNOWN:
        return Unknown(f"Slack failed: {told or status}")
    if told in _GONE:
        return Gone(f"Slack says {told}")
    return Refused(": ".join(["Slack says " + told, *_details(error)]))


def _status(error: SlackApiError) -> int:
    match error.response:
        case AsyncSlackResponse(status_code=status) | ClientResponse(status=status):
            return int(status)
        case _:
            return 0


def _body(error: SlackApiError) -> object:
    """Raw JSON, or nothing where Slack's answer was none."""
    return error.response.data if isinstance(error.response, AsyncSlackResponse) else None


def _details(error: SlackApiError) -> list[str]:
    return [each for each in items(_body(error), "response_metadata", "messages") if isinstance(each, str)]


def _retry_after(error: SlackApiError) -> timedelta:
    """Slack tells it in seconds."""
    try:
        return timedelta(seconds=float(error.response.headers["Retry-After"]))
    except (KeyError, ValueError, OverflowError):
        return timedelta(seconds=_NO_RETRY_AFTER)
