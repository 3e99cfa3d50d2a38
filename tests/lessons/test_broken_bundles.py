"""One mistake in a sound bundle, and where it is said to be."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.library import read
from lessons.understanding import plain
from tests.lessons.bundles import LESSON, MANIFEST, SECOND, write

FIRST = "lessons/01.md"
QUIZ = LESSON[LESSON.index("  - id: d01-q1") : LESSON.index("  - id: d01-q2")]

IN_A_LESSON = {
    "no front matter": ("---\nid", "id", 1, "no front matter"),
    "an empty file": (LESSON, "", 1, "no front matter"),
    "front matter without an end": ("---\nひとつめ", "ひとつめ", 1, "never ends"),
    "nothing in the front matter": (LESSON[4 : LESSON.rindex("---")], "", 1, "no keys"),
    "a tab": ("  default: み", "\tdefault: み", 9, "a tab"),
    "a NUL": ("ひとつめの段", "ひと\0つめの段", 35, "a NUL character"),
    "an invisible character": ("ひとつめの段", "ひと\u2028つめの段", 35, "U+2028"),
    "a character that YAML forbids": ("最初の日", "最初\ufffeの日", 3, "forbidden character"),
    "a colon without quotes": ("title: 最初の日", "title: 最初: の日", 3, "not YAML"),
    "a bracket left open": ("ds: [base]", "ds: [base", 6, "not YAML"),
    "nesting without an end": ("ds: [base]", "ds: " + "[" * 1000, 1, "nested too deeply"),
    "an alias to nothing": ("title: 最初の日", "title: *day", 3, "not YAML"),
    "a list that holds itself": ("ds: [base]", "ds: &ds [*ds]", 5, "`ds` is no text"),
    "a misspelt key": ("objective", "objectiv", 4, "did you mean `objective`?"),
    "an unknown key": ("ds: [base]", "ds: [base]\nauthor: だれか", 6, "unknown key `author`"),
    "a key twice": ("objective: 説", "title: 別の日\nobjective: 説", 4, "`title` twice"),
    "a missing key": ("objective: 説明できる。\n", "", 2, "no `objective`"),
    "a key without a value": ("objective: 説明できる。", "objective:", 4, "`objective` is empty"),
    "an empty text": ("objective: 説明できる。", 'objective: " "', 4, "`objective` is empty"),
    "a list where text belongs": ("title: 最初の日", "title: [最初, の日]", 3, "`title` is no text"),
    "a word that YAML takes for true": ("title: 最初の日", "title: Yes", 3, "read as true or false"),
    "a number that YAML takes for one": ("title: 最初の日", "title: 2040", 3, "read as a number"),
    "a time that YAML takes for a number": ("title: 最初の日", "title: 8:40", 3, "read as a number"),
    "a tag": ("title: 最初の日", "title: !!python/name:os.system 日", 3, "something else than text"),
    "an id with capitals": ("id: d01\n", "id: D01\n", 2, "`D01` is no id"),
    "an id with a bar": ("id: d01-q1", "id: d01|q1", 11, "`d01|q1` is no id"),
    "a title too long": ("title: 最初の日", f"title: {'日' * 41}", 3, "41 characters long"),
    "an unknown dimension": ("ds: [base]", "ds: [base, desing]", 5, "`desing` is not known"),
    "a dimension twice": ("ds: [base]", "ds: [base, base]", 5, "`base` twice"),
    "no dimension": ("ds: [base]", "ds: []", 5, "`ds` is no list"),
    "one skill without a list": ("skills: [H3]", "skills: H3", 6, "`skills` is no list"),
    "no sentence for everybody": ("  default: み", "  counter: み", 9, "no `default`"),
    "an unknown family": ("  default: み", "  taxes: 税。\n  default: み", 9, "did you mean `tax`?"),
    "a section's sentence too long": ("みんなの例。", "例" * 121, 9, "121 characters long"),
    "an unknown kind": ("kind: single", "kind: singel", 12, "`singel` is not known"),
    "a question too long": ("どれですか。", "問" * 141, 15, "141 characters long"),
    "a scenario in quotes": ("scenario: true", 'scenario: "true"', 13, "neither true nor false"),
    "no right option": ("        right: true\n", "", 16, "no option is right"),
    "two right options": (
        "ひとつめ\n        why",
        "ひとつめ\n        right: true\n        why",
        16,
        "2 options are right",
    ),
    "too few options": ("      - text: みっつめ\n        why: ちがいます。\n", "", 16, "2 options"),
    "an option twice": ("みっつめ", "ひとつめ。", 17, "`ひとつめ` is there twice"),
    "an option too long": ("ひとつめ\n        why", f"{'択' * 61}\n        why", 17, "61 characters long"),
    "a reason too long": ("why: ちがいます。", f"why: {'理' * 161}", 18, "161 characters long"),
    "a reason missing": ("        why: ちがいます。\n", "", 17, "the option has no `why`"),
    "false before true": ("正しい\n        right", "まちがい\n        right", 28, "not true, then false"),
    "a question's id twice": ("id: d01-q2", "id: d01-q1", 24, "`d01-q1` is taken"),
    "no question": (
        LESSON[LESSON.index("questions") : LESSON.rindex("---")],
        "questions: []\n",
        10,
        "`questions` is no list",
    ),
    "too many questions": (QUIZ, QUIZ + QUIZ.replace("q1", "q3") + QUIZ.replace("q1", "q4"), 10, "4 questions"),
    "no text": ("ひとつめの段落。\n", "\n", 35, "the lesson has no text"),
    "four paragraphs": ("ひとつめの段落。", "一。\n\n二。\n\n三。\n\n四。", 41, "4 paragraphs"),
    "a paragraph too long": ("ひとつめの段落。", "一。\n\n" + "長" * 201, 37, "201 characters long"),
    "Markdown in the text": ("ひとつめの段落。", "とても**大事**です。", 35, "Markdown marks"),
}
IN_THE_MANIFEST = {
    "an edition without quotes": ('"2026.11"', "2026.11", 3, "read as a number"),
    "an unknown language": ("language: ja", "language: Japanese", 4, "is no language"),
    "a misspelt key": ("licence", "license", 5, "did you mean `licence`?"),
    "no weeks": (MANIFEST[MANIFEST.index("weeks") :], "", 1, "no `weeks`"),
    "a week without lessons": ("    lessons:\n      - d01\n      - d02\n", "", 8, "the week has no `lessons`"),
    "a lesson without a file": ("- d02", "- d02\n      - d03", 12, "`d03` has no file"),
    "a lesson twice": ("- d02", "- d02\n      - d01", 12, "`d01` twice"),
    "a lesson in two weeks": ("- d02", "- d02\n  - title: 二\n    lessons: [d01]", 13, "`d01` is listed twice"),
    "nothing": (MANIFEST, "", 1, "no keys"),
    "a list": (MANIFEST, "- id: first-steps\n", 1, "no keys"),
    "two documents": ("weeks:", "---\nweeks:", 7, "not YAML"),
}


def said(folder: Path) -> list[tuple[str, int, str]]:
    bundle = read(folder)
    assert bundle.course is None
    return [(each.file, each.line, f"{each.what}: {each.why}") for each in bundle.problems]


def test_the_bundle_is_sound_before_the_mistake(tmp_path: Path) -> None:
    assert read(write(tmp_path / "c")).problems == ()


@pytest.mark.parametrize(("old", "new", "line", "what"), IN_A_LESSON.values(), ids=IN_A_LESSON.keys())
def test_a_mistake_in_a_lesson(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in LESSON
    found = said(write(tmp_path / "c", first=LESSON.replace(old, new, 1)))
    assert any(file == FIRST and at == line and what in words for file, at, words in found)


@pytest.mark.parametrize(("old", "new", "line", "what"), IN_THE_MANIFEST.values(), ids=IN_THE_MANIFEST.keys())
def test_a_mistake_in_the_manifest(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in MANIFEST
    found = said(write(tmp_path / "c", manifest=MANIFEST.replace(old, new, 1)))
    assert any(file == "course.yaml" and at == line and what in words for file, at, words in found)


def test_an_id_that_another_lesson_has(tmp_path: Path) -> None:
    found = said(write(tmp_path / "c", second=SECOND.replace("id: d02-q1", "id: d01-q1")))
    why = "lessons/01.md:11 has it already, and ids are unique in a course"
    assert found == [("lessons/02.md", 11, f"the id `d01-q1` is taken: {why}")]


def test_a_lesson_that_no_week_lists(tmp_path: Path) -> None:
    found = said(write(tmp_path / "c", manifest=MANIFEST.replace("      - d02\n", "")))
    assert found == [("lessons/02.md", 2, "the lesson `d02` is in no week: list it in course.yaml")]


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    (folder / "course.yaml").unlink()
    assert [(file, line) for file, line, _ in said(folder)] == [("course.yaml", 1)]


def test_a_lesson_in_another_encoding(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    (folder / FIRST).write_bytes(LESSON.encode("cp932"))
    assert said(folder) == [(FIRST, 3, "this is not UTF-8: save the file as UTF-8")]


def test_a_folder_that_is_named_like_a_lesson(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    (folder / "lessons" / "03.md").mkdir()
    assert [(file, line) for file, line, _ in said(folder)] == [("lessons/03.md", 1)]


def test_characters_are_counted_as_a_reader_counts_them(tmp_path: Path) -> None:
    families = "👨‍👩‍👧‍👦" * 40
    assert read(write(tmp_path / "c", first=LESSON.replace("最初の日", families))).problems == ()


def test_a_hidden_file_is_no_lesson(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    (folder / "lessons" / "._01.md").write_bytes(b"\0\1\2")
    assert read(folder).problems == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = write(tmp_path_factory.mktemp("damaged") / "c")
    at = data.draw(st.integers(0, len(LESSON)))
    junk = data.draw(
        st.sampled_from(["\t", "\0", ": ", "- ", "{", "[", "*x", "&x ", "'", '"', "|", "%", "\r", "---\n", "!"])
    )
    (folder / FIRST).write_text(LESSON[:at] + junk + LESSON[at + data.draw(st.integers(0, 9)) :], encoding="utf-8")
    bundle = read(folder)
    assert (bundle.course is None) == bool(bundle.problems)
    assert all(problem.line >= 1 and plain(problem.what) and problem.why for problem in bundle.problems)
