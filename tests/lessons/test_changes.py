"""What a new edition changes for those who learn with the old one."""

from pathlib import Path

import pytest

from lessons.changes import (
    ChangeKind,
    CourseRemade,
    FormsRemade,
    LessonAdded,
    LessonMoved,
    LessonRemoved,
    OptionsRemade,
    Part,
    QuizAdded,
    QuizMoved,
    QuizRemoved,
    ReadingRemoved,
    Reworded,
    RightAnswer,
    TermAdded,
    TermChanged,
    TermRemoved,
    changes,
)
from lessons.library import load
from tests.lessons.editions import between, mended
from tests.shelf import COURSES

K1, K3, PLAN = "lessons/k01.md", "lessons/k03.md", "course.yaml"
FIRST, THIRD = "      - text: 今週、自分がしたこと\n        right: true\n", "      - text: 来年の計画\n"


def test_the_same_course_has_no_changes() -> None:
    course = load(COURSES / "first-week")

    assert changes(course, load(COURSES / "first-week")) == ()


@pytest.mark.parametrize(
    ("file", "before", "after", "change"),
    [
        (PLAN, "title: 問いのいろいろ\nedition", "title: 問いの種類\nedition", (Part.COURSE, "", "問いの種類")),
        (PLAN, "- title: 問いのいろいろ", "- title: 1週目", (Part.WEEK, "1", "1週目")),
        (K3, "title: ふりかえり", "title: 今週のこと", (Part.TITLE, "", "今週のこと")),
        (K3, "3分で大丈夫です。", "3分です。", (Part.PARAGRAPH, "2", "3分です。")),
        (
            K3,
            "default: 書かなくても",
            "default: 書かずに",
            (Part.SECTION, "default", "書かずに、思いうかべるだけで大丈夫です。"),
        ),
        (
            K3,
            "まず思い出すとよいのは",
            "先に思い出すのは",
            (Part.QUESTION, "", "ふりかえりで、先に思い出すのはどれですか。"),
        ),
        (K3, "text: 来年の計画", "text: 来年のこと", (Part.OPTION, "C", "来年のこと")),
        (K3, "why: 大きな話は、そのあとで", "why: そのあとで", (Part.WHY, "C", "そのあとで大丈夫です。")),
        (K3, "kind: single\n", "kind: single\n    scenario: true\n", (Part.SCENARIO, "", "yes")),
        (K1, 'unit: "%"', "unit: 割", (Part.UNIT, "", "割")),
    ],
)
def test_a_reworded_text_is_told_by_its_place(
    tmp_path: Path, file: str, before: str, after: str, change: tuple[Part, str, str]
) -> None:
    (found,) = between(tmp_path, (file, before, after))

    assert isinstance(found, Reworded)
    assert (found.part, found.key, found.after) == change
    assert found.kind is ChangeKind.WORDING


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("tolerance: 0.5", "tolerance: 1", "12.5% ±0.5", "12.5% ±1"),
        ("value: 12.5", "value: 12", "12.5% ±0.5", "12% ±0.5"),
        ("[オープンデータ, open data]", "[オープンデータ]", "オープンデータ・open data", "オープンデータ"),
    ],
)
def test_another_right_answer_is_a_changed_key(tmp_path: Path, before: str, after: str, was: str, now: str) -> None:
    (found,) = between(tmp_path, (K1, before, after))

    assert isinstance(found, RightAnswer)
    assert (found.before, found.after) == (was, now)
    assert found.kind is ChangeKind.KEY


def test_another_right_option_is_a_changed_key(tmp_path: Path) -> None:
    right, other = "今週、自分がしたこと\n", "となりの人がしたこと\n"
    found = between(
        tmp_path, (K3, f"{right}        right: true\n", right), (K3, other, f"{other}        right: true\n")
    )

    assert found == (RightAnswer("k03", "k03-single", "A 今週、自分がしたこと", "B となりの人がしたこと"),)


def test_a_spelling_of_the_right_word_changes_no_answer(tmp_path: Path) -> None:
    (found,) = between(tmp_path, (K1, "[オープンデータ, open data]", "[オープン・データ, Open Data]"))

    assert isinstance(found, Reworded)
    assert (found.part, found.after) == (Part.ANSWER, "オープン・データ")


