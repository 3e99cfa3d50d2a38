"""What an author does on a terminal: a course to begin with, a check of it, one file to hand on."""

import json
import re
import subprocess
import sys

from lessons.library import BUILT_IN, load
from lessons.packing import digest, pack
from lessons.schema import PATTERNS
from tests.bot.kotsu import Kotsu
from tests.house.files import ROOT
from tests.lessons.mistakes.making import FIRST, SOUND, swap, write
from tests.shelf import COURSES

LONG = swap(
    FIRST,
    "番号札を配る手が、けさも足りませんでした。",
    "番号札を配る手が、けさも足りませんでした。列の後ろの人は、もう時計を見ています。",
)


def test_a_new_course_is_sound_and_nothing_in_it_could_be_better(kotsu: Kotsu) -> None:
    made = kotsu("course", "new", "My Course 1")
    assert (made.status, "kotsu course check" in made.said) == (0, True)

    checked = kotsu("course", "check", "My Course 1", "--strict", "--language", "ja")
    assert (checked.status, checked.complained) == (0, "")
    assert "問題なし" in checked.said
    assert load(kotsu.folder / "My Course 1").id == "my-course-1"


def test_nothing_that_is_there_is_written_over(kotsu: Kotsu) -> None:
    (kotsu.folder / "course").mkdir()
    (kotsu.folder / "course" / "notes.txt").write_text("mine", encoding="utf-8")
    assert "is not empty" in kotsu("course", "new", "course").sorry()
    assert "is not empty" in kotsu("course", "new", "course/notes.txt").sorry()
    assert [each.name for each in (kotsu.folder / "course").iterdir()] == ["notes.txt"]


def test_a_warning_is_told_with_reason_and_remedy_and_counts_only_if_one_is_strict(kotsu: Kotsu) -> None:
    write(LONG(SOUND), kotsu.folder / "c")

    told = kotsu("course", "check", "c", "--language", "ja", "--on", "2026-12-01")
    assert told.status == 0
    place, remedy, well = told.said.splitlines()
    assert re.match(
        r"c/lessons/01-kakidashi\.md:\d+: 注意: 1日目 問1: 正解だけが長い\(ほかの[\d.]+倍\) \(読まなくても", place
    )
    assert remedy.startswith("    → 正解をけずるか")
    assert "問題なし" in well
    assert "1件" in told.complained
    assert kotsu("course", "check", "c", "--strict", "--on", "2026-12-01").status == 1


def test_facts_are_looked_at_as_on_the_day_that_is_named(kotsu: Kotsu) -> None:
    write(SOUND, kotsu.folder / "c")
    assert "overdue" in kotsu("course", "check", "c", "--on", "2028-01-01", "--language", "en").said
    assert "overdue" not in kotsu("course", "check", "c", "--on", "2026-12-01", "--language", "en").said
    assert kotsu("course", "check", "c", "--on", "tomorrow").status == 2


def test_a_program_is_told_figures_and_problems(kotsu: Kotsu) -> None:
    write(LONG(SOUND), kotsu.folder / "c")

    told = json.loads(kotsu("course", "check", "c", "--json", "--on", "2028-01-01").said)
    assert set(told) == {
        *("lessons", "questions", "by_type", "scenario_share", "glossary", "variants", "facts", "stale"),
        *("problems", "warnings"),
    }
    assert (told["lessons"], told["questions"], told["facts"], told["stale"]) == (4, 9, 3, 3)
    assert (told["glossary"], told["variants"], told["by_type"]["single"]) == (2, 1, 1)
    assert told["problems"] == []
    assert all(set(each) == {"file", "line", "what", "why", "fix"} for each in told["warnings"])

    write({**SOUND, "course.yaml": "id: c\n"}, kotsu.folder / "d")
    broken = kotsu("course", "check", "d", "--json")
    assert (broken.status, json.loads(broken.said)["lessons"]) == (1, 0)
    assert {each["file"] for each in json.loads(broken.said)["problems"]} == {"course.yaml"}


def test_a_course_is_packed_checked_and_refused_in_one_file(kotsu: Kotsu) -> None:
    packed = kotsu("course", "pack", str(COURSES / "kinds"), "-o", "kinds.zip")
    raw = (kotsu.folder / "kinds.zip").read_bytes()
    assert (packed.status, raw) == (0, pack(COURSES / "kinds"))
    assert digest(raw) in packed.said
    assert kotsu("course", "check", "kinds.zip").status == 0

    write({**SOUND, "course.yaml": "id: c\n"}, kotsu.folder / "d")
    refused = kotsu("course", "pack", "d", "-o", "d.zip", "--language", "ja")
    assert refused.status == 1
    assert "course.yaml:1: 講座に `title` がない" in refused.said
    assert not (kotsu.folder / "d.zip").exists()

    (kotsu.folder / "x.zip").write_bytes(b"no zip")
    assert "x.zip:1: " in kotsu("course", "check", "x.zip").said
    assert "no folder" in kotsu("course", "pack", "nowhere").sorry()
    assert "cannot be written" in kotsu("course", "pack", str(COURSES / "kinds"), "-o", "no/where.zip").sorry()


def test_editors_get_a_schema_for_every_file(kotsu: Kotsu) -> None:
    settings = json.loads(kotsu("course", "schema", ".vscode/kotsu").said)["yaml.schemas"]
    assert set(settings.values()) == set(PATTERNS.values())
    assert all((kotsu.folder / file).is_file() for file in settings)


def test_the_built_in_course_is_checked_without_loading_the_platforms_or_the_database() -> None:
    """They take seconds to load, and are loaded only where something has to be drawn."""
    course = BUILT_IN / "jichitai-dx-kihon"
    program = (
        "import sys; from bot.checking import checked; from pathlib import Path; from datetime import date; "
        f"checked(Path({str(course)!r}), on=date(2026, 12, 1), tongue='ja'); "
        "print(sorted({'linebot', 'slack_sdk', 'sqlalchemy', 'pydantic'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ended.stdout == "[]\n"
