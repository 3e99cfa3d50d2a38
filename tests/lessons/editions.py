"""Two editions of a frozen course: one as it is, one with some words changed."""

import shutil
from pathlib import Path

from lessons.changes import Change, changes
from lessons.library import load
from tests.shelf import COURSES


def mended(tmp_path: Path, *edits: tuple[str, str, str], course: str = "kinds") -> Path:
    """A copy of the course with these words of these files replaced; each must be there."""
    folder = Path(shutil.copytree(COURSES / course, tmp_path / "mended", dirs_exist_ok=True))
    for file, before, after in edits:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
    return folder


def between(tmp_path: Path, *edits: tuple[str, str, str], course: str = "kinds") -> tuple[Change, ...]:
    """What such a copy changes."""
    return changes(load(COURSES / course), load(mended(tmp_path, *edits, course=course)))
