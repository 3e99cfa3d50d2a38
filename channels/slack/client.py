"""The connection to Slack: one session and one client for everything that goes out."""

import logging
from typing import Final

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient

from channels import proxies

_TIMEOUT: Final = ClientTimeout(total=15, sock_connect=5)
_LOGGER: Final = logging.getLogger("slack_sdk")


def session() -> ClientSession:
    """The session to share; close it at the end. The SDK's own timeout does not reach a session passed to it."""
    return ClientSession(timeout=_TIMEOUT, trust_env=proxies.named())


def web_client(*, token: str | None, api_url: str, session: ClientSession) -> AsyncWebClient:
    """A client that tries once: the SDK's default posts twice when a connection drops.

    The session knows the proxy and its exceptions (NO_PROXY); the SDK would take the proxy for this machine too. Its
    logger is the one whose level we set: a logger without a level of its own has the SDK spell out every call, for
    nobody.
    """
    client = AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[], logger=_LOGGER)
    client.proxy = None
    return client
