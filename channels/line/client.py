"""The connection to LINE: one for the whole process."""

from typing import Any, Final

from aiohttp import ClientSession, ClientTimeout
from linebot.v3.messaging import AsyncApiClient, Configuration

from channels import proxies

TIMEOUT: Final = ClientTimeout(total=10, sock_connect=5)  # for each call; the SDK's own default is five minutes
_AT_ONCE: Final = 100  # connections; the SDK's default of 5 a core would hold a busy morning up


class _Client(AsyncApiClient):  # type: ignore[misc]  # the SDK's clients have no types
    def sanitize_for_serialization(self, obj: Any) -> Any:  # a model, or JSON
        """What is JSON already stays as it is: the SDK would make all of it anew, a call for every word in it."""
        return obj if isinstance(obj, dict) else super().sanitize_for_serialization(obj)


def connect(token: str, api_url: str, *, proxy: str | None = None) -> AsyncApiClient:
    """Needs a running loop; whoever connects closes it. `proxy` is the address of an HTTP proxy."""
    configuration = Configuration(host=api_url.rstrip("/"), access_token=token)
    configuration.retries = False
    configuration.connection_pool_maxsize = _AT_ONCE
    configuration.proxy = proxy
    client = _Client(configuration)
    if not proxies.named():
        _ask_for_none(client)
    return client


def _ask_for_none(client: AsyncApiClient) -> None:
    """The SDK's own session asks for a proxy, in a thread, before every call."""
    connector = client.rest_client.pool_manager.connector
    client.rest_client.pool_manager.detach()
    client.rest_client.pool_manager = ClientSession(connector=connector)
