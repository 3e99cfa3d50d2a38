"""`kotsu course new`: a course to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.course.telling import spoken
from bot.ending import sorry
from config.clock import WallClock
from lessons.hygiene.advice import wording
from lessons.template import template


def new(
    folder: Annotated[Path, typer.Argument(help="Where to write it: not there yet, or empty.")],
) -> None:
    """Write a small sound course, with every kind of question once and comments in Japanese. Asks nothing."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sorry(f"{folder} is not empty: nothing was written.")
    try:
        for file, text in template(folder.resolve().name, WallClock().now().date()).items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
    except OSError as why:
        sorry(f"{folder} cannot be written: {why.strerror}.")
    typer.echo(wording(spoken(None))["report"]["begun"].format(folder=folder))
