"""`kotsu course diff` as an author runs it."""

import json
from pathlib import Path

from bot.commands.course.changed import words
from lessons.packing import pack
from tests.bot.kotsu import Kotsu
from tests.lessons.editions import mended
from tests.shelf import COURSES

K1, K3 = "lessons/k01.md", "lessons/k03.md"
EDITS = (
    ("course.yaml", '"2026.11"', '"2026.12"'),
    (K1, "value: 12.5", "value: 12"),
    (K3, "今週をふりかえってみましょう。", "今週のことを、ふりかえってみましょう。"),
)


def test_right_answers_first_then_lesson_by_lesson(kotsu: Kotsu, tmp_path: Path) -> None:
    done = kotsu("course", "diff", str(COURSES / "kinds"), str(mended(tmp_path, *EDITS)), "--language", "ja")
    lines = [line for line in done.said.splitlines() if line]

    assert done.status == 0
    assert lines == [
        "問いのいろいろ 2026.11 → 問いのいろいろ 2026.12",
        "正解の変更 1  ことばの変更 1",
        "受講中のコホートにも入れられます(kotsu course amend)。",
        "正解が変わる問題",
        "  k01-number: 正解は、前は「12.5% ±0.5」、今度は「12% ±0.5」",
        "3日目 ふりかえり",
        "  段落1: 今週[-を-]{+のことを、+}ふりかえってみましょう。",
    ]


def test_a_program_gets_the_same_and_a_pack_will_do(kotsu: Kotsu, tmp_path: Path) -> None:
    old, new = tmp_path / "old.kotsu.zip", mended(tmp_path, *EDITS)
    old.write_bytes(pack(COURSES / "kinds"))
    told = json.loads(kotsu("course", "diff", str(old), str(new), "--json").said)

    assert told["new"] == {"id": "kinds", "title": "問いのいろいろ", "edition": "2026.12"}
    assert told["counts"] == {"key": 1, "structure": 0, "fact": 0, "wording": 1, "glossary": 0}
    assert told["amendable"] is True
    assert told["changes"][0]["kind"] == "key"
    assert told["changes"][0]["quiz"] == "k01-number"


def test_what_cannot_be_compared_is_named_with_its_line(kotsu: Kotsu, tmp_path: Path) -> None:
    broken = mended(tmp_path, (K1, "kind: short", "kind: shrot"))

    assert "lessons/k01.md:" in kotsu("course", "diff", str(COURSES / "kinds"), str(broken)).sorry()
    assert "cannot be read" in kotsu("course", "diff", str(tmp_path / "nothing"), str(broken)).sorry()


def test_words_are_shown_piece_by_piece() -> None:
    assert words("満足度90%の見出し", "満足度80%の見出し") == "満足度[-90-]{+80+}%の見出し"
    assert words("The earlier, the better.", "The sooner, the better.") == "The [-earlier-]{+sooner+}, the better."
    assert words("", "新しい段落") == "{+新しい段落+}"
    long = "長い文の、変わらないところは、短くして見せます。"
    assert (
        words(f"{long}古い。{long}", f"{long}新しい。{long}")
        == "…ろは、短くして見せます。[-古-]{+新し+}い。長い文の、変わらない…"
    )
