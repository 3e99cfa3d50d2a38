"""A course in one file: always the same, and nothing but a course ever comes out of it."""

import os
import zipfile
from io import BytesIO
from pathlib import Path
from shutil import copytree
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.library import BUILT_IN, BrokenCourse, load
from lessons.packing import contents, digest, pack, read_pack
from tests.lessons.bundles import FACTS, LESSON, MANIFEST, SECOND, write
from tests.shelf import COURSES

KINDS: Final = COURSES / "kinds"
FILES: Final[dict[str | ZipInfo, str | bytes]] = {
    "course.yaml": MANIFEST,
    "facts.yaml": FACTS,
    "lessons/01.md": LESSON,
    "lessons/02.md": SECOND,
}


def zipped(files: dict[str | ZipInfo, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """An archive as somebody makes one by hand."""
    whole = BytesIO()
    with ZipFile(whole, "w", compression) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return whole.getvalue()


def said(raw: bytes) -> list[str]:
    bundle = read_pack(raw)
    assert bundle.course is None
    return [f"{each.file}: {each.what}" for each in bundle.problems]


@pytest.mark.parametrize("folder", [*BUILT_IN.iterdir(), *COURSES.iterdir()], ids=lambda folder: folder.name)
def test_what_is_packed_is_what_is_taught(folder: Path) -> None:
    assert read_pack(pack(folder)).course == load(folder)


def test_the_same_content_gives_the_same_bytes_wherever_and_whenever_it_is_packed(tmp_path: Path) -> None:
    copied = copytree(KINDS, tmp_path / "elsewhere")
    for path in copied.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (0, 0))
    (copied / "notes.txt").write_text("not of the course", encoding="utf-8")
    (copied / "lessons" / ".hidden.md").write_text("nor this", encoding="utf-8")

    assert pack(copied) == pack(KINDS)


def test_a_digest_stands_for_the_content_and_not_for_the_way_it_is_packed(tmp_path: Path) -> None:
    ours, by_hand = pack(write(tmp_path / "c")), zipped(FILES)

    assert ours != by_hand
    assert digest(ours) == digest(by_hand)
    assert digest(ours) != digest(zipped({**FILES, "course.yaml": MANIFEST + "\n"}))


def test_a_broken_course_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(BrokenCourse, match="no `objective`"):
        pack(write(tmp_path / "c", first=LESSON.replace("objective: 説明できる。\n", "")))


def test_a_broken_course_in_a_pack_is_told_by_file_and_line() -> None:
    broken = zipped({**FILES, "lessons/01.md": LESSON.replace("objective: 説明できる。\n", "")})

    assert [str(each) for each in read_pack(broken).problems] == [
        "lessons/01.md:2: the lesson has no `objective`: it is needed"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../course.yaml",
        "/course.yaml",
        "lessons/../../x.md",
        "lessons\\01.md",
        "lessons/deeper/01.md",
        "./course.yaml",
        "lessons//01.md",
        "lessons/.01.md",
        "lessons/",
        "lessons/01.exe",
        "c:/course.yaml",
        "x.md",
        "課程.yaml",
    ],
)
def test_no_file_that_is_not_of_a_course_is_taken(name: str) -> None:
    assert any("this is no file of a course" in each for each in said(zipped({**FILES, name: "x"})))


def test_a_link_is_no_file() -> None:
    link = ZipInfo("lessons/03.md")
    link.create_system, link.external_attr = 3, 0o120777 << 16

    assert said(zipped({**FILES, link: "/etc/hostname"})) == ["lessons/03.md: this is a link or a device, and no file"]


def test_a_bomb_is_seen_by_its_size_and_not_unpacked() -> None:
    big = zipped({**FILES, "lessons/03.md": b"\0" * 2**26})
    assert len(big) < 2**17
    announced, one = said(big)
    assert announced.startswith("pack: it would unpack to 67,1")
    assert one == "lessons/03.md: this file would be 67,108,864 bytes"
    many = zipped({f"lessons/{number}.md": b"" for number in range(1_001)})
    assert said(many) == ["pack: there are 1001 files in it"]


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_announced() -> None:
    honest = zipped({"course.yaml": b"a" * 2**20})
    lying = honest.replace((2**20).to_bytes(4, "little"), (9).to_bytes(4, "little"))

    assert ["no whole zip archive" in each for each in said(lying)] == [True]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_is_there_once() -> None:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for text in ("one", "two"):
            archive.writestr("course.yaml", text)

    assert said(whole.getvalue()) == ["course.yaml: this file is there twice"]


def test_another_way_of_packing_is_not_tried() -> None:
    assert said(zipped(FILES, zipfile.ZIP_LZMA))[0].startswith("course.yaml: this file is locked or packed")


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    assert read_pack(raw).course is None


@given(st.data())
def test_no_damage_breaks_the_reader(data: st.DataObject) -> None:
    sound = zipped(FILES)
    at = data.draw(st.integers(0, len(sound) - 1))
    damaged = sound[:at] + data.draw(st.binary(max_size=4)) + sound[at + data.draw(st.integers(0, 4)) :]

    bundle = read_pack(damaged)

    assert (bundle.course is None) == bool(bundle.problems)


def test_a_pack_comes_out_as_it_went_in(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")

    assert contents(pack(folder)) == {str(name): (folder / str(name)).read_bytes() for name in FILES}
