"""`kotsu course preview`: a course as its learners will see it, while it is being written."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.preview.app import application
from bot.preview.learner import ZONE
from bot.preview.shelf import Shelf
from bot.serving import stopped
from sandbox.server import serving

_HOST = "127.0.0.1"  # a page without accounts is for this machine alone


def preview(
    path: Annotated[Path, typer.Argument(help="The course's folder, with its course.yaml.")],
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the page.")] = 9200,
) -> None:
    """Show every lesson in LINE and in Slack side by side, again on every save. Ctrl-C ends it.

    Step through a learner's states with the arrow keys; an address names the state, so a tab may stay open.
    """
    if not path.is_dir():
        opening.sorry(f"There is no folder {path}.")
    shelf = Shelf(path, today=lambda: opening.now().astimezone(ZONE).date())
    try:
        asyncio.run(_serve(shelf, port))
    except OSError as why:
        opening.sorry(f"{_HOST}:{port} cannot be used: {why.strerror}. Choose another with --port.")


async def _serve(shelf: Shelf, port: int) -> None:
    async with serving(application(shelf), _HOST, port) as address:
        typer.echo(f"Open  {address}\nWhat you save in {shelf.folder} is shown at once. Ctrl-C ends it.")
        await stopped()
