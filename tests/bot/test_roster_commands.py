"""`kotsu roster`: from a file onto the list and back out, and what cannot be."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.bot.kotsu import Done

HEAD = "職員番号,氏名,フリガナ,所属,職名\n"


@dataclass(frozen=True, slots=True)
class Office:
    """`kotsu …` in this process, on a database of its own."""

    folder: Path

    def __call__(self, *words: str) -> Done:
        """Run a command."""
        ours = {"KOTSU_DATABASE_URL": f"sqlite:///{self.folder / 'kotsu.db'}"}
        ended = CliRunner(env=ours).invoke(app, [self._there(word) for word in words])
        return Done(ended.exit_code, ended.stdout, ended.stderr)

    def _there(self, word: str) -> str:
        return str(self.folder / word) if "." in word else word


@pytest.fixture
def kotsu(migrated_sqlite: Path, tmp_path: Path) -> Office:
    """Its database is at this version and empty."""
    (tmp_path / "kotsu.db").write_bytes(migrated_sqlite.read_bytes())
    return Office(tmp_path)


def test_a_roster_of_three_hundred_in_cp932(kotsu: Office) -> None:
    kotsu("org", "create", "町役場")
    rows = [f"{number:04},職員 {number:03},ショクイン,総務部 課{number % 12:02},主事\n" for number in range(1, 301)]
    file = kotsu.folder / "名簿.csv"
    file.write_bytes((HEAD + "".join(rows)).encode("cp932"))

    shown = kotsu("roster", "import", str(file)).said
    assert "CP932(Shift_JIS互換)、300人" in shown
    assert "新規: 300" in shown
    assert "新しい所属: 12" in shown
    assert "0001 職員 001: 総務部/課01 主事" in shown
    assert "ほか 280 件" in shown
    assert "取り込みました" in kotsu("roster", "import", str(file), "--apply").said
    assert "変えるところはありません" in kotsu("roster", "import", str(file), "--apply").said

    file.write_bytes((HEAD + "".join(rows[1:]) + "0301,=cmd,,総務部 課01,\n").encode("cp932"))
    refused = kotsu("roster", "import", str(file), "--apply")
    assert "301行目 B列「氏名」 計算式かエラーです" in refused.said
    assert "何も変えていません" in refused.sorry()

    file.write_bytes((HEAD + "".join(rows[1:]) + "0301,神󠄀 はな,,総務部 課01,@主事\n").encode())
    assert "退職・転出: 1" in kotsu("roster", "import", str(file), "--apply", "--complete").said
    out = kotsu.folder / "out.csv"
    assert "0301" in kotsu("roster", "export", str(out), "--cp932").said
    table = list(csv.reader(out.read_bytes().decode("cp932").splitlines()))
    assert (len(table), table[-1][1], table[-1][5]) == (302, "神〓 はな", "'@主事")
    kotsu("roster", "export", str(kotsu.folder / "out.xlsx"))
    assert "変えるところはありません" in kotsu("roster", "import", str(kotsu.folder / "out.xlsx")).said

    assert "2人" in kotsu("roster", "undo").said
    assert "取り消せる取り込みはありません" in kotsu("roster", "undo").sorry()
    log = kotsu("audit", "export").said
    assert [verb in log for verb in ("import_roster", "export_roster")] == [True, True]


def test_what_cannot_be_is_said_in_one_sentence(kotsu: Office) -> None:
    kotsu("org", "create", "町役場")
    (kotsu.folder / "big.csv").write_bytes(b"x" * 50_000_000)
    (kotsu.folder / "list.pdf").write_bytes(b"%PDF")

    assert "大きすぎます" in kotsu("roster", "import", "big.csv").said
    assert "種類のファイル" in kotsu("roster", "import", "list.pdf").said
    assert "cannot be read" in kotsu("roster", "import", "none.csv").sorry()
    assert "neither" in kotsu("roster", "export", "out.txt").sorry()
