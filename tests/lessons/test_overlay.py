"""What an organisation lays over a course becomes part of it; what does not fit is named by file and line."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from lessons.editions import Packed
from lessons.library import BrokenCourse, load, read
from lessons.model import Course
from lessons.overlay import (
    FILE,
    PARTS,
    Overlay,
    PlaceGone,
    PlaceMoved,
    RuleGone,
    TextUnderRule,
    WordGone,
    read_overlay,
    under,
)
from lessons.packing import archive, pack
from lessons.shelf import course_in, packed, with_overlay
from lessons.tool import Use
from tests.lessons.test_schema import VALIDATORS, Loader
from tests.overlays import TOWN, base, broken

FIRST = "lessons/01-hajime.md"
OWN = "lessons/own-madoguchi.md"


def overlay_of(course: Course) -> Overlay:
    reading = read_overlay(TOWN, course)
    assert reading.overlay is not None, reading.problems
    return reading.overlay


def kept(course: Path) -> Packed:
    return with_overlay(packed(pack(course)), archive(TOWN, PARTS))


def test_a_course_says_its_own_words_until_an_organisation_has_others(tmp_path: Path) -> None:
    folder = base(tmp_path / "c")

    assert "上司か情報担当へ" in load(folder).lessons[0].paragraphs[1]
    assert "上司か総務課 情報係へ" in course_in(kept(folder)).lessons[0].paragraphs[1]


def test_rules_tools_and_lessons_become_part_of_the_course_in_every_reading(tmp_path: Path) -> None:
    plain, whole = load(base(tmp_path / "c")), course_in(kept(tmp_path / "c"))

    assert [lesson.id for lesson in whole.lessons][:3] == ["d01-hajime", "d02-dx-towa", "own-madoguchi"]
    for course in (whole, *(reading for _, reading in whole.readings)):
        assert [lesson.number for lesson in course.lessons] == [1, 2, 3, 4, 5, 6]
        assert course.lessons[0].rule.startswith("迷ったら")
        assert "総務課 情報係に聞けます" in course.lessons[2].paragraphs[0]
        assert [tool.use for tool in course.tools] == [Use.ALLOWED, Use.CONDITIONS, Use.FORBIDDEN]
        assert course.find("own-q1")
    assert whole.readings
    assert len(plain.lessons) == 5
    assert {fact.id for fact in whole.facts} == {*(fact.id for fact in plain.facts), "own-first"}


def test_the_digest_stands_for_both(tmp_path: Path) -> None:
    plain = packed(pack(base(tmp_path / "c")))
    other = broken(tmp_path / "o", (FILE, "電子申請", "予約"))

    digests = {plain.digest, kept(tmp_path / "c").digest, with_overlay(plain, archive(other, PARTS)).digest}
    assert len(digests) == 3


@pytest.mark.parametrize(
    ("edit", "where", "what"),
    [
        ((FILE, "course: jichitai", "course: other"), f"{FILE}:1", "this is for the course"),
        ((FILE, "desk.security: ", "desk.safety: "), f"{FILE}:4", "unknown key `desk.safety`"),
        ((FILE, "総務課 情報係", '"{総務課}"'), f"{FILE}:4", "has a brace"),
        ((FILE, "d01-hajime:", "d01-hajimete:"), f"{FILE}:6", "unknown key `d01-hajimete`"),
        ((FILE, "取り消してからでも", "とても" * 50), f"{FILE}:6", "characters long"),
        ((FILE, "name: 生成AI", "name: 電子申請"), f"{FILE}:12", "is there twice"),
        ((FILE, "    note: 公開している情報だけ。出力は人が確かめます。\n", ""), f"{FILE}:13", "does not say which"),
        ((FILE, "use: allowed", "use: maybe"), f"{FILE}:9", "`maybe` is not known"),
        ((FILE, "after: d02-dx-towa", "after: d02-dx"), f"{FILE}:23", "`d02-dx` is no lesson"),
        ((FILE, "id: own-madoguchi", "id: own-else"), f"{FILE}:22", "has no file"),
        ((OWN, "id: own-q1", "id: d01-q1"), f"{OWN}:11", "`d01-q1` is taken"),
        ((OWN, "desk.security", "desk.nowhere"), f"{OWN}:22", "`desk.nowhere` is no word"),
        (("facts.yaml", "id: own-first", "id: own-second"), f"{OWN}:7", "`own-first` is no fact"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, edit: tuple[str, str, str], where: str, what: str) -> None:
    course = load(base(tmp_path / "c"))
    reading = read_overlay(broken(tmp_path / "o", edit), course)

    assert reading.overlay is None
    said = [f"{each.file}:{each.line} {each.what}" for each in reading.problems]
    assert any(each.startswith(where) and what in each for each in said), said


def test_editors_are_told_of_overlays_too() -> None:
    written = yaml.load((TOWN / FILE).read_text(encoding="utf-8"), Loader)

    assert [*VALIDATORS["overlay"].iter_errors(written)] == []
    assert [*VALIDATORS["overlay"].iter_errors({**written, "tools": [{"name": "x", "use": "maybe"}]})]


def test_names_of_a_course_are_declared_used_and_well_formed(tmp_path: Path) -> None:
    unused = base(tmp_path / "unused", (FIRST, "{desk.security}", "情報担当"))
    unknown = base(tmp_path / "unknown", (FIRST, "{desk.security}", "{desk.safety}"))
    shapeless = base(tmp_path / "shapeless", ("course.yaml", "name: desk.security", "name: desk"))
    nowhere = base(tmp_path / "nowhere", ("course.yaml", "d05-tanaoroshi\nwords", "d99\nwords"))

    assert "nothing uses the word `desk.security`" in str(read(unused).problems)
    assert "`desk.safety` is no word here" in str(read(unknown).problems)
    assert "`desk` is no name" in str(read(shapeless).problems)
    assert "`d99` is no lesson of the course" in str(read(nowhere).problems)


def test_what_a_new_edition_changes_under_it_is_told(tmp_path: Path) -> None:
    old = load(base(tmp_path / "old"))
    overlay = overlay_of(old)
    new = load(base(tmp_path / "new", (FIRST, "迷ったら書かない、で十分です。", "迷ったら、書かない。")))
    ids = ("lessons: [d01-hajime, d02-dx-towa", "lessons: [d02-dx-towa, d01-hajime")
    moved = load(base(tmp_path / "moved", ("course.yaml", *ids)))

    assert under(old, old, overlay) == ()
    assert [type(each) for each in under(old, new, overlay)] == [TextUnderRule]
    assert [type(each) for each in under(old, moved, overlay)] == [PlaceMoved]
    gone = replace(old, weeks=(), words=())
    assert [type(each) for each in under(old, gone, overlay)] == [RuleGone, PlaceGone, WordGone]


def test_what_fitted_an_older_edition_only_is_refused_when_a_cohort_begins(tmp_path: Path) -> None:
    new = ("d02-dx-towa", "d02-new")
    renamed = base(tmp_path / "c", ("course.yaml", *new), ("glossary.yaml", *new))
    (path,) = (renamed / "lessons").glob("02-*.md")
    path.write_text(path.read_text(encoding="utf-8").replace("id: d02-dx-towa", "id: d02-new"), encoding="utf-8")

    with pytest.raises(BrokenCourse, match="`d02-dx-towa` is no lesson of the course"):
        course_in(kept(renamed))
