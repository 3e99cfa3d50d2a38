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
