"""The answers to an announcement's question leave by code, the oldest first, and that they were taken is on record."""

import csv
import io
from datetime import UTC, datetime, timedelta

from store.announcement import Stage
from store.database import Database
from tests.bot.kotsu import Kotsu

NOW = datetime(2026, 9, 7, tzinfo=UTC)


def test_votes_leave_by_code_and_who_took_them_stands_on_record(kotsu: Kotsu) -> None:
    kotsu("org", "create", "町役場")
    (kotsu.folder / "body.txt").write_text("会場は変わりません。", encoding="utf-8")
    words = ("announce", "draft", "研修について", "--body", "body.txt")
    kotsu(*words, "--question", "出られますか", "--option", "=1+1", "--option", "欠席します")
    kotsu(*words)
    hana, ken = _voted(kotsu)

    told = kotsu("announce", "votes", "1").said
    rows = [tuple(row.values()) for row in csv.DictReader(io.StringIO(told))]
    assert rows == [
        (f"P{ken}", "B", "欠席します", "2026-09-07T00:00:00+00:00"),
        (f"P{hana}", "A", "'=1+1", "2026-09-07T00:01:00+00:00"),
    ]
    assert "はな" not in told
    assert kotsu("announce", "votes", "1", "--csv", "votes.csv").status == 0
    assert (kotsu.folder / "votes.csv").read_bytes().startswith(b"\xef\xbb\xbfperson,chosen,answer,at")
    assert "asks nothing" in kotsu("announce", "votes", "2", "--csv", "none.csv").sorry()
    assert "no announcement with the number 9" in kotsu("announce", "votes", "9", "--csv", "none.csv").sorry()
    assert "cannot be written" in kotsu("announce", "votes", "1", "--csv", "/nowhere/a.csv").sorry()
    assert not (kotsu.folder / "none.csv").exists()
    taken = [line.split(",")[3:] for line in kotsu("audit", "export").said.splitlines() if "export_answers" in line]
    assert taken == [["export_answers", "announcement:1", "votes"]] * 2, "what did not leave is not on record"


def _voted(kotsu: Kotsu) -> tuple[int, int]:
    """Two who answered, the second one first."""
    database = Database(f"sqlite:///{kotsu.folder / 'kotsu.db'}")
    with database.root() as root:
        work = root.work(1)
        work.announcements.move(1, (Stage.DRAFT,), Stage.SENDING, NOW)
        hana, ken = (
            work.people.create(nickname=name, language="ja", section_family="default", at=NOW).id
            for name in ("はな", "けん")
        )
        work.votes.cast(1, hana, "A", NOW + timedelta(minutes=1))
        work.votes.cast(1, ken, "B", NOW)
    database.close()
    return hana, ken
