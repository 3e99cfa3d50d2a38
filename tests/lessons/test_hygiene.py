"""What looks like a mistake of taste and is none; what a rule makes of the edges."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from lessons.hygiene import asking, guessing, reading, whole, wording
from lessons.hygiene.found import Found, Said
from lessons.hygiene.review import review
from lessons.model import Course, Kind, Lesson, Option, Quiz
from tests.shelf import FIRST_WEEK

COURSE: Final = FIRST_WEEK.courses[0]
LESSON: Final = COURSE.lessons[0]


def quiz(
    text: str, right: str, *wrong: str, kind: Kind = Kind.SINGLE, why: str = "ここに、わけを2つの文で書きます。"
) -> Quiz:
    options = (
        Option("A", right, right=True, why=why),
        *(Option(label, each, right=False, why=why + label) for label, each in zip("BCDE", wrong, strict=False)),
    )
    return Quiz("q", kind, text, options, fact=None, scenario=False)


def rules(found: Iterator[Found]) -> set[str]:
    return {each.rule for each in found}


def hard(text: str, language: str = "ja") -> set[str]:
    return rules(reading.hard(Said(LESSON, text), language))


@pytest.mark.parametrize(
    "text",
    [
        "このことの意味を、その人のことばで聞きます。",
        "ものの見方のちがいを、話し合います。",
        "番号札を取る(朝は8時半から、夕方は5時15分まで、土曜と日曜と祝日は休み、年末年始も休み、くわしくは窓口で聞いてください)。次に、席で待ちます。",
        "申込みは、しなければなりません。",
        "名前は要りません。住所も要りません。",
        "総務省自治行政局",
    ],
)
def test_plain_japanese_is_left_in_peace(text: str) -> None:
    assert hard(text) == set()


def test_each_language_is_read_in_its_own_way() -> None:
    sixty = "あ" * 65 + "。"
    assert hard(sixty) == set()
    assert hard(sixty, "easy") == {"long-sentence"}
    assert hard("word " * 45, "en") == {"many-words"}
    assert hard("word " * 45, "fr") == set()


@pytest.mark.parametrize(
    "sound",
    [
        quiz("どれですか。", "聞く", "書く", "見る"),
        quiz("どれですか。", "話を聞く", "書く", "見る"),
        quiz("データはどれですか。", "データを見る", "データを聞く", "話す"),
        quiz("どれですか。", "必ず聞く", "必ず書く", "見る"),
        quiz(
            "あてはまるものを、すべて選んでください。", "10年たったら捨てる", "20年たったら捨てる", "30年たったら捨てる"
        ),
        quiz(
            "「よくないものは、どれですか」と聞かれました。どうしますか。",
            "話を聞いてから決める",
            "すぐに決める",
            "だまっている",
        ),
        quiz("どれですか。", "すぐ出します。", "いいえ、出しません。", "あとで出します。"),
    ],
    ids=lambda each: each.options[0].text,
)
def test_a_fair_question_is_left_in_peace(sound: Quiz) -> None:
    assert rules(guessing.guessable(sound)) | rules(asking.misleading(sound)) == set()


def test_a_poll_cannot_give_itself_away() -> None:
    poll = quiz("どれですか。", "とても長い、いくらでも長い、まだまだ続く選択肢", "上のすべて", kind=Kind.POLL)
    assert rules(guessing.guessable(poll)) == set()


def test_praise_in_somebody_s_mouth_is_no_praise() -> None:
    assert rules(
        asking.misleading(
            quiz("どれ。", "聞く", "書く", "見る", why="「すごいですね」と言われると、うれしくなります。")
        )
    ) <= {"reason-twice"}


@pytest.mark.parametrize(
    "text", ["市町村の窓口", "各市の例", "指定都市を除く", "県内市町の調査", "城下町の朝", "まちの町会"]
)
def test_a_word_for_many_towns_is_no_town_s_name(text: str) -> None:
    lesson = replace(LESSON, paragraphs=(text,))
    assert rules(wording.unknown_towns(_with(lesson))) == set()


def test_a_town_that_a_source_names_may_be_told_of() -> None:
    lesson = replace(LESSON, paragraphs=("垂水市の例です。",))
    course = _with(lesson)
    assert rules(wording.unknown_towns(course)) == {"unknown-town"}
    fact = replace(course.facts[0], source=replace(course.facts[0].source, publisher="垂水市"))
    assert rules(wording.unknown_towns(replace(course, facts=(fact,)))) == set()


def test_few_questions_make_no_habit() -> None:
    weeks = (replace(COURSE.weeks[0], lessons=COURSE.lessons[:1]),)
    assert {"often-longest", "right-places", "few-scenarios"}.isdisjoint(
        rules(whole.habits(replace(COURSE, weeks=weeks)))
    )


def test_a_reading_that_is_not_there_is_not_read_twice() -> None:
    found = [each for each in review(COURSE, date(2026, 9, 7)) if each.language]
    assert {each.language for each in found} <= {"easy", "en"}
    assert {each.of.partition("-q")[0] for each in found} <= {LESSON.id, LESSON.id.removesuffix("-hajime"), "d01"}


def _with(lesson: Lesson) -> Course:
    return replace(COURSE, weeks=(replace(COURSE.weeks[0], lessons=(lesson,)),), readings=())
