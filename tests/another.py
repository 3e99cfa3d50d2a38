"""Another edition of a frozen course: the same with some words changed."""

import shutil
from pathlib import Path

from lessons.library import Library, load
from lessons.shelf import shelved
from tests.shelf import COURSES

FIRST = "first-week"


def mended(folder: Path, *edits: tuple[str, str, str], course: str = FIRST) -> Path:
    """A copy of the course with these words of these files replaced; each must be there."""
    shutil.copytree(COURSES / course, folder)
    for file, before, after in edits:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
    return folder


def shelf_of(folder: Path) -> Library:
    """A shelf with this course alone."""
    return shelved([(load(folder), folder)])
