"""Every mistake is caught: in its file, on its line, with a reason and a remedy, in both languages."""

from collections import Counter

import pytest

from lessons.hygiene.advice import wording
from lessons.hygiene.faults import UNTOLD
from tests.lessons.mistakes.every import EVERY, PAGE, page, report, said
from tests.lessons.mistakes.making import SOUND, Mistake

MISTAKES = [mistake for group in EVERY.values() for mistake in group]


def test_the_course_is_sound_before_the_mistake() -> None:
    assert report(SOUND, "ja").advice == ()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.rule}: {mistake.what}")
def test_a_mistake_is_caught_where_it_was_made(mistake: Mistake) -> None:
    for tongue in ("ja", "en"):
        advice, made = said(mistake, tongue)
        assert advice, [*made.advice]
        assert len({advice.what, advice.why, advice.fix}) == 3
        assert all(each.rule != UNTOLD for each in made.advice)


def test_there_are_many_and_each_is_another() -> None:
    assert len(MISTAKES) >= 60
    assert [what for what, times in Counter((each.what, each.file) for each in MISTAKES).items() if times > 1] == []


def test_every_rule_of_taste_has_its_mistake() -> None:
    rules = set(wording("ja")) - {"where", "report", "import"}
    assert rules <= {mistake.rule for mistake in MISTAKES}
    assert set(wording("en")) == set(wording("ja"))


def test_the_page_for_authors_shows_them_all() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.lessons.mistakes.every"