def test_options_under_other_letters_are_no_mere_wording(tmp_path: Path) -> None:
    found = between(
        tmp_path, (K3, "今週、自分がしたこと", "?"), (K3, "来年の計画", "今週、自分がしたこと"), (K3, "?", "来年の計画")
    )

    assert isinstance(found[0], RightAnswer), "the first is right still, and it says something else"
    assert isinstance(found[1], OptionsRemade)


def test_options_that_move_with_what_is_right_change_no_key(tmp_path: Path) -> None:
    first = f"{FIRST}        why: 小さなことから思い出すと、次にすることが見えてきます。\n"
    third = f"{THIRD}        why: 大きな話は、そのあとで大丈夫です。\n"
    found = between(tmp_path, (K3, first, "#1\n"), (K3, third, first), (K3, "#1\n", third))

    assert {each.kind for each in found} == {ChangeKind.STRUCTURE, ChangeKind.WORDING}
    assert isinstance(found[0], OptionsRemade)


def test_another_order_changes_the_key_and_the_letters(tmp_path: Path) -> None:
    one, two = "どの欄で何人が止まったかを、3日間数える", "数えて分かったことに合う道具を選ぶ"
    found = between(tmp_path, (K1, one, "?"), (K1, two, one), (K1, "?", two))

    assert [type(each) for each in found[:2]] == [RightAnswer, OptionsRemade]


def test_what_is_asked_in_another_way_is_remade(tmp_path: Path) -> None:
    (found,) = between(tmp_path, ("lessons/k02.md", "      - text: 電話での問い合わせ\n", ""))[:1]

    assert isinstance(found, OptionsRemade)
    assert found.before.startswith("poll: A 同じことを何度も書く書類 / B ")


def test_lessons_come_and_go_and_move(tmp_path: Path) -> None:
    path = mended(tmp_path, (PLAN, "[k01, k02, k03]", "[k03, k01, k02, k04]"))
    text = (path / K3).read_text(encoding="utf-8").replace("k03", "k04")
    (path / "lessons/k04.md").write_text(text, encoding="utf-8")
    old, new = load(COURSES / "kinds"), load(path)

    assert changes(old, new) == (LessonMoved("k03", 3, 1, 1, 1), LessonAdded("k04", 4))
    assert changes(new, old) == (LessonMoved("k03", 1, 3, 1, 1), LessonRemoved("k04", 4))


def test_a_lesson_in_another_week_has_moved_and_a_new_week_moves_no_other(tmp_path: Path) -> None:
    weeks = "  - title: 問いのいろいろ\n    lessons: [k01, k02, k03]"
    parted = "  - title: 問いのいろいろ\n    lessons: [k01, k02]\n  - title: そのあと\n    lessons: [k03]"
    found = between(tmp_path, (PLAN, weeks, parted))

    assert LessonMoved("k03", 3, 3, 1, 2) in found
    assert Reworded("", "", Part.WEEK, "2", "", "そのあと") in found
    assert len(found) == 2


def test_questions_come_and_go_and_move(tmp_path: Path) -> None:
    def poll(key: str) -> str:
        return (
            f"  - id: {key}\n    kind: poll\n    text: どれですか。\n    options:\n      - text: 甲\n      - text: 乙\n"
        )

    (tmp_path / "one").mkdir()
    old = load(mended(tmp_path / "one", (K3, "questions:\n", f"questions:\n{poll('p')}")))
    new = load(mended(tmp_path, ("lessons/k02.md", "questions:\n", f"questions:\n{poll('p')}")))
    bare = load(COURSES / "kinds")

    assert changes(bare, new) == (QuizAdded("k02", "p", "どれですか。"),)
    assert changes(new, bare) == (QuizRemoved("k02", "p", "どれですか。"),)
    assert changes(old, new) == (QuizMoved("k02", "p", "k03"),)


def test_a_new_first_paragraph_is_one_change(tmp_path: Path) -> None:
    found = between(
        tmp_path, (K3, "---\n今週をふりかえってみましょう。", "---\n金曜日です。\n\n今週をふりかえってみましょう。")
    )

    assert found == (Reworded("k03", "", Part.PARAGRAPH, "1", "", "金曜日です。"),)


