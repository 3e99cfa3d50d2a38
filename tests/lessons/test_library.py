"""A bundle becomes a course, or a list of everything wrong with it."""

from pathlib import Path

import pytest

from lessons.dimension import Dimension
from lessons.library import BUILT_IN, BrokenCourse, NoSuchCourse, Place, library, load, read
from lessons.model import Kind
from tests.lessons.bundles import LESSON, MANIFEST, SECOND, write

FIRST_FILE = "lessons/01.md"
RICH = LESSON.replace("みんなの例。", "みんなの例。\n  counter: 窓口の例。") + "\nふたつめの段落。\n二行目。\n"


def test_a_sound_bundle_becomes_a_course(tmp_path: Path) -> None:
    course = load(write(tmp_path / "c", first=RICH))
    assert (course.id, course.edition, [week.title for week in course.weeks]) == ("first-steps", "2026.11", ["第1週"])
    assert [(lesson.id, lesson.number, lesson.week) for lesson in course.lessons] == [("d01", 1, 1), ("d02", 2, 1)]
    first = course.lessons[0]
    assert first.dimensions == (Dimension.BASE,)
    assert first.paragraphs == ("ひとつめの段落。", "ふたつめの段落。\n二行目。")
    assert (first.section("counter"), first.section("tax")) == ("窓口の例。", "みんなの例。")
    single, truefalse = first.quizzes
    assert [(option.label, option.right) for option in single.options] == [("A", False), ("B", True), ("C", False)]
    assert (single.scenario, truefalse.scenario, truefalse.kind) == (True, False, Kind.TRUEFALSE)
    assert [option.label for option in truefalse.options] == ["○", "×"]


def test_every_id_has_its_place(tmp_path: Path) -> None:
    places = read(write(tmp_path / "c")).places
    assert places["d01"] == Place(FIRST_FILE, 2)
    assert places["d02-q2"] == Place("lessons/02.md", 24)
    assert places["law"] == Place("facts.yaml", 8)


def test_the_manifest_says_the_order_not_the_files_names(tmp_path: Path) -> None:
    course = load(
        write(tmp_path / "c", manifest=MANIFEST.replace("      - d01\n      - d02", "      - d02\n      - d01"))
    )
    assert [lesson.id for lesson in course.lessons] == ["d02", "d01"]


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    windows = ("\ufeff" + RICH).replace("\n", "\r\n").encode()
    (folder / FIRST_FILE).write_bytes(windows)
    assert load(folder).lessons[0].paragraphs == ("ひとつめの段落。", "ふたつめの段落。\n二行目。")


def test_a_broken_bundle_is_refused_with_everything_wrong_at_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "c",
        manifest=MANIFEST.replace('"2026.11"', "2026.11"),
        first=LESSON.replace("title: 最初の日", "titel: 最初の日"),
        second=SECOND.replace("right: true", "right: yes"),
    )
    with pytest.raises(BrokenCourse) as refused:
        load(folder)
    assert str(refused.value).splitlines() == [
        'course.yaml:3: `edition` is read as a number: put it in quotes: "2026.11"',
        "lessons/01.md:2: the lesson has no `title`: it is needed",
        "lessons/01.md:3: the lesson has an unknown key `titel`: did you mean `title`?",
        "lessons/02.md:16: no option is right: mark the right one with `right: true`",
        "lessons/02.md:20: `right` is neither true nor false: write true or false, without quotes",
        "lessons/02.md:28: no option is right: mark the right one with `right: true`",
        "lessons/02.md:30: `right` is neither true nor false: write true or false, without quotes",
    ]


def test_a_library_holds_every_course_under_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "one")
    write(tmp_path / "two", manifest=MANIFEST.replace("first-steps", "next-steps"))
    (tmp_path / "__pycache__").mkdir()
    shelf = library(tmp_path)
    assert [course.id for course in shelf.courses] == ["first-steps", "next-steps"]
    assert shelf.course("next-steps").title == "はじめの一歩"
    with pytest.raises(NoSuchCourse):
        shelf.course("last-steps")


def test_a_library_names_the_folder_of_what_is_broken(tmp_path: Path) -> None:
    write(tmp_path / "one", manifest=MANIFEST.replace("id: first-steps", "id: First Steps"))
    (tmp_path / "two").mkdir()
    with pytest.raises(BrokenCourse) as refused:
        library(tmp_path)
    assert [(problem.file, problem.line) for problem in refused.value.problems] == [
        ("one/course.yaml", 1),
        ("two/course.yaml", 1),
        ("two/facts.yaml", 1),
    ]


def test_two_courses_cannot_share_an_id(tmp_path: Path) -> None:
    write(tmp_path / "one")
    write(tmp_path / "two")
    with pytest.raises(BrokenCourse, match=r"two/course\.yaml:1: this course is there twice: one/ has the same id"):
        library(tmp_path)


def test_the_built_in_course_is_sound_and_lasts_forty_days() -> None:
    course = library(BUILT_IN).course("jichitai-dx-kihon")
    assert [len(week.lessons) for week in course.weeks] == [5] * 8
    assert {quiz.kind for lesson in course.lessons for quiz in lesson.quizzes} >= {
        Kind.SINGLE,
        Kind.TRUEFALSE,
        Kind.MULTIPLE,
    }
