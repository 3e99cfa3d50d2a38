"""Every mistake is caught: in its file, on its line, with a reason and a remedy, in both languages."""

from collections import Counter
from pathlib import Path

import pytest

from lessons.hygiene.advice import wording
from lessons.hygiene.faults import UNTOLD
from tests.lessons.mistakes.every import EVERY, PAGE, caught, page, report
from tests.lessons.mistakes.making import SOUND, Mistake

MISTAKES = [mistake for group in EVERY.values() for mistake in group]


def test_the_course_is_sound_before_the_mistake(tmp_path: Path) -> None:
    assert report(SOUND, tmp_path).advice == ()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.rule}: {mistake.what}")
def test_a_mistake_is_caught_where_it_was_made(tmp_path: Path, mistake: Mistake) -> None:
    files = mistake.make(SOUND)
    said = {tongue: report(files, tmp_path / tongue, tongue) for tongue in ("ja", "en")}
    found = {tongue: caught(mistake, each, files) for tongue, each in said.items()}

    assert all(found.values()), [*said["en"].advice]
    assert all(len({each.what, each.why, each.fix}) == 3 for each in found.values() if each)
    assert all(each.rule != UNTOLD for made in said.values() for each in made.advice)


def test_there_are_many_and_each_is_another() -> None:
    assert len(MISTAKES) >= 60
    assert [what for what, times in Counter((each.what, each.file) for each in MISTAKES).items() if times > 1] == []


def test_every_rule_of_taste_has_its_mistake() -> None:
    rules = set(wording("ja")) - {"where", "report"}
    assert rules <= {mistake.rule for mistake in MISTAKES}
    assert set(wording("en")) == set(wording("ja"))


def test_the_page_for_authors_shows_them_all() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.lessons.mistakes.every"
