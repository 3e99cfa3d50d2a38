"""`kotsu course schema`: what editors want to know of the course format."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.ending import sorry
from lessons.schema import PATTERNS, schemas


def schema(folder: Annotated[Path, typer.Argument(help="Where to write them, such as .vscode/kotsu.")]) -> None:
    """Write a JSON Schema for each file of a course, and tell the setting that makes VS Code use them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schemas().items():
            (folder / f"{name}.json").write_text(text, encoding="utf-8")
    except OSError as why:
        sorry(f"{folder} cannot be written: {why.strerror}.")
    settings = {"yaml.schemas": {f"./{(folder / name).as_posix()}.json": pattern for name, pattern in PATTERNS.items()}}
    typer.echo(json.dumps(settings, ensure_ascii=False, indent=2))
