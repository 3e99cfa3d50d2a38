"""`kotsu demo`: everything at once, with no account and no service."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from bot import loop, opening
from bot.connections import BadToken, NoOrganisation
from bot.demo import Folder
from bot.demo import demo as running_demo
from bot.serving import PortTaken, stopped
from config import logs
from lessons.library import Library
from store.errors import DatabaseUnusable


def demo(
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the page.")] = 9100,
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    folder: Annotated[Path, typer.Option(help="Where it keeps its database and chats.")] = Path("var/demo"),
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over: forget the demo's database and chats.")] = False,
) -> None:
    """Try everything: a local LINE, a local Slack and the bot, with a learner in each. Ctrl-C ends it."""
    logs.set_up("text", logging.WARNING)
    library = opening.read_library()
    kept = Folder(folder)
    if fresh:
        kept.clear()
    try:
        loop.run(_demo(kept, library, host, port))
    except OSError as why:
        opening.sorry(f"{host}:{port} cannot be used: {why.strerror}. Choose another: kotsu demo --port {port + 1}")
    except (PortTaken, BadToken, NoOrganisation, DatabaseUnusable, ValueError) as why:
        opening.sorry(why)


async def _demo(folder: Folder, library: Library, host: str, port: int) -> None:
    async with running_demo(folder, library, host=host, port=port, today=opening.now()) as page:
        typer.echo(f"\n  Kotsukotsu is running. Open  {page}\n")
        typer.echo("  Ctrl-C ends it; what you did stays for the next time.\n")
        await stopped()
    typer.echo("Good-bye.")
