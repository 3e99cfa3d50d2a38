"""The page that shows the built-in course at a glance is as the course is."""

import re
from pathlib import Path
from typing import Final

from lessons.library import BUILT_IN, load

DOCS: Final = Path(__file__).parents[2] / "docs"
PAGE: Final = (DOCS / "course.md").read_text(encoding="utf-8")


def test_every_week_and_lesson_stands_there_in_order() -> None:
    course = load(BUILT_IN / "jichitai-dx-kihon")
    weeks = (*course.weeks, *course.spoken("en").weeks)
    rows = [
        f"| {week.number} | {week.title} | {'<br>'.join(f'{each.number} {each.title}' for each in week.lessons)} |"
        for week in weeks
    ]

    assert [line for line in PAGE.splitlines() if "<br>" in line] == rows


def test_its_pictures_are_there_and_small() -> None:
    pictures = [DOCS / name for name in re.findall(r"\((images/[\w.-]+)\)", PAGE)]

    assert len(pictures) == 5
    assert [each.name for each in pictures if each.stat().st_size > 200_000] == []
