"""Which course is rehearsed, kept as an edition as every cohort's."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.rehearsal.generated import generated
from lessons.library import BUILT_IN, Library, library, load
from lessons.shelf import shelved

GENERATED: Final = "generated"


class NoCourse(Exception):
    """There is no such course: the argument says which, and what there is."""


def chosen(wish: str, days: int, seed: int, folder: Path, *, assessments: bool = True) -> Library:
    """A shelf with one course, by its id or its folder; by default the first of our own, or one made up if that is
    shorter than the days. Raises NoCourse, and BrokenCourse.

    Without the questionnaires it is no edition any more, since there is no such pack, and a cohort keeps nothing.
    """
    home = _home(wish, days, seed, folder)
    course = load(home)
    return shelved([(course, home)]) if assessments else Library((replace(course, assessment=None),))


def _home(wish: str, days: int, seed: int, folder: Path) -> Path:
    """Where the course is written."""
    if wish != GENERATED:
        shelf = library(BUILT_IN)
        homes = dict(shelf.folders)
        if wish in homes:
            return homes[wish]
        if wish:
            return _there(Path(wish), shelf)
        if len(shelf.courses[0].lessons) >= days:
            return homes[shelf.courses[0].id]
    generated(folder / GENERATED, days, seed)
    return folder / GENERATED


def _there(folder: Path, shelf: Library) -> Path:
    if not folder.is_dir():
        known = ", ".join(course.id for course in shelf.courses)
        raise NoCourse(f"There is no course {str(folder)!r}: name a folder, {GENERATED}, or one of {known}.")
    return folder
