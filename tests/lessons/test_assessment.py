"""What a course asks before and after: read, told in other languages, and every mistake in it named with its place."""

import shutil
from pathlib import Path

import pytest

from lessons.assessment import KnowledgeForm, Occasion, Part, first_form
from lessons.library import read
from tests.shelf import ASSESSED, COURSES

ASKED = ASSESSED.courses[0].assessment
QUESTIONNAIRE, FIRST, SECOND = (f"assessment/{name}.yaml" for name in ("questionnaire", "form-a", "form-b"))
ENGLISH = "assessment/questionnaire.en.yaml"


def test_the_plan_says_what_is_asked_when() -> None:
    assert ASKED is not None
    assert [(stage.occasion, stage.lesson, stage.days) for stage in ASKED.plan] == [
        (Occasion.BEFORE, None, None),
        (Occasion.MIDDLE, 2, None),
        (Occasion.AFTER, 3, None),
        (Occasion.QUARTER, None, 90),
        (Occasion.HALF_YEAR, None, 180),
    ]


def test_the_then_test_asks_the_same_under_another_name() -> None:
    assert ASKED is not None
    now, then = (ASKED.items(part, KnowledgeForm.A) for part in (Part.SELF, Part.THEN))
    assert [(item.text, item.marks) for item in now] == [(item.text, item.marks) for item in then]
    assert [item.id for item in then] == ["then-s1", "then-s2"]


def test_one_half_begins_with_each_form() -> None:
    forms = [first_form(enrolment) for enrolment in range(10)]
    assert forms.count(KnowledgeForm.A) == forms.count(KnowledgeForm.B) == 5


def test_only_knowledge_is_right_or_wrong() -> None:
    assert ASKED is not None
    median, rating = ASKED.knowledge(KnowledgeForm.B)[0], ASKED.ratings[0]
    assert (median.right("A"), median.right("B"), rating.right("5")) == (True, False, None)
    assert median.takes("C")
    assert not median.takes("D")


def test_it_is_asked_in_the_learners_language_where_it_can_be() -> None:
    spoken = ASSESSED.courses[0].spoken("en").assessment
    assert spoken is not None
    assert spoken.ratings[1].text == "I speak in figures."
    assert spoken.ratings[1].marks[4].text == "very much"
    assert spoken.behaviour[0].marks[0].text == "Yes"
    assert spoken.knowledge(KnowledgeForm.A)[0].text == "1、2、9の中央値はどれですか。"


@pytest.mark.parametrize(
    "mistake",
    [
        (QUESTIONNAIRE, "とてもそう]", "とてもそう, もっと]", 1, "6 steps"),
        (QUESTIONNAIRE, "d: data", "d: base", 4, "none of the three Ds"),
        (QUESTIONNAIRE, "id: s2", "id: s1", 4, "the id `s1` is taken"),
        (QUESTIONNAIRE, "recommend:", "recomend:", 7, "did you mean `recommend`?"),
        (QUESTIONNAIRE, "lesson: t02", "lesson: t09", 11, "there is no lesson `t09`"),
        (QUESTIONNAIRE, "days: 90", "days: 900", 13, "`days` is 900"),
        (QUESTIONNAIRE, "occasion: before, parts", "occasion: before, days: 3, parts", 10, "has no `days`"),
        (QUESTIONNAIRE, "occasion: half-year", "occasion: quarter", 14, "planned twice"),
        (QUESTIONNAIRE, "parts: [self, behaviour, knowledge]", "parts: [self, quiz]", 10, "`quiz` is not known"),
        (FIRST, "    difficulty: 1", "    difficulty: 4", 5, "`difficulty` is 4"),
        (FIRST, '{text: "1"}, ', "", 8, "the item has 2 options"),
        (FIRST, "借りる, right: true", "借りる", 15, "0 options are right"),
        (FIRST, '{text: "1"}', '{text: "2"}', 8, "`2` is there twice"),
        (FIRST, "text: クラウドはどれですか。", f"text: {'長' * 101}", 14, "101 characters long"),
        (
            FIRST,
            "    text: クラウドはどれですか。",
            "    text: 1日目の話は、ためしの話か。",
            9,
            "asks what the lessons ask",
        ),
        (SECOND, "topic: median", "topic: mean", 2, "differ in topic"),
        (SECOND, "difficulty: 2", "difficulty: 3", 9, "differ in difficulty"),
        (ENGLISH, "id: s2", "id: s3", 4, "the id is `s3`"),
        (ENGLISH, "  - {id: b1, text: I reviewed one way of working.}", "  []", 5, "no list"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, mistake: tuple[str, str, str, int, str]) -> None:
    file, before, after, line, what = mistake
    folder = tmp_path / "course"
    shutil.copytree(COURSES / "assessed", folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")

    problems = read(folder).problems

    assert any((each.file, each.line) == (file, line) and what in each.what + each.why for each in problems), problems


def test_a_form_that_is_missing_is_missed(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    shutil.copytree(COURSES / "assessed", folder)
    (folder / SECOND).unlink()
    assert [each.file for each in read(folder).problems] == [SECOND]
