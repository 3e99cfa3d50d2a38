"""The review of the built-in course is about the course as it is: every lesson, every fact, no other."""

import re

from lessons.library import BUILT_IN, load
from tests.house.files import ROOT

PAGE = (ROOT / "docs" / "course-review.md").read_text(encoding="utf-8")
COURSE = load(BUILT_IN / "jichitai-dx-kihon")


def test_every_lesson_has_its_row_in_order() -> None:
    rows = re.findall(r"^\| (\d+) (.+?) \| `", PAGE, re.MULTILINE)

    assert rows == [(str(lesson.number), lesson.title) for lesson in COURSE.lessons]


def test_every_fact_has_its_verdict_once() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| ([0-9, ]+) \|", PAGE, re.MULTILINE)
    days: dict[str, list[str]] = {}
    for lesson in COURSE.lessons:
        for fact in lesson.facts:
            days.setdefault(fact.id, []).append(str(lesson.number))

    assert rows == [(key, ", ".join(numbers)) for key, numbers in days.items()]


def test_the_figures_are_those_of_the_course() -> None:
    quizzes = [quiz for lesson in COURSE.lessons for quiz in lesson.quizzes]
    scenes = sum(quiz.scenario for quiz in quizzes)

    assert f"| {len(COURSE.lessons)}, {len(quizzes)}:" in PAGE
    assert f"| {scenes} of {len(quizzes)} " in PAGE
    assert f"| words explained | {len(COURSE.glossary)}," in PAGE
