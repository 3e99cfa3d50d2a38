"""A tiny run yields sane rows; how fast this machine is, no test says."""

import json
import subprocess
import sys
from pathlib import Path

KOTSU = Path(sys.executable).with_name("kotsu")


def test_a_tiny_run_tells_rates_against_their_floor(tmp_path: Path) -> None:
    told = tmp_path / "bench.json"
    subprocess.run(
        [KOTSU, "bench", "pace", "--database", "sqlite", "--seconds", "1", "--json", told],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )

    (row,) = json.loads(told.read_text(encoding="utf-8"))
    assert (row["name"], row["database"]) == ("pace", "sqlite")
    assert row["rate"] > 0
    assert all(ratio > 0 for ratio in row["ratio"].values())
    assert row["ratio"].keys() == row["floors"].keys()
    assert 0 < row["p50_ms"] <= row["p99_ms"]


def test_an_announcement_reaches_everybody_once_in_few_calls(tmp_path: Path) -> None:
    told = tmp_path / "bench.json"
    many = ("--recipients", "501", "--slack", "3", "--rounds", "2")
    subprocess.run(
        [KOTSU, "bench", "announce", *many, "--database", "sqlite", "--seconds", "0.2", "--json", told],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )

    (row,) = json.loads(told.read_text(encoding="utf-8"))
    assert (row["line_calls"], row["reached"], row["duplicates"]) == (2, 504, 0)
    assert row["rounds"] == 2
    assert row["answer_p95_ratio"] > 0
    assert row["wall_s"] >= row["busy_s"] > 0
    assert min(row["line_rate"], row["floors"]["bare"], row["ratio"]["bare"]) > 0
