"""Letters that may have arrived: Slack knows no retry key, so each carries its parcel's id in its metadata."""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from channels.slack.faults import translated
from channels.slack.raw import items, word
from channels.slack.rendering import Json

_EVENT: Final = "kotsu_letter"
_MARGIN: Final = timedelta(seconds=60)  # their clock is not ours
_PAGE: Final = 100


def metadata(parcel: UUID) -> Json:
    """What the message carries: an opaque id only, for the whole workspace can read it."""
    return {"event_type": _EVENT, "event_payload": {"letter": str(parcel)}}


async def arrived(client: AsyncWebClient, *, room: str, parcel: UUID, since: datetime | None, thread: str = "") -> str:
    """The `ts` of the message in the room, or in one of its threads, that carries this parcel's id, or nothing; raises
    Refused, Busy, Unknown.
    """
    oldest = f"{(since - _MARGIN).timestamp():.6f}" if since else "0"
    cursor = None
    while True:
        with translated():
            answer = await _page(client, room, thread, oldest=oldest, cursor=cursor)
        for message in items(answer.data, "messages"):
            if _carries(message, parcel):
                return word(message, "ts")
        cursor = word(answer.data, "response_metadata", "next_cursor")
        if not cursor or since is None:
            return ""


async def _page(
    client: AsyncWebClient, room: str, thread: str, *, oldest: str, cursor: str | None
) -> AsyncSlackResponse:
    if thread:
        return await client.conversations_replies(
            channel=room, ts=thread, oldest=oldest, limit=_PAGE, include_all_metadata=True, cursor=cursor
        )
    return await client.conversations_history(
        channel=room, oldest=oldest, limit=_PAGE, include_all_metadata=True, cursor=cursor
    )


def _carries(message: Any, parcel: UUID) -> bool:
    return (
        word(message, "metadata", "event_type") == _EVENT
        and word(message, "metadata", "event_payload", "letter") == str(parcel)
    )  # fmt: skip
