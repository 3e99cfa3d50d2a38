"""A whole programme: the roster, the invitations, two weeks of learning, and all that the office does meanwhile. Every
number that is said is counted once more by the database itself.
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import ColumnElement, Select, Table, func, select

from messages.incoming import ChannelName
from messages.letter import State
from school.digests import due
from store import schema
from tests.acceptance.bot import MONDAY
from tests.acceptance.learner import InSlack
from tests.acceptance.officer import write
from tests.acceptance.programme import STAFF, Programme, programme, roster
from tests.acceptance.walks import FRIDAY
from tests.acceptance.weather import befalls

Found = TypeVar("Found")
MANAGED = "総務部/課09"
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
        manager = await town.appointed("manager", "--section", MANAGED)
        town.bot.write(lambda work: due.switch(work, town.bot.clock.now(), wanted=True))
        await _a_week(town, 1)
        await _is_summed_up(town, 1, chief, manager)
        await _the_office_speaks(town, author, chief)
        await _a_week(town, 2)
        await _is_summed_up(town, 2, chief, manager)
        await _rests_and_goes_on(town, chief)


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
    await town.bot.move_to(FRIDAY, "16:10")
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
    read = [sum("来週の研修について" in words for words in seen) for seen in await town.seen()]
    assert read == [1] * len(town.members), "everybody reads it once"


async def _is_summed_up(town: Programme, week: int, officer: InSlack, manager: InSlack) -> None:
    """Friday at 16:00: the office reads all, the head of a section their own."""
    await town.bot.move_to(MONDAY + timedelta(days=7 * week - 3), "16:00")
    await town.bot.advance(timedelta(seconds=5))
    people, finished = _learners(town, MANAGED, 0), _learners(town, MANAGED, 5 * week)
    assert f"{people}人中{finished}人が今週の学習を終えました。" in await manager.last()
    sections = [section for section in town.sections if _learners(town, section, 0) >= 5]
    everybody, done = (sum(_learners(town, each, least) for each in sections) for least in (0, 5 * week))
    told = await officer.last()
    assert f"{everybody}人中{done}人が今週の学習を終えました。" in told
    assert f"{people}人: 始めた {finished}" in told


async def _rests_and_goes_on(town: Programme, officer: InSlack) -> None:
    """Heavy rain on Friday at 16:30; on Thursday, after three holidays, the office goes on by the plan it sees."""
    friday, thursday = MONDAY + timedelta(days=11), MONDAY + timedelta(days=17)
    await town.bot.move_to(friday, "16:30")
    waiting = _count(town, schema.outbox, LETTERS.state == State.WAITING)
    await officer.say("災害モード 全体 はい")
    learners = _count(town, schema.enrolments)
    assert f"静かにしました。{learners}人がお休みに入り、{waiting}通を止めました。" in await officer.last()
    heard = await town.seen()
    await town.bot.move_to(thursday, "8:40")
    assert await town.seen() == heard, "not a word"
    await town.bot.move_to(thursday, "9:30")
    await officer.say("再開")
    plan = await officer.last()
    assert f"({learners}人)" in plan
    (last,) = re.findall(r"最後のレッスンは .+ から (\d+/\d+)\(.\) へ、1日うごきます。", plan)
    await officer.say("災害モード 再開 ずらす")
    assert "再開しました" in await officer.last()
    rest = [thursday + timedelta(days=ahead) for ahead in (1, 4, 5, 6, 7)]
    await town.bot.move_to(rest[0], "8:40")
    news = [seen[len(before) :] for seen, before in zip(await town.seen(), heard, strict=True)]
    lessons = [sum("予行演習の11日目" in words for words in some) for some in news]
    assert lessons == [int(each in town.keen) for each in town.members], "one lesson, and no flood"
    for number, day in enumerate(rest, start=11):
        await town.learn(day, number, begin=town.keen)
    day = _rows(town, select(func.max(schema.taken.c.day)))
    assert last == f"{day.month}/{day.day}"


def _learners(town: Programme, section: str, finished: int) -> int:
    """Learners who work there and have finished so many lessons."""
    lessons = (
        select(func.count())
        .where(schema.taken.c.enrolment == schema.enrolments.c.id, schema.taken.c.finished_at.is_not(None))
        .scalar_subquery()
    )
    working = (
        schema.enrolments.join(schema.staff, schema.staff.c.person == schema.enrolments.c.person)
        .join(schema.posts, schema.posts.c.staff == schema.staff.c.id)
        .join(schema.sections, schema.sections.c.id == schema.posts.c.section)
    )
    there = select(func.count()).select_from(working).where(schema.sections.c.path == section, lessons >= finished)
    return _rows(town, there)


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


def _rows(town: Programme, query: Select[Found]) -> Found:
    with town.bot.database.root() as root:
        return root.organisations.connection.scalars(query).one()


def _said(seen: Iterable[str]) -> str:
    return "\n".join(seen)
