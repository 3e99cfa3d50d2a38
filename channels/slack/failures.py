"""What Slack is told when a request comes to nothing."""

from typing import Any, Final

import structlog
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse

from channels.receiver import NotStored
from channels.slack.raw import UNREADABLE, word

log = structlog.get_logger(__name__)

HANDED_OVER: Final = "kotsu_handed_over"
"""Stands in Bolt's context once a deed went to the receiver: before it a failure is the request's, then ours."""


async def answered(error: Exception, body: dict[str, Any], context: dict[str, Any]) -> BoltResponse:
    """200 for what is not ours or unreadable (Slack would send it for ever), 5xx for what was not stored."""
    match error:
        case BoltUnhandledRequestError():
            log.info("slack_passed_over", type=kind(body))
            return BoltResponse(status=200, body="")
        case NotStored():
            log.warning("slack_not_stored", type=kind(body), why=str(error))
            return BoltResponse(status=503, body="")
        case _ if isinstance(error, UNREADABLE) and HANDED_OVER not in context:
            log.warning("slack_unreadable", type=kind(body), why=repr(error))
            return BoltResponse(status=200, body="")
        case _:
            log.error("slack_listener_failed", type=kind(body), exc_info=error)
            return BoltResponse(status=500, body="")


def kind(body: Any) -> str:
    """What sort of request this is, in Slack's word."""
    return word(body, "event", "type") or word(body, "type") or word(body, "command")
