"""`kotsu sandbox`: a LINE and a Slack on this machine, for trying and for tests."""

from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot import loop, opening
from bot.serving import stopped
from sandbox.app import create
from sandbox.clock import SandboxClock
from sandbox.server import serving
from sandbox.settings import SandboxSettings


def sandbox(
    *,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port of the page and of both platforms' APIs.")
    ] = 9100,
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    bot: Annotated[str, typer.Option(help="The bot's address, whose webhooks are called.")] = "http://127.0.0.1:8000",
    start: Annotated[str, typer.Option(help="When its clock begins, as 2026-09-07T08:00; now unless given.")] = "",
    timezone: Annotated[str, typer.Option(help="The zone its clock is shown in.")] = "Asia/Tokyo",
    seed: Annotated[int, typer.Option(help="Faults and the autoplayer follow it.")] = 1,
    state: Annotated[Path | None, typer.Option(help="Keep chats in this file from one run to the next.")] = None,
) -> None:
    """Run a local LINE and Slack with a chat window for both, a clock that can be moved, and faults on demand.

    Point a bot at it with KOTSU_LINE_API_URL=http://127.0.0.1:9100 and KOTSU_SLACK_API_URL=http://127.0.0.1:9100/api/;
    the secrets are those printed here.
    """
    settings = SandboxSettings(
        line_webhook=f"{bot}/line/webhook",
        slack_webhook=f"{bot}/slack/events",
        timezone=opening.zone_of(timezone).key,
        seed=seed,
        state_file=state,
    )
    try:
        loop.run(_serve(settings, SandboxClock(_start(start, timezone)), host, port))
    except OSError as why:
        opening.sorry(f"{host}:{port} cannot be used: {why.strerror}. Choose another with --port.")
    except ValueError as why:
        opening.sorry(why)


async def _serve(settings: SandboxSettings, clock: SandboxClock, host: str, port: int) -> None:
    async with serving(create(settings=settings, clock=clock), host, port) as address:
        typer.echo(f"The sandbox is at {address}\n\n{environment(settings, address)}")
        await stopped()


def environment(settings: SandboxSettings, address: str) -> str:
    """What a bot's environment must say to talk to this sandbox."""
    said = {
        "LINE_API_URL": address,
        "LINE_CHANNEL_SECRET": settings.line_channel_secret,
        "LINE_CHANNEL_ACCESS_TOKEN": settings.line_access_token,
        "SLACK_API_URL": f"{address}/api/",
        "SLACK_SIGNING_SECRET": settings.slack_signing_secret,
        "SLACK_BOT_TOKEN": settings.slack_bot_token,
    }
    lines = [f"export KOTSU_{name}={value}" for name, value in said.items()]
    return "\n".join([*lines, f"# for Socket Mode: export KOTSU_SLACK_APP_TOKEN={settings.slack_app_token}"])


def _start(text: str, timezone: str) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        opening.sorry(f"{text!r} is no moment, as 2026-09-07T08:00.")
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(timezone))
