"""Right answers, wrong ones, and what people type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.grading import grade, understand
from lessons.model import Kind, Option, Quiz


def ask(kind: Kind, *options: tuple[str, str, bool]) -> Quiz:
    made = tuple(Option(label, text, right, why="") for label, text, right in options)
    return Quiz(id="q", kind=kind, text="", options=made, fact=None, scenario=False)


SINGLE = ask(
    Kind.SINGLE,
    ("A", "窓口で聞く", False),
    ("B", "アンケートを配る", True),
    ("C", "何もしない", False),
)
MULTIPLE = ask(
    Kind.MULTIPLE,
    ("A", "紙を減らす", True),
    ("B", "色を変える", False),
    ("C", "手順を減らす", True),
    ("D", "印を増やす", False),
)
TRUEFALSE = ask(Kind.TRUEFALSE, ("○", "正しい", False), ("×", "正しくない", True))
NUMBERS = ask(Kind.SINGLE, ("A", "3", False), ("B", "5", True), ("C", "44.2%", False))
QUIZZES = (SINGLE, MULTIPLE, TRUEFALSE, NUMBERS)


def test_the_right_option_is_right() -> None:
    verdict = grade(SINGLE, ["B"])
    assert verdict.right
    assert [option.label for option in verdict.chosen] == ["B"]
    assert verdict.missed == ()


def test_a_wrong_option_is_wrong_and_the_right_one_was_missed() -> None:
    verdict = grade(SINGLE, ["C"])
    assert not verdict.right
    assert [option.label for option in verdict.chosen] == ["C"]
    assert [option.label for option in verdict.missed] == ["B"]


@pytest.mark.parametrize(
    ("chosen", "right", "missed"),
    [
        ("AC", True, ""),
        ("CA", True, ""),
        ("A", False, "C"),
        ("ABC", False, ""),
        ("BD", False, "AC"),
        ("", False, "AC"),
        ("ACZ", False, ""),
    ],
)
def test_several_are_right_only_together_and_alone(chosen: str, *, right: bool, missed: str) -> None:
    verdict = grade(MULTIPLE, list(chosen))
    assert verdict.right is right
    assert "".join(option.label for option in verdict.missed) == missed


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "２",
        "B",
        "b",
        "Ｂ",
        "ｂ",
        "②",
        "2️⃣",
        "2番",
        "2番目",
        "B です",
        "Bです。",
        "B!",
        "(b)",
        "「B」",
        " B\n",
        "B\0",
        "答えはB",
        "Bだと思います",
        "アンケートを配る",
        "アンケートを配る。",
        "B アンケートを配る",
        "B. アンケートを 配る",
    ],
)
def test_all_this_means_b(text: str) -> None:
    assert understand(SINGLE, text) == ("B",)


@pytest.mark.parametrize(
    "text", ["", " ", "。", "D", "4", "0", "A C", "AB", "BB", "はい", "続き", "アンケート", "B" * 300]
)
def test_this_means_no_option_of_three(text: str) -> None:
    assert understand(SINGLE, text) is None


@pytest.mark.parametrize(
    "text", ["○", "◯", "〇", "⭕️", "まる", "マル", "ﾏﾙ", "はい", "正しい", "正しいです", "Yes", "TRUE", "1", "A"]
)
def test_all_this_means_true(text: str) -> None:
    assert understand(TRUEFALSE, text) == ("○",)


@pytest.mark.parametrize(
    "text", ["×", "✕", "✖", "✖️", "❌", "x", "X", "Ｘ", "ばつ", "バツ", "いいえ", "正しくない", "No", "false", "２", "b"]
)
def test_all_this_means_false(text: str) -> None:
    assert understand(TRUEFALSE, text) == ("×",)


@pytest.mark.parametrize(
    "text",
    [
        "A C",
        "AC",
        "ac",
        "CA",
        "1,3",
        "1、3",
        "１と３",
        "A、C",
        "A・C",
        "A/C",
        "A+C",
        "A and C",
        "AとCです",
        "1番と3番",
        "13",
        "①③",
        "A\nC",
        "A\u3000C",
    ],
)
def test_all_this_means_a_and_c(text: str) -> None:
    assert understand(MULTIPLE, text) == ("A", "C")


@pytest.mark.parametrize("text", ["A Z", "1-3", "A A", "AEC", "add", "15", "BとE"])
def test_this_means_nothing_where_several_may_be_picked(text: str) -> None:
    assert understand(MULTIPLE, text) is None


def test_one_may_be_picked_where_several_may() -> None:
    assert understand(MULTIPLE, "b") == ("B",)
    assert understand(MULTIPLE, "色を変える") == ("B",)


def test_what_could_mean_two_options_means_none() -> None:
    assert understand(NUMBERS, "3") is None
    assert understand(NUMBERS, "44.2%") == ("C",)
    assert understand(NUMBERS, "２") == ("B",)


strange = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.sampled_from("ABC123 、と○×はいです\0\u202e\u200d🏳️‍🌈﷽\ud800"), max_size=40),
    st.just("あ" * 5001),
    st.just("\u202eA\u2066"),
)


@settings(deadline=None)
@given(st.sampled_from(QUIZZES), strange)
def test_no_text_breaks_it_and_only_options_come_out(quiz: Quiz, text: str) -> None:
    labels = understand(quiz, text)
    known = [option.label for option in quiz.options]
    assert labels is None or labels == tuple(label for label in known if label in labels)
    assert labels is None or quiz.kind is Kind.MULTIPLE or len(labels) == 1
    assert labels is None or grade(quiz, labels).chosen
