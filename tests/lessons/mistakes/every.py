"""All mistakes in one table, and the page that shows it: `python -m tests.lessons.mistakes.every` writes it."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bot.checking import Report, checked
from lessons.hygiene.advice import Advice, Grade
from tests.house.files import ROOT
from tests.lessons.mistakes.in_a_lesson import IN_A_LESSON, IN_A_QUESTION
from tests.lessons.mistakes.in_a_reading import IN_A_READING
from tests.lessons.mistakes.in_taste import EASY_TO_GUESS, HARD_TO_READ, MISLEADING
from tests.lessons.mistakes.in_the_frame import IN_THE_FACTS, IN_THE_GLOSSARY, IN_THE_MANIFEST
from tests.lessons.mistakes.making import DAY, SOUND, Files, Mistake, write

PAGE: Final = ROOT / "docs" / "mistakes.md"
EVERY: Final[Mapping[str, tuple[Mistake, ...]]] = {
    "表紙(course.yaml)": IN_THE_MANIFEST,
    "事実(facts.yaml)": IN_THE_FACTS,
    "用語集(glossary.yaml)": IN_THE_GLOSSARY,
    "レッスン": IN_A_LESSON,
    "問い": IN_A_QUESTION,
    "ほかのことば": IN_A_READING,
    "当てられる問い": EASY_TO_GUESS,
    "まぎらわしい問いと解説": MISLEADING,
    "読みにくさと字": HARD_TO_READ,
}
_INTRO: Final = """\
# 書く人がしやすいまちがいと、言われること

`kotsu course check` は、下のまちがいを、ファイルと行、何が、なぜ、どう直すかで知らせます。
**直す**は講座を始められないもの(終了コード 1)、**注意**は始められるけれど見直すとよいもの(`--strict` では 1)です。
この表は `kotsu course new` の見本の講座に、まちがいを1つずつ入れて作り、テストが確かめています。

*The mistakes that authors make, and what the checker says: each is made in the sample course and must be caught in
the right file, on the right line. With `--language en` the same is told in English.*
"""


def report(files: Files, tongue: str) -> Report:
    """What is said of the course with these files."""
    with TemporaryDirectory() as folder:
        return checked(write(files, Path(folder)), on=DAY, tongue=tongue)


@cache
def said(mistake: Mistake, tongue: str) -> tuple[Advice | None, Report]:
    """What is said of the mistake, if it is said at the right place; and all that is said."""
    files = mistake.make(SOUND)
    made, place = report(files, tongue), (mistake.rule, mistake.file, mistake.line(files))
    return next((each for each in made.advice if (each.rule, each.file, each.line) == place), None), made


def page() -> str:
    """The table as authors read it."""
    return "\n".join((_INTRO, *(line for group in EVERY for line in _section(group)))).rstrip("\n") + "\n"


def _section(group: str) -> Iterator[str]:
    yield from (f"## {group}", "", "| まちがい | 度合い | 言われること | どう直すか |", "|---|---|---|---|")
    for mistake in EVERY[group]:
        advice, _ = said(mistake, "ja")
        assert advice, mistake.what
        grade = "直す" if advice.grade is Grade.ERROR else "注意"
        yield f"| {mistake.what} | {grade} | {_cell(advice.what)} | {_cell(advice.fix)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
