"""Messages that take the place of an earlier one."""

import json
from typing import Any, Final

from aiohttp import ClientError, ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Refused
from channels.slack.faults import translated, word_of
from channels.slack.raw import dig
from channels.slack.rendering import Json, Rendering

_GONE: Final = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})


async def replaced(session: ClientSession, url: str, rendering: Rendering) -> bool:
    """Whether Slack took it by response_url (five uses in thirty minutes).

    False also when nobody knows: saying the same once more by chat.update changes nothing.
    """
    body = {"replace_original": True, "text": rendering.text, "blocks": rendering.blocks}
    try:
        async with session.post(url, json=body) as answer:
            return answer.status == 200 and dig(_json(await answer.text()), "ok") is not False
    except (ClientError, TimeoutError):
        return False


async def updated(client: AsyncWebClient, *, room: str, ts: str, rendering: Rendering, metadata: Json) -> bool:
    """Whether there was still a message to update; raises Refused, Busy, Unknown."""
    body = {"channel": room, "ts": ts, "text": rendering.text, "blocks": rendering.blocks, "metadata": metadata}
    try:
        with translated():
            await client.api_call("chat.update", json=body)
    except Refused as refused:
        if word_of(refused) in _GONE:
            return False
        raise
    return True


def _json(text: str) -> Any:
    """Slack answers `ok` as a plain word, or JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return None
