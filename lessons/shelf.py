"""The shelf: the courses under a folder, with the packs of them that cohorts keep."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from lessons.editions import Editions, Packed
from lessons.library import BrokenCourse, Library, library
from lessons.model import Course
from lessons.overlay import Overlay, laid_over, read_overlay
from lessons.overlay import reading as overlays
from lessons.packing import archive, contents, digest, read_pack, unfold


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


def with_overlay(pack: Packed, overlay: bytes) -> Packed:
    """The pack with what lies upon it, and a digest that stands for both. Raises NoPack if that is no overlay's."""
    both = f"{pack.digest} {digest(overlay, overlays.PARTS)}"
    return Packed(sha256(both.encode()).hexdigest(), pack.pack, overlay)


def course_in(kept: Packed) -> Course:
    """The course in an edition that was kept, with what lies upon it; raises BrokenCourse where this version cannot
    read it, or the two do not fit together.
    """
    plain = _plain(kept, {})
    if not kept.overlay:
        return plain
    overlay = overlay_in(kept.overlay, plain)
    course = _plain(kept, dict(overlay.words)) if overlay.words else plain
    return laid_over(course, overlay)


def overlay_in(raw: bytes, course: Course) -> Overlay:
    """What lies upon this plain course; raises BrokenCourse where it does not fit it."""
    with TemporaryDirectory(prefix="kotsu-overlay-") as folder:
        unfold(contents(raw, overlays.PARTS), Path(folder))
        reading = read_overlay(Path(folder), course)
    if reading.overlay is None:
        raise BrokenCourse(reading.problems)
    return reading.overlay


def _plain(kept: Packed, own: Mapping[str, str]) -> Course:
    bundle = read_pack(kept.pack, own)
    if bundle.course is None:
        raise BrokenCourse(bundle.problems)
    return bundle.course
