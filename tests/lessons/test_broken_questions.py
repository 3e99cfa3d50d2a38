"""One mistake in a question of each newer kind, and where it is said to be; and how orders are shown."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.bundle.options import shuffled
from lessons.library import load, read
from lessons.model import Kind, Option, Quiz
from tests.lessons.bundles import LESSON, write

BEFORE, AFTER = LESSON[: LESSON.index("  - id: d01-q1")], LESSON[LESSON.index("---\nひとつめ") :]
FIRST_LINE = BEFORE.count("\n") + 1
HEAD = "  - id: d01-q1\n    kind: {kind}\n    fact: law\n    text: どうですか。\n"
ORDERING = HEAD.format(kind="ordering") + (
    "    options:\n      - text: 聞く\n      - text: 数える\n      - text: 選ぶ\n    why: この順です。\n"
)
NUMBER = HEAD.format(kind="number") + (
    "    number:\n      value: 12.5\n      tolerance: 0.5\n      unit: '%'\n    why: 割り算です。\n"
)
SHORT = (
    HEAD.format(kind="short") + "    accepted:\n      - オープンデータ\n      - open data\n    why: そう呼びます。\n"
)
POLL = HEAD.format(kind="poll") + "    options:\n      - text: 書類\n      - text: 会議\n    why: どちらも。\n"
SCALE = HEAD.format(kind="scale") + "    low: まだ\n    high: とても\n    why: また来週。\n"
THOUGHT = HEAD.format(kind="reflection") + "    why: 記録になります。\n"

MISTAKES = {
    "an order without a reason": (ORDERING, "    why: この順です。\n", "", 0, "has no `why`"),
    "an order of two": (ORDERING, "      - text: 選ぶ\n", "", 4, "2 options: `ordering` wants 3 to 5"),
    "an order with a right option": (
        ORDERING,
        "      - text: 選ぶ\n",
        "      - text: 選ぶ\n        right: true\n",
        8,
        "an option of `ordering` has no `right`",
    ),
    "an order with reasons for each": (
        ORDERING,
        "      - text: 選ぶ\n",
        "      - text: 選ぶ\n        why: 最後。\n",
        8,
        "has no `why`: the order they are written in is the right one",
    ),
    "an order with the same thing twice": (ORDERING, "数える", "聞く", 5, "`聞く` is there twice"),
    "an order without options": (ORDERING, ORDERING[ORDERING.index("    options") :], "", 0, "has no `options`"),
    "a number that is not there": (NUMBER, NUMBER[NUMBER.index("    number") :], "    why: あ\n", 0, "has no `number`"),
    "a number without a value": (NUMBER, "      value: 12.5\n", "", 5, "`number` has no `value`"),
    "a number in words": (NUMBER, "12.5", "十二", 5, "`value` is no plain number"),
    "a number with a comma": (NUMBER, "12.5", "'1,250'", 5, "`value` is no plain number"),
    "a number with its unit": (NUMBER, "12.5", "12.5%", 5, "`value` is no plain number"),
    "a number that is a list": (NUMBER, "12.5", "[12]", 5, "`value` is no plain number"),
    "a negative tolerance": (NUMBER, "0.5\n", "-0.5\n", 6, "`tolerance` is -0.5"),
    "a unit with a digit": (NUMBER, "'%'", "10人", 7, "`unit` has a digit in it"),
    "a unit too long": (NUMBER, "'%'", "人" * 11, 7, "11 characters long"),
    "a misspelt tolerance": (NUMBER, "tolerance", "tolerence", 6, "did you mean `tolerance`?"),
    "a number with options": (
        NUMBER,
        "    number:",
        "    options: []\n    number:",
        4,
        "`number` has no `options`: it has number, why",
    ),
    "a number without a reason": (NUMBER, "    why: 割り算です。\n", "", 0, "has no `why`"),
    "nothing accepted": (SHORT, "      - オープンデータ\n      - open data\n", "", 4, "`accepted` is no list"),
    "a number accepted without quotes": (SHORT, "open data", "2040", 6, "read as a number"),
    "an answer too long": (SHORT, "open data", "長" * 41, 6, "41 characters long"),
    "an answer of marks": (SHORT, "open data", "'…!'", 6, "has no letter or digit in it"),
    "an answer that sounds the same": (SHORT, "open data", "おーぷん・でーた", 6, "is accepted already"),
    "a word without a reason": (SHORT, "    why: そう呼びます。\n", "", 0, "has no `why`"),
    "a poll of one": (POLL, "      - text: 会議\n", "", 4, "1 options: `poll` wants 2 to 5"),
    "a poll with a right answer": (
        POLL,
        "      - text: 会議\n",
        "      - text: 会議\n        right: true\n",
        7,
        "an option of `poll` has no `right`: every answer is welcome",
    ),
    "a poll with a fact that is none": (POLL, "fact: law", "fact: lwa", 2, "`lwa` is no fact here"),
    "a poll whose last word is too long": (POLL, "どちらも。", "長" * 161, 7, "161 characters long"),
    "a scale without an end": (SCALE, "    high: とても\n", "", 0, "has no `high`"),
    "a scale of one word": (SCALE, "とても", "まだ", 5, "`low` and `high` say the same"),
    "a scale with options": (SCALE, "    low", "    options: []\n    low", 4, "`scale` has no `options`"),
    "an end too long": (SCALE, "とても", "と" * 21, 5, "21 characters long"),
    "a thought with a right answer": (THOUGHT, "    why", "    accepted: [あ]\n    why", 4, "has no `accepted`"),
    "a choice with a reason for all": (
        LESSON[LESSON.index("  - id: d01-q1") : LESSON.index("  - id: d01-q2")],
        "    options:",
        "    why: まとめ。\n    options:",
        5,
        "`single` has no `why`: it has options",
    ),
}


def bundle_with(folder: Path, question: str) -> Path:
    return write(folder, first=f"{BEFORE}{question}{AFTER}")


def only(folder: Path, question: str) -> Quiz:
    return load(bundle_with(folder, question)).lessons[0].quizzes[0]


@pytest.mark.parametrize(("question", "old", "new", "line", "what"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_in_a_question(tmp_path: Path, *, question: str, old: str, new: str, line: int, what: str) -> None:
    assert old in question
    assert read(bundle_with(tmp_path / "sound", question)).problems == ()
    problems = read(bundle_with(tmp_path / "broken", question.replace(old, new, 1))).problems
    said = [(each.file, each.line, f"{each.what}: {each.why}") for each in problems]
    assert any(f == "lessons/01.md" and at == FIRST_LINE + line and what in words for f, at, words in said), said


def test_an_order_is_shown_shuffled_and_its_answer_is_as_it_was_written(tmp_path: Path) -> None:
    quiz = only(tmp_path / "c", ORDERING)
    assert [option.label for option in quiz.options] == ["A", "B", "C"]
    assert [option.text for option in quiz.options] != ["聞く", "数える", "選ぶ"]
    found = [option.text for label in quiz.order if (option := quiz.option(label))]
    assert found == ["聞く", "数える", "選ぶ"]
    assert (quiz.why, quiz.right) == ("この順です。", ())


def test_a_number_a_word_an_opinion_a_step_and_a_thought_are_read_as_written(tmp_path: Path) -> None:
    number = only(tmp_path / "n", NUMBER).number
    assert number
    assert (number.value, number.tolerance, number.unit) == (Decimal("12.5"), Decimal("0.5"), "%")
    assert only(tmp_path / "s", SHORT).accepted == ("オープンデータ", "open data")
    assert [option.text for option in only(tmp_path / "p", POLL).options] == ["書類", "会議"]
    steps = only(tmp_path / "l", SCALE).options
    assert [(step.label, step.text) for step in steps] == [*zip("12345", ("まだ", "", "", "", "とても"), strict=True)]
    assert (only(tmp_path / "t", THOUGHT).kind, only(tmp_path / "t2", THOUGHT).options) == (Kind.REFLECTION, ())


@pytest.mark.parametrize("question", [POLL, SCALE, THOUGHT])
def test_where_nothing_is_right_neither_a_fact_nor_a_last_word_is_needed(tmp_path: Path, question: str) -> None:
    without = question.replace("    fact: law\n", "").splitlines(keepends=True)
    quiz = only(tmp_path / "c", "".join(line for line in without if "why" not in line))
    assert (quiz.fact, quiz.why) == (None, "")


@given(st.integers(3, 5), st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True))
def test_no_order_is_ever_shown_in_the_right_one(many: int, quiz: str) -> None:
    written = [Option("?", f"{number}", right=False, why="") for number in range(many)]
    shown, order = shuffled(written, quiz)
    assert [option.label for option in shown] == [*"ABCDE"[:many]]
    assert order != tuple("ABCDE"[:many])
    texts = {option.label: option.text for option in shown}
    assert [texts[label] for label in order] == [option.text for option in written]
    assert shuffled(written, quiz) == (shown, order), "the same whenever it is read"
