"""`kotsu run` and `kotsu migrate`: the bot, and the database it needs."""

from typing import Annotated

import structlog
import typer

from bot import loop, opening
from bot.app import running
from bot.connections import BadToken, NoOrganisation
from bot.serving import PortTaken, serving, stopped
from config import logs
from config.clock import WallClock
from config.settings import Settings
from lessons.library import Library
from store import migrate as migrations
from store.errors import DatabaseUnusable

log = structlog.get_logger()


def run(
    host: Annotated[
        str, typer.Option(help="Where to listen; 0.0.0.0 behind a proxy on another machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the webhooks and pages.")] = 8000,
) -> None:
    """Run the bot: webhooks, timetable and courier in one process, until Ctrl-C."""
    settings = opening.read_settings()
    if not (settings.uses_line or settings.uses_slack):
        opening.sorry("Neither LINE nor Slack is configured: see .env.example. To try without accounts: kotsu demo")
    logs.set_up(settings.log_format)
    library = opening.read_library()
    with opening.opened(settings.database_url):
        pass
    try:
        loop.run(_run(settings, library, host, port))
    except (PortTaken, BadToken, NoOrganisation, DatabaseUnusable) as why:
        opening.sorry(why)


def migrate() -> None:
    """Bring the database to this version. Safe to run again; run it after every update, before `kotsu run`."""
    address = opening.read_settings().database_url
    try:
        before = migrations.current(address)
        migrations.upgrade(address)
    except DatabaseUnusable as why:
        opening.sorry(why)
    changed = before != migrations.head()
    typer.echo("The database is ready." if changed else "The database was ready already.")


async def _run(settings: Settings, library: Library, host: str, port: int) -> None:
    async with running(settings, WallClock(), library) as app, serving(app, host, port) as address:
        log.info("listening", address=address, line=settings.uses_line, slack=settings.uses_slack)
        await stopped()
