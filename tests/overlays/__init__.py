"""An overlay for stories, and a course that it lies upon."""

import shutil
from pathlib import Path
from typing import Final

from tests.another import mended

TOWN: Final = Path(__file__).with_name("town")
_WORDS: Final = "language: ja\ntools_on: d05-tanaoroshi\nwords:\n  - name: desk.security\n    default: 情報担当\n"


def base(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """The frozen week with a name in braces, and a lesson that shows the list of tools."""
    named = ("lessons/01-hajime.md", "上司か情報担当へ", "上司か{desk.security}へ")
    return mended(folder, ("course.yaml", "language: ja\n", _WORDS), named, *edits)


def broken(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of the overlay with these words replaced."""
    shutil.copytree(TOWN, folder)
    for file, before, after in edits:
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after), encoding="utf-8")
    return folder
