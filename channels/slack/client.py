"""The connection to Slack: one session and one client for everything that goes out."""

from typing import Final

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient

from channels import proxies

_TIMEOUT: Final = ClientTimeout(total=15, sock_connect=5)


def session() -> ClientSession:
    """The session to share; close it at the end. The SDK's own timeout does not reach a session passed to it."""
    return ClientSession(timeout=_TIMEOUT, trust_env=proxies.named())


def web_client(*, token: str | None, api_url: str, session: ClientSession) -> AsyncWebClient:
    """A client that tries once: the SDK's default posts twice when a connection drops.

    The session knows the proxy and its exceptions (NO_PROXY); the SDK would take the proxy for this machine too.
    """
    client = AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[])
    client.proxy = None
    return client
