"""What the doctor looks at beyond this machine: fonts for its pictures, the platforms' clocks, tokens and webhooks."""

import shutil
import subprocess
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout
from linebot.v3.messaging import ApiException, AsyncMessagingApi

from bot.connections import BadToken, ask_slack
from channels.channel import Busy, Refused, Unknown
from channels.line import menu, profile
from channels.line import trial as line_trial
from channels.line.client import TIMEOUT
from channels.line.client import connect as line_client
from channels.slack import profile as slack_profile
from channels.slack import trial as slack_trial
from channels.slack.client import session, web_client
from config.settings import Settings
from messages.message import Message

SKEW: Final = 60  # seconds our clock may be away from the platforms'; Slack's signatures bear 300


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `remedy` says what to do when it is not well."""

    well: bool
    what: str
    remedy: str = ""


async def platforms(settings: Settings, now: datetime, sample: Message, rooms: Sequence[str] = ()) -> list[Finding]:
    """Fonts first, then each configured platform, which is also asked what it would say to the sample, and Slack about
    the channels for questions.
    """
    found = [_fonts()]
    if settings.uses_line:
        found += [each async for each in _line(settings, now, sample)]
    if settings.uses_slack:
        found += [each async for each in _slack(settings, now, sample, rooms)]
    if not (settings.uses_line or settings.uses_slack):
        found.append(
            Finding(False, "a platform is configured", "Set the LINE or the Slack settings: see .env.example.")
        )
    return found


def _fonts() -> Finding:
    """What we draw brings its own; a browser beside it, as for the demo's page, needs the system's."""
    lister = shutil.which("fc-list")
    asked = [lister, ":lang=ja"] if lister else ["true"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603  nothing from outside
    remedy = "Install one, as the package fonts-noto-cjk; until then Japanese in the demo's page may show as boxes."
    return Finding(bool(listed.strip()), "a Japanese font is installed", remedy)


async def _line(settings: Settings, now: datetime, sample: Message) -> AsyncIterator[Finding]:
    token = settings.line_channel_access_token
    client = line_client(token.get_secret_value() if token else "", settings.line_api_url)
    try:
        api = AsyncMessagingApi(client)
        problem = await profile.check_token(api)
        yield Finding(problem is None, "LINE takes the token", f"{problem}. Issue a new one in LINE's console.")
        yield await _clock("LINE", settings.line_api_url, now)
        if problem is None:
            yield await _quota(api)
            yield await _menu(api)
            yield await _webhook(api, f"{settings.public_url}/line/webhook")
            yield _tried("LINE", await line_trial.objection(api, sample))
    finally:
        await client.close()


async def _quota(api: AsyncMessagingApi) -> Finding:
    try:
        quota = await profile.quota(api)
    except (Refused, Busy) as why:
        return Finding(False, "LINE tells the quota", str(why))
    left = "no limit" if quota.limit is None else f"{quota.used} of {quota.limit} messages used this month"
    well = quota.limit is None or quota.used < quota.limit
    return Finding(well, f"LINE quota: {left}", "Lessons wait until the month turns, or choose a larger plan.")


async def _menu(api: AsyncMessagingApi) -> Finding:
    """A menu made elsewhere is the town's own choice."""
    try:
        found = await menu.there(api)
    except (Refused, Busy) as why:
        return Finding(False, "LINE tells the menus", str(why))
    what = "ours" if found.shown else "one made elsewhere" if found.default else "none"
    return Finding(bool(found.default), f"menu under the LINE chat: {what}", "Run: kotsu line setup")


async def _webhook(api: AsyncMessagingApi, ours: str) -> Finding:
    try:
        endpoint = await api.get_webhook_endpoint(_request_timeout=TIMEOUT)
    except (ApiException, ClientError, TimeoutError):
        return Finding(False, "LINE knows our webhook", f"Set {ours} in LINE's console and switch *Use webhook* on.")
    well = endpoint.endpoint == ours and bool(endpoint.active)
    return Finding(well, f"LINE's webhook is {endpoint.endpoint}", f"Set {ours} and switch *Use webhook* on.")


async def _slack(settings: Settings, now: datetime, sample: Message, rooms: Sequence[str]) -> AsyncIterator[Finding]:
    token = settings.slack_bot_token
    async with session() as shared:
        client = web_client(
            token=token.get_secret_value() if token else "", api_url=settings.slack_api_url, session=shared
        )
        try:
            await ask_slack(client)
            yield Finding(True, "Slack takes the token")
            lacks = ", ".join(sorted(await slack_profile.missing(client)))
            take = "Take the new config/slack-manifest.yaml and install the app again."
            yield Finding(
                not lacks, f"Slack's app lacks the scopes {lacks}" if lacks else "Slack's app has its scopes", take
            )
            for room in rooms:
                why = await slack_profile.objection(client, room)
                remedy = f"{why}. In the channel: /invite @kotsu; or another one: kotsu org questions-channel"
                yield Finding(not why, f"the bot reads the channel for questions, {room}", remedy)
            yield _tried("Slack", await slack_trial.objection(client, sample))
        except (BadToken, Refused, Busy, Unknown) as why:
            yield Finding(False, "Slack takes the token", f"{why} Install the app again and copy its bot token.")
    yield await _clock("Slack", settings.slack_api_url, now)


def _tried(name: str, objection: str) -> Finding:
    return Finding(not objection, f"{name}'s validator takes a lesson", f"{objection}. Please report this as a bug.")


async def _clock(name: str, address: str, now: datetime) -> Finding:
    """The platform's own time, off the head of any answer."""
    try:
        async with (
            ClientSession(timeout=ClientTimeout(total=10), trust_env=True) as asking,
            asking.get(address) as told,
        ):
            theirs = parsedate_to_datetime(told.headers["Date"])
    except (ClientError, TimeoutError, KeyError, ValueError):
        return Finding(False, f"{name} can be reached", "Look at the network, the proxy and its allow-list.")
    away = abs((now - theirs).total_seconds())
    return Finding(
        away < SKEW, f"the clock agrees with {name}'s", f"It is {away:.0f} s away: let the system keep time."
    )
