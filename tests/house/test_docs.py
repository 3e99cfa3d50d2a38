"""What the documentation tells people to type is there to be typed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from bot.__main__ import app

ROOT: Final = Path(__file__).parents[2]
TOLD: Final = re.compile(r"(?:`|^|bin/)kotsu ((?:[a-z][a-z-]*\s?)+)", re.MULTILINE)


def _told() -> Iterator[tuple[str, list[str]]]:
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        for found in TOLD.finditer(page.read_text(encoding="utf-8")):
            yield page.name, found[1].split()


def _is_there(words: list[str]) -> bool:
    """Whether the command line knows these words, as far as they are names of commands."""
    command = get_command(app)
    with typer.Context(command) as context:
        for word in words:
            if not isinstance(command, TyperGroup):
                return True
            following = command.get_command(context, word)
            if following is None:
                return False
            command = following
    return True


def test_every_command_that_a_page_names_is_there() -> None:
    told = [*_told()]
    assert len(told) > 100
    missing = sorted({f"{page}: kotsu {' '.join(words)}" for page, words in told if not _is_there(words)})
    assert not missing
    assert not _is_there(["org", "nothing"])
