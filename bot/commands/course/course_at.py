"""A course wherever somebody has it: in its folder, or in a pack."""

from pathlib import Path

from bot.ending import sorry
from lessons.library import BrokenCourse, read
from lessons.model import Course
from lessons.packing import read_pack


def course_at(path: Path) -> Course:
    """The course in a folder or a pack, or an end that names everything wrong with it."""
    try:
        bundle = read(path) if path.is_dir() else read_pack(path.read_bytes())
    except OSError as why:
        sorry(f"{path} cannot be read: {why.strerror}")
    if bundle.course is None:
        sorry(f"{path}:\n{BrokenCourse(bundle.problems)}")
    return bundle.course