def test_each_language_is_looked_at_and_only_where_it_has_words_of_its_own(tmp_path: Path) -> None:
    english = "lessons/01-hajime.en.md"
    (found,) = between(tmp_path, (english, "The earlier, the smaller.", "Earlier is smaller."), course="first-week")
    path = mended(tmp_path / "other", course="first-week")
    (path / english).unlink()

    assert isinstance(found, Reworded)
    assert (found.language, found.part, found.lesson) == ("en", Part.PARAGRAPH, "d01-hajime")
    assert changes(load(COURSES / "first-week"), load(path)) == (ReadingRemoved("d01-hajime", "en"),)


def test_a_title_alone_comes_and_changes_and_its_lesson_s_words_change_once(tmp_path: Path) -> None:
    reading = "---\nid: k03\ntitle: Looking back\nobjective: Look back.\n---\n"
    (named := mended(tmp_path / "named") / K3.replace(".md", ".en.md")).write_text(reading, encoding="utf-8")
    other = mended(
        tmp_path / "other", (K3, "3分で大丈夫です。", "3分です。"), (K3, "text: 来年の計画", "text: 来年のこと")
    )
    (other / K3.replace(".md", ".en.md")).write_text(reading.replace("Looking", "A look"), encoding="utf-8")
    bare, old, new = (load(each) for each in (COURSES / "kinds", named.parents[1], other))

    assert changes(bare, old) == (Reworded("k03", "", Part.TITLE, "", "ふりかえり", "Looking back", "en"),)
    assert [(each.part, each.language) for each in changes(old, new) if isinstance(each, Reworded)] == [
        (Part.PARAGRAPH, ""),
        (Part.TITLE, "en"),
        (Part.OPTION, ""),
    ]


def test_a_word_is_explained_otherwise_or_no_more(tmp_path: Path) -> None:
    found = between(
        tmp_path,
        ("glossary.yaml", "says: だれのことか分かる情報。", "says: だれのことかが分かる情報。"),
        ("glossary.yaml", "What shows who somebody is.", "What tells who somebody is."),
        ("glossary.yaml", "term: 機密", "term: 秘密"),
        ("lessons/01-hajime.md", "機密", "秘密"),
        course="first-week",
    )
    terms = [each for each in found if each.kind is ChangeKind.GLOSSARY]

    assert terms == [
        TermChanged("d01-hajime", "個人情報", "says", "だれのことか分かる情報。", "だれのことかが分かる情報。"),
        TermAdded("d01-hajime", "秘密"),
        TermRemoved("d01-hajime", "機密"),
        TermChanged(
            "d01-hajime", "個人情報", "says", "What shows who somebody is.", "What tells who somebody is.", "en"
        ),
    ]


def test_forms_may_be_reworded_and_nothing_more(tmp_path: Path) -> None:
    form, own = "assessment/form-a.yaml", "assessment/questionnaire.yaml"
    (reworded,) = between(tmp_path, (own, "数字で話せる。", "数字で語れる。"), course="assessed")
    edits = ((form, '{text: "2", right: true}, {text: "4"}', '{text: "2"}, {text: "4", right: true}'),)
    (remade,) = between(tmp_path / "other", *edits, course="assessed")

    assert reworded == Reworded("", "s2", Part.QUESTION, "", "数字で話せる。", "数字で語れる。")
    assert isinstance(remade, FormsRemade)
    assert (remade.item, remade.kind) == ("a-1", ChangeKind.STRUCTURE)


def test_another_course_is_no_edition_of_this_one(tmp_path: Path) -> None:
    (found,) = between(tmp_path, (PLAN, "id: kinds", "id: sorts"))

    assert found == CourseRemade("kinds (ja)", "sorts (ja)")
    assert found.kind is ChangeKind.STRUCTURE


def test_right_answers_come_first(tmp_path: Path) -> None:
    edits = ((PLAN, "- title: 問いのいろいろ", "- title: 1週目"), (K1, "value: 12.5", "value: 12"))
    kinds = [each.kind for each in between(tmp_path, *edits)]

    assert kinds == [ChangeKind.KEY, ChangeKind.WORDING]
