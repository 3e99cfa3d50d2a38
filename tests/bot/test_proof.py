"""What a course is proved for before anybody is taught it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.proof import refusals
from lessons.library import load, read
from lessons.model import Lesson
from tests.lessons.test_broken_questions import NUMBER, SHORT, bundle_with

KINDS = Path(__file__).parents[1] / "courses" / "kinds"
TODAY = date(2026, 9, 7)


def test_every_kind_of_question_fits_on_both_platforms() -> None:
    assert refusals(read(KINDS), TODAY) == ()


def test_a_word_that_the_bot_listens_to_cannot_be_an_answer(tmp_path: Path) -> None:
    problems = refusals(read(bundle_with(tmp_path / "c", SHORT.replace("open data", "設定"))), TODAY)
    assert [str(each) for each in problems] == [
        "lessons/01.md:11: `設定` cannot be typed as an answer: the bot takes it for a wish: ask for another word"
    ]


def test_the_longest_number_and_its_unit_fit_too(tmp_path: Path) -> None:
    long = NUMBER.replace("12.5", "-999999999999.999999").replace("'%'", "年度末の立方メートル")
    assert refusals(read(bundle_with(tmp_path / "c", long)), TODAY) == ()


def test_what_does_not_fit_by_far_is_drawn_and_what_does_not_fit_at_all_is_refused() -> None:
    bundle, course = read(KINDS), load(KINDS)
    week, lesson = course.weeks[0], course.lessons[0]
    long, near = (replace(lesson, paragraphs=(text * times,)) for text, times in (("長", 12_000), ("長。", 1_300)))

    def said(changed: Lesson) -> set[str]:
        changed_course = replace(course, weeks=(replace(week, lessons=(changed,)),), readings=())
        return {each.what for each in refusals(replace(bundle, course=changed_course), TODAY)}

    assert {f"{platform} would refuse the lesson card (default, ja)" for platform in ("LINE", "Slack")} <= said(long)
    assert said(near) == set()


def test_each_page_of_a_questionnaire_is_proved_as_a_form() -> None:
    bundle = read(KINDS.parent / "assessed")
    assert bundle.course
    assert bundle.course.assessment
    first, *others = bundle.course.assessment.ratings
    crowded = replace(bundle.course.assessment, ratings=(replace(first, text="問" * 2_001), *others))

    problems = refusals(replace(bundle, course=replace(bundle.course, assessment=crowded)), TODAY)

    assert {each.file for each in problems} == {"assessment/questionnaire.yaml"}
    assert all("Slack would refuse the questionnaire (" in each.what for each in problems)
