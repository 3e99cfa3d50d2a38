"""Which edition of a course a cohort learns from: the one it began with, wherever the course has gone since."""

from datetime import datetime
from functools import partial

from lessons.editions import Packed
from lessons.library import Library
from lessons.model import Course
from lessons.shelf import course_in, with_overlay
from store.root import Root
from store.values import Cohort
from store.work import Work


def course_of(work: Work, library: Library, cohort: Cohort) -> Course:
    """The cohort's course. Read from what was kept once in a process, and without a statement after that; raises
    NoSuchCourse, and BrokenCourse where this version cannot read what an older one kept.
    """
    if not cohort.digest:
        return library.course(cohort.course)
    return library.edition(cohort.digest, partial(_read, work, cohort.digest))


def keep(work: Work, library: Library, course: Course, at: datetime) -> str:
    """Keep what is on the shelf for a cohort that begins with it, with what the organisation lays over it; returns its
    digest, empty where nothing is known to keep. Raises BrokenCourse where the two do not fit together.
    """
    packed = library.packed(course.id)
    if packed is None:
        return ""
    whole = laid(work, packed, course.id)
    library.edition(whole.digest, partial(course_in, whole))
    work.editions.keep(whole, course=course.id, edition=course.edition, at=at)
    return whole.digest


def laid(work: Work, packed: Packed, course: str) -> Packed:
    """The pack with what the organisation lays over this course now, if anything."""
    overlay = work.overlays.get(course)
    return with_overlay(packed, overlay) if overlay else packed


def adopt(root: Root, library: Library, at: datetime) -> int:
    """Cohorts from before editions were kept keep the one on the shelf now; returns how many. Twice adopts once."""
    works = [root.work(each.id) for each in root.organisations.all()]
    return sum(_adopted(work, library, cohort, at) for work in works for cohort in work.cohorts.all())


def _adopted(work: Work, library: Library, cohort: Cohort, at: datetime) -> bool:
    if cohort.digest or library.packed(cohort.course) is None:
        return False
    course = library.course(cohort.course)
    return work.cohorts.learn(cohort.id, keep(work, library, course, at), course.edition)


def _read(work: Work, digest: str) -> Course:
    return course_in(work.editions.get(digest))
