"""Which course is rehearsed, and that one made up is as good as a real one."""

from datetime import date
from pathlib import Path

import pytest

from bot.proof import refusals
from bot.rehearsal.generated import generated
from bot.rehearsal.shelf import NoCourse, chosen
from lessons.library import BUILT_IN, read
from lessons.model import Kind


def test_a_course_made_up_is_whole_and_no_platform_would_refuse_it(tmp_path: Path) -> None:
    course = generated(tmp_path / "course", 12, seed=7)

    assert len(course.lessons) == 12
    assert {quiz.kind for lesson in course.lessons for quiz in lesson.quizzes} == set(Kind) - {Kind.REFLECTION}
    assert refusals(read(tmp_path / "course"), date(2026, 9, 7)) == ()


def test_the_shelf_serves_while_it_is_long_enough(tmp_path: Path) -> None:
    (first,) = chosen("", 5, 1, tmp_path).courses
    assert (first.id, first.assessment is None) == ("jichitai-dx-kihon", False)
    assert chosen("", 5, 1, tmp_path, assessments=False).courses[0].assessment is None
    assert len(chosen("", 50, 1, tmp_path).courses[0].lessons) == 50
    for wish in (first.id, str(BUILT_IN / first.id)):
        shelf = chosen(wish, 50, 1, tmp_path)
        assert (shelf.courses[0].id, shelf.packed(first.id) is not None) == (first.id, True), "a cohort keeps it"


def test_an_unknown_course_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoCourse, match="nothing-like-it"):
        chosen("nothing-like-it", 5, 1, tmp_path)
