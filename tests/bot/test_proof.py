"""What a course is proved for before anybody is taught it."""

from datetime import date
from pathlib import Path

from bot.proof import refusals
from lessons.library import read
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
