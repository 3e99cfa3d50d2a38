"""Which course is rehearsed, and that one made up is as good as a real one."""

from datetime import date
from pathlib import Path

import pytest

from bot.proof import refusals
from bot.rehearsal.generated import generated
from bot.rehearsal.shelf import NoCourse, chosen
from lessons.library import BUILT_IN, read
from lessons.model import Kind
from tests.rehearsal.course import COURSE


def test_a_course_made_up_is_whole_and_no_platform_would_refuse_it(tmp_path: Path) -> None:
    course = generated(tmp_path / "course", 12, seed=7)

    assert len(course.lessons) == 12
    assert {quiz.kind for lesson in course.lessons for quiz in lesson.quizzes} == set(Kind) - {Kind.REFLECTION}
    assert refusals(read(tmp_path / "course"), date(2026, 9, 7)) == ()


def test_the_shelf_serves_while_it_is_long_enough(tmp_path: Path) -> None:
    assert chosen("", 5, 1, tmp_path).id == COURSE.id
    assert len(chosen("", 40, 1, tmp_path).lessons) == 40
    assert chosen(COURSE.id, 40, 1, tmp_path).id == COURSE.id
    assert chosen(str(BUILT_IN / COURSE.id), 40, 1, tmp_path).id == COURSE.id


def test_an_unknown_course_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoCourse, match="nothing-like-it"):
        chosen("nothing-like-it", 5, 1, tmp_path)
