"""The shelf: the courses under a folder, with the packs of them that cohorts keep."""

from collections.abc import Iterable
from pathlib import Path

from lessons.editions import Editions, Packed
from lessons.library import BrokenCourse, Library, library
from lessons.model import Course
from lessons.packing import archive, digest, read_pack


def shelf(folder: Path) -> Library:
    """All courses in the folders under this one; raises BrokenCourse, which names every problem of every course."""
    plain = library(folder)
    homes = dict(plain.folders)
    return shelved((course, homes[course.id]) for course in plain.courses)


def shelved(courses: Iterable[tuple[Course, Path]]) -> Library:
    """These courses, each as it was read from its folder just now."""
    editions, kept = Editions(), [(course, packed(archive(folder))) for course, folder in courses]
    for course, pack in kept:
        editions.know(pack.digest, course)
    packs = tuple((course.id, pack) for course, pack in kept)
    return Library(tuple(course for course, _ in kept), packs=packs, editions=editions)


def packed(pack: bytes) -> Packed:
    """The pack with the digest that stands for it."""
    return Packed(digest(pack), pack)


def course_in(kept: Packed) -> Course:
    """The course in an edition that was kept; raises BrokenCourse where this version cannot read it."""
    bundle = read_pack(kept.pack)
    if bundle.course is None:
        raise BrokenCourse(bundle.problems)
    return bundle.course
