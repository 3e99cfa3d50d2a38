"""The way SQLite takes to what it is asked often: not through everything the town has."""

import shutil
from pathlib import Path

from store.database import Database
from store.work import Work
from tests.store.world import NOW, town


def _asks(work: Work) -> None:
    """What every turn and every round of lessons asks."""
    work.attempts.answered(1)
    work.attempts.answered_by([1, 2])
    work.attempts.for_quiz(1, "q")
    work.attempts.of(1)
    work.taken.all(1)
    work.taken.all_of([1, 2])
    work.answers.untold(1)
    work.answers.unread(1)
    work.sittings.of(1)
    work.silenced.of(1)
    work.leaves.of(1)
    work.picks.get(1, "q")
    work.contacts.of_person(1)
    work.contacts.of_people([1, 2])
    work.contacts.met([1, 2])
    work.enrolments.of_person(1)
    work.enrolments.of_people([1, 2])
    work.threads.find(1, "room", "hana", "message")
    work.outbox.to_count(1, NOW)
    work.outbox.coming(1)
    work.outbox.waits(1)


def test_nobody_is_looked_for_among_everybody(migrated_sqlite: Path, tmp_path: Path) -> None:
    shutil.copy(migrated_sqlite, tmp_path / "kotsu.db")
    here = town(Database(f"sqlite:///{tmp_path}/kotsu.db"))
    asked: list[str] = []
    with here.database.read(here.number) as work:
        driver = work.people.connection.connection.dbapi_connection
        assert driver is not None
        driver.set_trace_callback(asked.append)
        _asks(work)
        driver.set_trace_callback(None)
        walks = [
            f"{step[3]}: {statement}"
            for statement in asked
            for step in work.people.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")
            if _is_walk(step[3])
        ]
    here.database.close()
    assert walks == []


def _is_walk(step: str) -> bool:
    """Through every row, or every row of the organisation."""
    return "(organisation=?)" in step or (step.startswith("SCAN") and step != "SCAN CONSTANT ROW")
