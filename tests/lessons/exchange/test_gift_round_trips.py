"""What goes out as GIFT comes back as it was, or differs exactly as was said."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.exchange.gift import losses, read, write
from lessons.exchange.sheaf import Draft, drafted
from lessons.library import BUILT_IN, load
from lessons.model import Course, Kind, Option, Quiz
from tests.lessons.exchange.questions import course_of, fact_called, quizzes
from tests.shelf import COURSES


@pytest.mark.parametrize("folder", [COURSES / "kinds", COURSES / "first-week", BUILT_IN / "jichitai-dx-kihon"])
def test_a_course_comes_back_whole(folder: Path) -> None:
    course = load(folder)

    assert _back(course) == _own(course)
    assert all(loss.carried for loss in losses(course))


@given(st.lists(quizzes(), min_size=1, max_size=4, unique_by=lambda quiz: quiz.id))
@settings(max_examples=100, deadline=None)
def test_any_words_come_back_or_are_named(found: list[Quiz]) -> None:
    course = course_of(*found)

    changed = {loss.quiz for loss in losses(course) if not loss.carried}
    pairs = zip(_own(course), _back(course), strict=True)
    assert {own.id for own, back in pairs if own != back} == changed


def test_what_moodle_passes_over_is_named_and_carried() -> None:
    course = load(COURSES / "kinds")

    said = {(loss.quiz, loss.what) for loss in losses(course)}
    assert ("k01-number", "the unit of the number") in said
    assert ("k01-order", "what is said after the answer") in said
    assert ("k02-scale", "what the ends of the scale mean") in said
    assert any(quiz == "k02-poll" and "nothing is right" in what for quiz, what in said)
    assert {quiz for quiz, what in said if "comes from" in what} == {
        quiz.id for lesson in course.lessons for quiz in lesson.quizzes if quiz.fact
    }


@pytest.mark.parametrize("right", range(1, 6))
def test_weights_are_written_as_moodle_reads_them(right: int) -> None:
    """It knows one to three digits, perhaps some behind a point, and takes anything else for words."""
    options = tuple(Option(label, label, right=place < right, why="そうです。") for place, label in enumerate("ABCDE"))
    quiz = Quiz("q1", Kind.MULTIPLE, "どれですか。", options, fact_called("guide"), scenario=False)

    weights = re.findall(r"~(%.*?%)", write(course_of(quiz)))

    assert len(weights) == len(options)
    assert all(re.fullmatch(r"%-?\d{1,3}(\.\d+)?%", each) for each in weights), weights


def test_a_step_that_moodle_would_misread_is_written_otherwise_and_named() -> None:
    (quiz,) = (quiz for quiz in load(COURSES / "kinds").lessons[0].quizzes if quiz.kind is Kind.ORDERING)
    first, *rest = quiz.options
    changed = course_of(replace(quiz, options=(replace(first, text="{町名}を書く"), *rest)))

    (loss,) = (loss for loss in losses(changed) if not loss.carried)
    assert loss.quiz == "k01-order"
    assert "｛町名｝を書く" in write(changed)


def _back(course: Course) -> list[Draft]:
    return list(read(write(course).encode(), "moodle.txt", language=course.language).drafts)


def _own(course: Course) -> list[Draft]:
    return [drafted(quiz) for lesson in course.lessons for quiz in lesson.quizzes]
