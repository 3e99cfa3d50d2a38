"""A whole programme: the roster, the invitations, two weeks of learning, and all that the office does meanwhile. Every
number that is said is counted once more by the database itself.
"""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, Select, Table, func, select

from messages.incoming import ChannelName
from messages.letter import State
from store import schema
from tests.acceptance.bot import MONDAY
from tests.acceptance.learner import InSlack
from tests.acceptance.officer import write
from tests.acceptance.programme import STAFF, Programme, programme, roster
from tests.acceptance.walks import NEXT_MONDAY
from tests.acceptance.weather import befalls

LETTERS = schema.outbox.c


async def test_three_hundred_people_and_their_office(
    database_url: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    learners = int(pytestconfig.getoption("learners"))
    async with programme(database_url, tmp_path) as town:
        _staff_comes_from_a_file(town)
        await town.invited(learners)
        assert _count(town, schema.enrolments) == learners
        author, chief = await town.appointed("officer"), await town.appointed("officer")
        await _a_week(town, 1)
        await town.bot.move_to(NEXT_MONDAY, "8:40")
        await _the_office_speaks(town, author, chief)


def _staff_comes_from_a_file(town: Programme) -> None:
    (town.folder / "list.csv").write_bytes(roster())
    preview = town.kotsu("roster", "import", str(town.folder / "list.csv"))
    assert f"CP932(Shift_JIS互換)、{STAFF}人" in preview
    assert f"新規: {STAFF}" in preview
    assert _count(town, schema.staff) == 0, "a preview writes nothing"
    town.kotsu("roster", "import", str(town.folder / "list.csv"), "--apply")
    assert _count(town, schema.staff) == STAFF


async def _a_week(town: Programme, week: int) -> None:
    """Two in three learn every day, the others not at all."""
    before, lessons = _count(town, schema.attempts), range(5 * week - 4, 5 * week + 1)
    for number in lessons:
        await town.learn(MONDAY + timedelta(days=number - 1 + 2 * (week - 1)), number, begin=town.keen)
    quizzes = sum(len(each.quizzes) for each in town.bot.shelf.courses[0].lessons if each.number in lessons)
    assert _count(town, schema.attempts) - before == quizzes * len(town.keen)


async def _the_office_speaks(town: Programme, author: InSlack, chief: InSlack) -> None:
    """Written, allowed, stopped half-way, sent to the rest."""
    town.kotsu("org", "approval", "on")
    await town.bot.move_to(NEXT_MONDAY, "9:30")
    await write(author, question="出られますか", options="出られます\n欠席します")
    line, slack = _members(town, ChannelName.LINE), _members(town, ChannelName.SLACK)
    assert f"{line + slack}人(LINE {line}人・Slack {slack}人)" in _said(await author.seen())
    await author.press("送信を申請")
    await chief.press("承認")
    await befalls(town.bot, ("/v2/bot/message/multicast", "rate_429"), ("/v2/bot/message/multicast", "rate_429"))
    await town.bot.advance(timedelta(seconds=61))
    await author.press("中止")
    assert f"{line + slack}人のうち {_letters(town, State.SENT)}人に届きました" in _said(await author.seen())
    assert _letters(town, State.SENT, State.CANCELLED) == line + slack
    await town.bot.advance(timedelta(minutes=10))
    await author.press("届かなかった人")
    await author.press("もう一度送る")
    await town.bot.advance(timedelta(seconds=4))
    assert f"{line + slack}人のうち {_letters(town, State.SENT)}人に届きました" in _said(await author.seen())
    for member in town.members:
        read = [seen for seen in await member.chat.seen() if "来週の研修について" in seen]
        assert len(read) == 1, f"{member.number} reads it once"


def _members(town: Programme, channel: ChannelName) -> int:
    """Learners who are reached on this platform."""
    on = schema.contacts.join(schema.accounts, schema.accounts.c.id == schema.contacts.c.account)
    enrolled = schema.contacts.c.person.in_(select(schema.enrolments.c.person))
    return _rows(town, select(func.count()).select_from(on).where(enrolled, schema.accounts.c.channel == channel))


def _letters(town: Programme, *states: State) -> int:
    """Letters of announcements in these states."""
    return _count(town, schema.outbox, LETTERS.key.startswith("announcement:"), LETTERS.state.in_(states))


def _count(town: Programme, table: Table, *conditions: ColumnElement[bool]) -> int:
    return _rows(town, select(func.count()).select_from(table).where(*conditions))


def _rows(town: Programme, query: Select[int]) -> int:
    with town.bot.database.root() as root:
        return root.organisations.connection.scalars(query).one()


def _said(seen: Iterable[str]) -> str:
    return "\n".join(seen)
