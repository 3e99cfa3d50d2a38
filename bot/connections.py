"""Our accounts on the platforms: who we are there, and the channel each letter leaves by."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import structlog
from linebot.v3.messaging import AsyncMessagingApi
from slack_sdk.web.async_client import AsyncWebClient

from channels.channel import Busy, Channel, Refused, Unknown
from channels.line import profile as line
from channels.slack import profile as slack
from channels.slack.faults import translated, word_of
from messages.incoming import ChannelName
from store.database import Database
from store.errors import AlreadyExists, DatabaseUnusable

log: Final = structlog.get_logger()
AGAIN: Final = 15.0  # seconds between two tries while a platform is away
_BAD_TOKEN: Final = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"}
)


class BadToken(Exception):
    """The platform refuses the token."""


class NoOrganisation(Exception):
    """There is no organisation yet that could own an account. Make one: kotsu org create NAME"""


@dataclass(frozen=True, slots=True)
class Introduction:
    """How one configured account introduces itself: `ask` tells its id and its handle there."""

    name: ChannelName
    channel: Channel
    ask: Callable[[], Awaitable[tuple[str, str]]]


async def ask_line(api: AsyncMessagingApi) -> tuple[str, str]:
    """Raises BadToken, Busy."""
    try:
        me = await line.identity(api)
    except Refused as why:
        raise BadToken("LINE refuses KOTSU_LINE_CHANNEL_ACCESS_TOKEN.") from why
    return me.user_id, me.basic_id


async def ask_slack(client: AsyncWebClient) -> tuple[str, str]:
    """Raises BadToken, Busy, Unknown."""
    try:
        me = await slack.identity(client)
    except (Refused, Busy, Unknown) as why:
        if word_of(why) in _BAD_TOKEN:
            raise BadToken(f"Slack refuses KOTSU_SLACK_BOT_TOKEN ({word_of(why)}).") from why
        raise
    return me.team, me.bot


async def check_app_token(client: AsyncWebClient, app_token: str) -> None:
    """Whether Slack opens a socket with it; a Slack that is away says nothing against it. Raises BadToken."""
    try:
        with translated():
            await client.apps_connections_open(app_token=app_token)
    except (Refused, Busy, Unknown) as why:
        if word_of(why) in _BAD_TOKEN:
            raise BadToken(f"Slack refuses KOTSU_SLACK_APP_TOKEN ({word_of(why)}).") from why


async def connect(database: Database, channels: dict[int, Channel], introduction: Introduction) -> bool:
    """Learn who we are, remember it, and let letters leave; False while the platform cannot be asked.

    Then an account known from earlier serves. Raises BadToken, and NoOrganisation.
    """
    try:
        external, handle = await introduction.ask()
    except (Busy, Unknown, Refused) as why:
        log.warning("account_not_reached", channel=introduction.name, why=str(why))
        known = await database.run(_known, database, introduction.name)
        if known is not None:
            channels[known] = introduction.channel
        return False
    channels[await database.run(_attach, database, introduction.name, external, handle)] = introduction.channel
    log.info("account_connected", channel=introduction.name)
    return True


async def keep_trying(database: Database, channels: dict[int, Channel], introduction: Introduction) -> None:
    """Until the platform answers."""
    connected = False
    while not connected:
        await asyncio.sleep(AGAIN)
        try:
            connected = await connect(database, channels, introduction)
        except (BadToken, NoOrganisation, DatabaseUnusable) as why:
            log.error("account_not_connected", why=str(why))  # noqa: TRY400  one plain sentence says it all


def _attach(database: Database, name: ChannelName, external: str, handle: str) -> int:
    with database.root() as root:
        owners = root.organisations.all()
        known = root.accounts.by_external(name, external)
        if not owners:
            raise NoOrganisation(NoOrganisation.__doc__)
        owner = known.organisation if known else owners[0].id
        try:
            return root.accounts.attach(owner, name, external, handle).id
        except AlreadyExists as why:
            raise NoOrganisation(str(why)) from why


def _known(database: Database, name: ChannelName) -> int | None:
    with database.root() as root:
        found = [account.id for account in root.accounts.all() if account.channel is name and account.active]
    return found[-1] if found else None
