"""Which course is rehearsed."""

from pathlib import Path
from typing import Final

from bot.rehearsal.generated import generated
from lessons.library import BUILT_IN, Library, library, load
from lessons.model import Course

GENERATED: Final = "generated"


class NoCourse(Exception):
    """There is no such course: the argument says which, and what there is."""


def chosen(wish: str, days: int, seed: int, folder: Path) -> Course:
    """A course by its id or its folder; by default the first on the shelf, or one made up if that is shorter than the
    days. Raises NoCourse, and BrokenCourse.
    """
    shelf = library(BUILT_IN)
    if wish == GENERATED or (not wish and len(shelf.courses[0].lessons) < days):
        return generated(folder / GENERATED, days, seed)
    if not wish:
        return shelf.courses[0]
    return _by_id(wish, shelf) or _in_folder(Path(wish), shelf)


def _by_id(wish: str, shelf: Library) -> Course | None:
    return next((course for course in shelf.courses if course.id == wish), None)


def _in_folder(folder: Path, shelf: Library) -> Course:
    if not folder.is_dir():
        known = ", ".join(course.id for course in shelf.courses)
        raise NoCourse(f"There is no course {str(folder)!r}: name a folder, {GENERATED}, or one of {known}.")
    return load(folder)
