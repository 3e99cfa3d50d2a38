"""An edition is read once in a process, and means the same course for good."""

from collections.abc import Callable

import pytest

from lessons.editions import Editions
from lessons.library import BrokenCourse
from lessons.model import Course
from lessons.packing import pack
from lessons.shelf import course_in, packed, shelf
from tests.shelf import COURSES, EVERY_KIND, FIRST_WEEK


def reader(course: Course, read: list[str]) -> Callable[[], Course]:
    """Reads this course, and notes that it did."""

    def reads() -> Course:
        read.append(course.id)
        return course

    return reads


def test_each_edition_is_read_once_until_many_others_were_used() -> None:
    read: list[str] = []
    first, second = FIRST_WEEK.courses[0], EVERY_KIND.courses[0]
    editions = Editions(most=2)

    for digest, course in (("1", first), ("2", second), ("1", first), ("3", second), ("1", first), ("2", second)):
        assert editions.course(digest, reader(course, read)) is course

    assert read == [first.id, second.id, second.id, second.id], "2 made room for 3, and 1 never did"


def test_what_cannot_be_read_is_asked_for_again() -> None:
    editions = Editions()
    broken = packed(pack(COURSES / "kinds"))

    def fails() -> Course:
        raise BrokenCourse(())

    with pytest.raises(BrokenCourse):
        editions.course(broken.digest, fails)
    assert editions.course(broken.digest, lambda: course_in(broken)) == EVERY_KIND.courses[0]


def test_the_shelf_knows_its_own_packs_and_needs_to_read_none_of_them() -> None:
    there = shelf(COURSES)
    for course in there.courses:
        kept = there.packed(course.id)
        assert kept
        assert course_in(kept) == course
        assert there.edition(kept.digest, lambda: pytest.fail("read once more")) is course
    assert there.packed("no-such-course") is None


def test_an_edition_is_spoken_as_the_shelf_is() -> None:
    kept = FIRST_WEEK.packed(FIRST_WEEK.courses[0].id)
    assert kept
    english = FIRST_WEEK.spoken("en").edition(kept.digest, lambda: course_in(kept))
    assert english == FIRST_WEEK.courses[0].spoken("en")
    assert english != FIRST_WEEK.courses[0]
