"""The words of a course: where they may stand, how they are found, and what of them a card shows."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from lessons.cards.lesson import lesson_card
from lessons.glossary import ON_A_CARD, asked_for, met, new_in, resembling
from lessons.library import BUILT_IN, library, load, read
from lessons.phrases import phrases
from messages.message import Text
from tests.lessons.bundles import SECOND, write
from tests.shelf import FIRST_WEEK

COURSE: Final = FIRST_WEEK.courses[0]
TODAY: Final = date(2026, 9, 7)
WORDS: Final = """\
terms:
  - term: LGWAN
    yomi: えるじーわん
    says: 行政専用の網。
    lesson: d02
  - term: 段落
    yomi: だんらく
    says: 文のひとまとまり。
    lesson: d01
    also: [だんらく]
    readings:
      en: {term: paragraph, says: Some sentences that belong together.}
"""
WITH_THE_WORD: Final = SECOND + "ＬＧＷＡＮとＡＩのクラウドサービスの話。\n"
MISTAKES: Final = {
    "no list": (WORDS, "words: []\n", 1, "unknown key `words`"),
    "nothing in it": (WORDS, "terms: []\n", 1, "`terms` is no list, or an empty one"),
    "a key that is missing": ("    yomi: だんらく\n", "", 6, "no `yomi`"),
    "a key that nobody knows": ("yomi: だんらく", "yomi: だんらく\n    kana: だんらく", 8, "unknown key `kana`"),
    "a reading that is not kana": ("yomi: だんらく", "yomi: 段らく", 7, "is not kana"),
    "a line that is too long": ("文のひとまとまり。", "長い" * 31, 8, "`says` is 62 characters long"),
    "two lines": ("文のひとまとまり。", "|\n      ひとつ。\n      ふたつ。", 8, "several lines"),
    "a lesson that is not there": ("lesson: d01", "lesson: d09", 9, "there is no lesson `d09`"),
    "a lesson without the word": ("term: 段落", "term: 文章", 9, "does not stand in `d01`"),
    "a word that came earlier": ("lesson: d01", "lesson: d02", 9, "appears earlier"),
    "a part of a longer word": ("term: LGWAN", "term: クラウド", 5, "does not stand in `d02`"),
    "a word that is there twice": ("also: [だんらく]", "also: [ｌｇｗａｎ]", 6, "is there twice"),
    "a reading in the course's language": ("      en:", "      ja:", 12, "the course is in `ja` already"),
    "a reading without words": (", says: Some sentences that belong together.", "", 12, "no `says`"),
    "something that is not YAML": ("term: LGWAN", "term: [", 4, "not YAML"),
}


def said(folder: Path) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, f"{problem.what}: {problem.why}") for problem in read(folder).problems]


def with_words(folder: Path, words: str) -> Path:
    write(folder, second=WITH_THE_WORD)
    (folder / "glossary.yaml").write_text(words, encoding="utf-8")
    return folder


def test_the_glossary_is_sound_before_the_mistake(tmp_path: Path) -> None:
    course = load(with_words(tmp_path / "c", WORDS))
    assert [term.term for term in course.glossary] == ["LGWAN", "段落"]
    assert load(write(tmp_path / "without")).glossary == ()


@pytest.mark.parametrize(("old", "new", "line", "what"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_in_the_glossary(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in WORDS
    found = said(with_words(tmp_path / "c", WORDS.replace(old, new, 1)))
    assert any(file == "glossary.yaml" and at == line and what in words for file, at, words in found), found


@pytest.mark.parametrize("typed", ["個人情報", "こじんじょうほう", "コジンジョウホウ", " 個人 情報 ", "「個人情報」"])
def test_a_word_is_found_however_it_is_typed(typed: str) -> None:
    assert [term.term for term in asked_for(COURSE, typed)] == ["個人情報"]


def test_in_english_it_is_found_by_its_english_and_its_japanese_name() -> None:
    english = COURSE.spoken("en")
    for typed in ("Personal Data", "個人情報", "こじんじょうほう"):
        assert [(term.term, term.beside) for term in asked_for(english, typed)] == [("personal data", "個人情報")]
    assert [term.term for term in asked_for(english, "機密")] == ["機密"], "what has no English keeps its own words"


def test_what_is_not_there_may_resemble_something() -> None:
    assert not asked_for(COURSE, "情報")
    assert [term.term for term in resembling(COURSE, "情報")] == ["個人情報"]
    assert [term.term for term in resembling(COURSE, "データアカデミーの研修")] == ["データアカデミー"]
    assert not resembling(COURSE, "🌸")
    assert not resembling(COURSE, "報")


def test_only_what_came_was_met() -> None:
    weeks = [(week.number, [term.term for term in terms]) for week, terms in met(COURSE, frozenset({1, 3}))]
    assert weeks == [(1, ["個人情報", "機密"])]
    assert [*met(COURSE, frozenset())] == []


def test_a_card_shows_the_new_words_small_at_its_foot() -> None:
    say = phrases("ja")
    blocks = lesson_card(COURSE, COURSE.lessons[1], family="default", today=TODAY, say=say)
    foot = [block.body for block in blocks if isinstance(block, Text) and block.body.startswith("ことば")]
    assert foot == [
        "ことば\nDX(でぃーえっくす): デジタルによる変革。\n電子化(でんしか): 紙の情報を、データに変えること。"
    ]
    third = lesson_card(COURSE, COURSE.lessons[2], family="default", today=TODAY, say=say)
    assert not [block for block in third if isinstance(block, Text) and block.body.startswith("ことば")]


def test_kana_is_not_repeated_beside_a_word_in_kana() -> None:
    blocks = lesson_card(COURSE, COURSE.lessons[3], family="default", today=TODAY, say=phrases("ja"))
    assert any(isinstance(block, Text) and "\nデータアカデミー: データを" in block.body for block in blocks)


def test_the_built_in_course_explains_its_words_in_both_languages() -> None:
    for course in library(BUILT_IN).courses:
        assert len(course.glossary) >= 80
        assert all(1 <= len(new_in(course, lesson)) <= ON_A_CARD for lesson in course.lessons)
        english = {term.lesson: term for term in course.spoken("en").glossary}
        assert all(term.says.isascii() or "①" in term.says or "②" in term.says for term in english.values())
