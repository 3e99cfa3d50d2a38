"""`kotsu line`: the menu under the LINE chat."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TypeVar

import typer
from linebot.v3.messaging import AsyncMessagingApi, AsyncMessagingApiBlob

from bot import loop, opening
from channels.channel import Busy, Refused
from channels.line import menu
from channels.line.client import connect
from channels.line.menu_request import pages
from config import line_menu
from config.line_menu import BadMenu
from config.settings import Settings

app = typer.Typer(help="The menu under the LINE chat: set it up, look at it, take it away.", no_args_is_help=True)
Found = TypeVar("Found")


@app.command()
def setup() -> None:
    """Draw the menu and give it to everybody; where it is there already, nothing changes."""
    try:
        wanted = pages(line_menu.read())
    except BadMenu as why:
        opening.sorry(f"The menu's definition is not right: {why}")
    change = _at_line(lambda api, blob: menu.set_up(api, blob, wanted))
    if not change.made:
        typer.echo(f"The menu is there as it should be ({change.kept} tabs). Nothing was changed.")
        return
    typer.echo(
        f"The menu is set up: {change.made} tabs made, {change.kept} kept, {change.removed} old ones taken away."
    )
    typer.echo("People see it when they next open the chat. LINE for PC shows none: every word can be typed as well.")


@app.command()
def show() -> None:
    """Which menus of ours LINE has, and whether everybody sees them."""
    found = _at_line(lambda api, _: menu.there(api))
    for each, name in found.names.items():
        typer.echo(f"{name}{'  <- everybody sees this one first' if each == found.default else ''}")
    if not found.shown:
        other = "a menu that is not ours" if found.default else "no menu"
        typer.echo(f"Everybody sees {other}. To give them ours: kotsu line setup")


@app.command()
def remove() -> None:
    """Take our menus away; menus made elsewhere stay."""
    change = _at_line(lambda api, _: menu.remove(api))
    typer.echo(f"{change.removed} menus taken away." if change.removed else "There was no menu of ours.")


def _at_line(deed: Callable[[AsyncMessagingApi, AsyncMessagingApiBlob], Awaitable[Found]]) -> Found:
    """Do it at the configured account, or end with the reason in plain words."""
    settings = opening.read_settings()
    if not settings.uses_line:
        opening.sorry("No LINE account is configured. Set KOTSU_LINE_CHANNEL_SECRET and its token: see .env.example.")
    try:
        return loop.run(_connected(settings, deed))
    except Refused as why:
        opening.sorry(f"{why}. kotsu doctor looks at the token.")
    except Busy as why:
        opening.sorry(f"{why}. Run the same command again later: it goes on where this one stopped.")


async def _connected(
    settings: Settings, deed: Callable[[AsyncMessagingApi, AsyncMessagingApiBlob], Awaitable[Found]]
) -> Found:
    token = settings.line_channel_access_token
    secret = token.get_secret_value() if token else ""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(connect(secret, settings.line_api_url))
        blob = await stack.enter_async_context(connect(secret, settings.line_pictures_url))
        return await deed(AsyncMessagingApi(api), AsyncMessagingApiBlob(blob))
