"""Orders, numbers, short texts, opinions: what people type, and what it is worth."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lessons.grading import fits, grade, understand
from lessons.model import Kind, Number, Option, Quiz
from lessons.understanding import MOST, folded
from lessons.understanding.amount import amount, written


def ask(kind: Kind, *texts: str, order: str = "", number: Number | None = None, accepted: tuple[str, ...] = ()) -> Quiz:
    labels = "12345" if kind is Kind.SCALE else "ABCDE"
    options = tuple(Option(label, text, right=False, why="") for label, text in zip(labels, texts, strict=False))
    return Quiz("q", kind, "", options, None, scenario=False, order=tuple(order), number=number, accepted=accepted)


ORDER = ask(Kind.ORDERING, "数える", "選ぶ", "聞く", order="CAB")
PERCENT = ask(Kind.NUMBER, number=Number(Decimal("12.5"), Decimal("0.5"), "%"))
PEOPLE = ask(Kind.NUMBER, number=Number(Decimal(12_000), Decimal(0), "人"))
WORD = ask(Kind.SHORT, accepted=("オープンデータ", "open data"))
POLL = ask(Kind.POLL, "書類", "会議", "電話")
SCALE = ask(Kind.SCALE, "まだこれから", "", "", "", "とても")
THOUGHT = ask(Kind.REFLECTION)
QUIZZES = (ORDER, PERCENT, PEOPLE, WORD, POLL, SCALE, THOUGHT)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "C A B",
            "CAB",
            "cab",
            "ＣＡＢ",
            "C→A→B",
            "C > A > B",
            "C-A-B",
            "C、A、B",
            "C,A,B",
            "CとAとB",
            "C then A then B",
        ),
        *("3 1 2", "312", "３１２", "③①②", "3番、1番、2番", "3番目→1番目→2番目", "3️⃣1️⃣2️⃣"),
        *("ウアイ", "ウ→ア→イ", "ｳ ｱ ｲ", "CABです。", "答えはCABだと思います", "C\nA\nB", "C\u3000A\u3000B"),
    ],
)
def test_all_this_is_the_order_c_a_b(text: str) -> None:
    assert understand(ORDER, text) == ("C", "A", "B")


@pytest.mark.parametrize(
    "text", ["", "C", "CA", "CABA", "CCA", "CAD", "4 1 2", "C1B2", "聞く", "ABCDE", "はい", "C" * 300]
)
def test_this_is_no_order_of_three(text: str) -> None:
    assert understand(ORDER, text) is None


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("1234.5", "", "1234.5"),
        ("1,234.5", "", "1234.5"),
        ("１，２３４．５", "", "1234.5"),
        ("12.50", "", "12.5"),
        ("007", "", "7"),
        (".5", "", "0.5"),
        ("0", "", "0"),
        ("-0", "", "0"),
        ("-5", "", "-5"),
        ("−5", "", "-5"),
        ("▲5", "", "-5"),
        ("+5", "", "5"),
        ("約12", "", "12"),
        ("およそ 12くらい", "", "12"),
        ("about 12", "", "12"),
        ("「12」", "", "12"),
        ("12!", "", "12"),
        ("答えは12です。", "", "12"),
        ("12だと思います", "", "12"),
        ("12 or so", "", "12"),
        ("12.5%", "%", "12.5"),
        ("12.5％", "%", "12.5"),
        ("12.5 パーセントくらいです", "%", "12.5"),
        ("12.5", "%", "12.5"),
        ("30分間", "分", "30"),
        ("30分ほど", "分", "30"),
        ("20名", "人", "20"),
        ("20人", "名", "20"),
        ("3ヶ月", "か月", "3"),
        ("1.2万人", "人", "12000"),
        ("１万２千", "人", "12000"),
        ("5千円", "円", "5000"),
        ("2千万円", "円", "20000000"),
        ("1億2千万円", "円", "120000000"),
        ("5万円", "万円", "5"),
        ("5万", "万円", "5"),
        ("5", "万円", "5"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, unit: str, number: str) -> None:
    assert amount(text, unit) == (number,)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *(
            (text, "%")
            for text in ("", "%", "十二", "12人", "12 13", "12〜13", "12,5", "1.2.3", "12%13%", "12割", "1e5")
        ),
        *(
            (text, "")
            for text in ("12分後に戻ります", "A", "0x10", "1,23,456", "12/25", "3万4万", "5百千", "9" * 16, "1 .5")
        ),
        ("いま12番窓口です", "人"),
        ("9月7日", "日"),
    ],
)
def test_this_is_not_one_number(text: str, unit: str) -> None:
    assert amount(text, unit) is None


@pytest.mark.parametrize(
    ("given", "right"),
    [("12", True), ("13", True), ("12.5", True), ("11.9", False), ("13.01", False), ("-12.5", False)],
)
def test_a_number_is_right_within_its_tolerance(given: str, *, right: bool) -> None:
    assert grade(PERCENT, understand(PERCENT, given) or ()).right is right


@pytest.mark.parametrize(
    "text",
    [
        *(
            "オープンデータ",
            "おーぷんでーた",
            "ｵｰﾌﾟﾝﾃﾞｰﾀ",
            "オープン データ",
            "オープン・データ",
            "「オープンデータ」です。",
        ),
        *(
            "答えはオープンデータだと思います",
            "オープンデータ!",
            "Open Data",
            "ＯＰＥＮ　ＤＡＴＡ",
            "open-data",
            "OpenData",
        ),
    ],
)
def test_all_this_is_the_same_word(text: str) -> None:
    assert grade(WORD, understand(WORD, text) or ()).right is True


@pytest.mark.parametrize("text", ["ビッグデータ", "データ", "オープン", "わからない", "12", "DX"])
def test_another_word_is_an_answer_and_not_right(text: str) -> None:
    assert understand(WORD, text) == (text,)
    assert grade(WORD, (text,)).right is False


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "。",
        "🤔",
        "???",
        "いま窓口です。あとで!",
        "ええと、ちょっと待って",
        "あれ\nそれ",
        "長" * 31,
        "デ" * 5001,
    ],
)
def test_a_sentence_a_picture_or_nothing_is_no_word(text: str) -> None:
    assert understand(WORD, text) is None


def test_what_is_accepted_may_be_a_long_sentence_with_a_comma() -> None:
    phrase = "だれでも、いつでも、どこからでも使えるようにすること、という考え方"
    assert understand(ask(Kind.SHORT, accepted=(phrase,)), f" {phrase} ") == (phrase,)


def test_a_word_that_ends_like_a_polite_one_is_not_cut() -> None:
    body = ask(Kind.SHORT, accepted=("からだ",))
    assert grade(body, ("からだ",)).right is True
    assert grade(body, ("から",)).right is False


@pytest.mark.parametrize("text", ["4", "４", "4番", "４番です", "④", "4点", "「4」"])
def test_all_this_is_the_fourth_step(text: str) -> None:
    assert understand(SCALE, text) == ("4",)


@pytest.mark.parametrize("text", ["0", "6", "a", "d", "3.5", "34", "1 2", "まあまあ", ""])
def test_this_is_no_step(text: str) -> None:
    assert understand(SCALE, text) is None


def test_the_words_of_an_end_are_its_step() -> None:
    assert understand(SCALE, "とても") == ("5",)
    assert understand(SCALE, "まだこれから。") == ("1",)


def test_an_opinion_is_given_like_a_single_choice_and_is_neither_right_nor_wrong() -> None:
    assert understand(POLL, "2番です") == understand(POLL, "会議") == ("B",)
    verdict = grade(POLL, ("B",))
    assert verdict.right is None
    assert [option.text for option in verdict.chosen] == ["会議"]
    assert grade(SCALE, ("4",)).right is None


def test_only_the_whole_order_is_right_and_it_is_kept_as_given() -> None:
    assert grade(ORDER, ("C", "A", "B")).right is True
    wrong = grade(ORDER, ("A", "C", "B"))
    assert wrong.right is False
    assert [option.label for option in wrong.chosen] == ["A", "C", "B"]
    assert grade(ORDER, ("C", "A")).right is False


@pytest.mark.parametrize(
    ("quiz", "given", "fit"),
    [
        (ORDER, "CAB", True),
        (ORDER, "CA", False),
        (ORDER, "CAA", False),
        (ORDER, "CABA", False),
        (POLL, "B", True),
        (POLL, "AB", False),
        (SCALE, "5", True),
        (SCALE, "6", False),
        (WORD, "A", False),
    ],
)
def test_what_is_pressed_must_be_an_answer_of_this_kind(quiz: Quiz, given: str, *, fit: bool) -> None:
    assert fits(quiz, tuple(given)) is fit


@pytest.mark.parametrize("text", ["-1.375919000859256216559855514557295E-24", "1" * 58 + "x", "1,234" * 11 + "x"])
def test_many_digits_with_something_behind_them_are_refused_at_once(text: str) -> None:
    assert amount(text, "%") is None  # once took minutes for each: every way to part the digits was tried


strange = st.one_of(
    st.text(max_size=120),
    st.text(alphabet=st.sampled_from("ABCアイウ123.,−▲%万千億約円人です→>\0\u202e\u200d🏳️\ud800ｶﾞ゛゙"), max_size=40),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.just("9" * 5001),
)


@settings(deadline=None)
@given(st.sampled_from(QUIZZES), strange)
def test_no_text_breaks_any_kind_and_what_comes_out_can_be_graded(quiz: Quiz, text: str) -> None:
    answer = understand(quiz, text)
    if answer is None:
        return
    assert grade(quiz, answer).right in {True, False, None}
    assert all(0 < len(each) <= MOST for each in answer)
    assert quiz.kind in {Kind.NUMBER, Kind.SHORT} or fits(quiz, answer)


@settings(deadline=None)
@given(strange)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_a_number_that_was_written_down_is_read_as_the_same_number(value: Decimal) -> None:
    assert amount(written(value), "") == (written(value),)
    assert Decimal(written(value)) == value


@given(st.integers(0, 10**12), st.sampled_from(["", "人", "%", "か月"]))
def test_commas_and_width_do_not_matter(value: int, unit: str) -> None:
    wide = f"{value:,}".translate({mark: mark + 0xFEE0 for mark in range(0x21, 0x7F)})
    assert amount(f"{wide}{unit}", unit) == (str(value),)


@given(st.text(min_size=1, max_size=20))
def test_what_an_author_accepts_is_accepted_when_typed_just_so(text: str) -> None:
    assume(folded(text))
    quiz = ask(Kind.SHORT, accepted=(text,))
    assert grade(quiz, understand(quiz, text) or ()).right is True
