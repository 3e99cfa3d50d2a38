"""Files that people share with us in Slack."""

from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Gone, Refused, TooLarge

_SLACKS: Final = (".slack.com", ".slack-files.com", ".slack-edge.com")
_SOON: Final = timedelta(seconds=10)
_GONE: Final = frozenset({404, 410})


async def fetched(client: AsyncWebClient, session: ClientSession, url: str, most: int) -> bytes:
    """The bytes, asked for with our token; raises Refused (TooLarge, Gone), Busy.

    The token goes nowhere but to Slack, and along no redirect. To who lacks the scope files:read Slack answers with
    the page where people sign in.
    """
    if not _is_slacks(url, client.base_url):
        raise Refused("the file does not lie with Slack")
    headers = {"Authorization": f"Bearer {client.token}"}
    try:
        async with session.get(url, headers=headers, allow_redirects=False) as answer:
            _check(answer, most)
            return await _read(answer, most)
    except (ClientError, TimeoutError) as error:
        raise Busy(f"the file could not be fetched from Slack ({type(error).__name__})", _SOON) from error


def _is_slacks(url: str, api: str) -> bool:
    there = urlsplit(url)
    if there.netloc == urlsplit(api).netloc:
        return True
    return there.scheme == "https" and (there.hostname or "").endswith(_SLACKS)


def _check(answer: ClientResponse, most: int) -> None:
    if answer.status in _GONE:
        raise Gone("the file is there no more")
    if answer.status == 429 or answer.status >= 500:
        raise Busy(f"Slack answered {answer.status}", _SOON)
    if answer.status != 200 or answer.content_type == "text/html":
        raise Refused("Slack does not let us have the file: the app needs the scope files:read")
    if (answer.content_length or 0) > most:
        raise TooLarge(f"more than {most} bytes")


async def _read(answer: ClientResponse, most: int) -> bytes:
    found = bytearray()
    async for chunk in answer.content.iter_chunked(65_536):
        found += chunk
        if len(found) > most:
            raise TooLarge(f"more than {most} bytes")
    return bytes(found)
