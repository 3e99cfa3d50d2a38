"""A course in other languages: only the words differ, and every mistake has its place."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
import regex

from lessons.grading import grade
from lessons.library import BUILT_IN, library, load, read
from lessons.understanding import understand
from tests.lessons.bundles import MANIFEST, write

FILE: Final = "lessons/01.en.md"
READING: Final = """\
---
id: d01
title: The first day
objective: Say it.
your_section:
  default: An example for all.
questions:
  - id: d01-q1
    text: Which one?
    options:
      - text: The first
        why: Not so.
      - text: The second
        why: Just so.
      - text: The third
        why: Not so.
  - id: d01-q2
    text: Is it true?
    options:
      - text: "True"
        why: Just so.
      - text: "False"
        why: Not so.
---
The first paragraph.
"""
TITLE_ALONE: Final = READING[: READING.index("your_section")] + "---\n"
TITLES: Final = """\
readings:
  en:
    title: First steps
    description: One sentence.
    weeks: [Week one]
"""
IN_A_READING = {
    "another lesson's id": ("id: d01\n", "id: d02\n", 2, "the lesson's own file says `d01`"),
    "a question missing": (
        READING[READING.index("  - id: d01-q2") : READING.rindex("---")],
        "",
        7,
        "`d01-q2` is missing",
    ),
    "a question unknown": ("id: d01-q2", "id: d01-q9", 17, "no question `d01-q9`"),
    "an option too few": ("      - text: The third\n        why: Not so.\n", "", 10, "the lesson's own has 3"),
    "an option too many": ("The third\n", "The third\n        why: Not so.\n      - text: More\n", 10, "4 options"),
    "false before true": ('"True"', '"No"', 19, "not true, then false"),
    "what is right said again": (
        "        why: Just so.\n      - text: The third",
        "        why: Just so.\n        right: true\n      - text: The third",
        15,
        "unknown key `right`",
    ),
    "facts said again": ("objective:", "facts: []\nobjective:", 4, "unknown key `facts`"),
    "an example the lesson has not": ("  default: An", "  tax: Tax.\n  default: An", 6, "no sentence for `tax`"),
    "no title": ("title: The first day\n", "", 2, "no `title`"),
    "no text": ("The first paragraph.\n", "", 25, "the lesson has no text"),
    "a paragraph too long": ("The first paragraph.", "x" * 401, 25, "at most 400 fit"),
}
IN_THE_TITLES = {
    "too few weeks": ("[Week one]", "[Week one, Week two]", 16, "the course has 1"),
    "an unknown language": ("  en:", "  enn:", 13, "did you mean `en`?"),
    "its own language": ("  en:", "  ja:", 13, "in `ja` already"),
    "no description": ("    description: One sentence.\n", "", 14, "no `description`"),
}


def translated(folder: Path, *, reading: str = READING, titles: str = TITLES, name: str = FILE) -> Path:
    """The sound bundle with an English reading of its first lesson."""
    made = write(folder, manifest=MANIFEST.rstrip("\n") + "\n" + titles)
    (made / name).write_text(reading, encoding="utf-8")
    return made


def said(folder: Path) -> list[tuple[str, int, str]]:
    return [(each.file, each.line, f"{each.what}: {each.why}") for each in read(folder).problems]


def test_a_reading_has_its_own_words_and_the_same_answers(tmp_path: Path) -> None:
    course = load(translated(tmp_path / "c"))
    english = course.spoken("en")
    assert (english.title, english.weeks[0].title) == ("First steps", "Week one")
    first, own = english.lessons[0], course.lessons[0]
    assert (first.title, first.paragraphs, first.section("tax")) == (
        "The first day",
        ("The first paragraph.",),
        "An example for all.",
    )
    assert first.facts == own.facts
    for mine, theirs in zip(first.quizzes, own.quizzes, strict=True):
        assert [(o.label, o.right) for o in mine.options] == [(o.label, o.right) for o in theirs.options]
        for option in theirs.options:
            assert grade(mine, [option.label]).right == grade(theirs, [option.label]).right
            assert understand(mine, option.text) == understand(theirs, option.text) == (option.label,)


def test_what_is_not_translated_is_as_in_the_course_s_own_language(tmp_path: Path) -> None:
    course = load(translated(tmp_path / "c", titles=""))
    english = course.spoken("en")
    assert (english.title, english.weeks[0].title) == (course.title, course.weeks[0].title)
    assert english.lessons[0].title == "The first day"
    assert english.lessons[1].title == course.lessons[1].title
    assert course.spoken("easy") == course
    assert [lesson.number for lesson in english.lessons] == [1, 2]


def test_a_title_alone_names_the_lesson_and_leaves_it_in_the_course_s_own_words(tmp_path: Path) -> None:
    course = load(translated(tmp_path / "c", reading=TITLE_ALONE))
    own, english = course.lessons[0], course.spoken("en").lessons[0]
    assert (english.title, english.objective) == ("The first day", "Say it.")
    assert replace(english, title=own.title, objective=own.objective) == own


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        (READING[READING.index("your_section") : READING.index("questions")] + "---\n", {"`questions`", "no text"}),
        (READING[READING.index("questions") : READING.index("The first par")], {"`your_section`", "no text"}),
        ("---\nThe first paragraph.\n", {"`your_section`", "`questions`"}),
    ],
    ids=["sections", "questions", "text"],
)
def test_what_is_more_than_a_title_is_a_whole_reading(tmp_path: Path, more: str, missing: set[str]) -> None:
    found = said(translated(tmp_path / "c", reading=TITLE_ALONE.removesuffix("---\n") + more))
    assert len(found) == len(missing)
    assert all(any(each in words for *_, words in found) for each in missing), found


@pytest.mark.parametrize(("old", "new", "line", "what"), IN_A_READING.values(), ids=IN_A_READING.keys())
def test_a_mistake_in_a_reading(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in READING
    found = said(translated(tmp_path / "c", reading=READING.replace(old, new, 1)))
    assert any(file == FILE and at == line and what in words for file, at, words in found), found


@pytest.mark.parametrize(("old", "new", "line", "what"), IN_THE_TITLES.values(), ids=IN_THE_TITLES.keys())
def test_a_mistake_in_the_titles(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in TITLES
    found = said(translated(tmp_path / "c", titles=TITLES.replace(old, new, 1)))
    assert any(file == "course.yaml" and at == line and what in words for file, at, words in found), found


def test_a_reading_of_no_lesson_or_in_the_course_s_own_language(tmp_path: Path) -> None:
    (problem,) = said(translated(tmp_path / "c", name="lessons/09.en.md"))
    assert problem == (
        "lessons/09.en.md",
        1,
        "there is no `lessons/09.md`: a reading stands beside the lesson it reads",
    )
    (problem,) = said(translated(tmp_path / "d", name="lessons/01.ja.md"))
    assert problem == ("lessons/01.ja.md", 1, "the course is in `ja` already: a reading is in another language")


def test_the_built_in_course_shows_the_switch() -> None:
    course = library(BUILT_IN).course("jichitai-dx-kihon")
    titles = {language: course.spoken(language).lessons[0].title for language in ("ja", "easy", "en")}
    assert len(set(titles.values())) == len(titles)


def test_every_lesson_of_the_built_in_course_has_an_english_title() -> None:
    lessons = library(BUILT_IN).course("jichitai-dx-kihon").spoken("en").lessons
    japanese = [
        each.id for each in lessons if regex.search(r"[\p{Hiragana}\p{Katakana}\p{Han}]", each.title + each.objective)
    ]
    assert (len(lessons), japanese) == (40, [])
