"""A whole programme: the roster, the invitations, two weeks of learning, and all that the office does meanwhile."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from store import schema
from tests.acceptance.bot import MONDAY
from tests.acceptance.programme import STAFF, Programme, programme, roster


def _count(town: Programme, table: str) -> int:
    """The rows of a table, counted by the database."""
    with town.bot.database.root() as root:
        rows = root.organisations.connection.execute(select(func.count()).select_from(schema.metadata.tables[table]))
        return int(rows.scalar_one())


async def test_three_hundred_people_and_their_office(
    database_url: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    learners = int(pytestconfig.getoption("learners"))
    async with programme(database_url, tmp_path) as town:
        _staff_comes_from_a_file(town)
        await town.invited(learners)
        assert _count(town, "enrolments") == learners
        await _the_first_week(town)


async def _the_first_week(town: Programme) -> None:
    """Two in three learn every day, the others not at all."""
    for number in range(5):
        await town.learn(MONDAY + timedelta(days=number), number + 1, begin=town.keen)
    quizzes = [len(each.quizzes) for each in town.bot.shelf.courses[0].lessons[:5]]
    assert _count(town, "attempts") == sum(quizzes) * len(town.keen)


def _staff_comes_from_a_file(town: Programme) -> None:
    (town.folder / "list.csv").write_bytes(roster())
    preview = town.kotsu("roster", "import", str(town.folder / "list.csv"))
    assert f"CP932(Shift_JIS互換)、{STAFF}人" in preview
    assert f"新規: {STAFF}" in preview
    assert _count(town, "staff") == 0, "a preview writes nothing"
    town.kotsu("roster", "import", str(town.folder / "list.csv"), "--apply")
    assert _count(town, "staff") == STAFF
    assert _count(town, "posts") == STAFF
