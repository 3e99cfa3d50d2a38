"""LINE's month runs out: the office is told in time, learners fetch their lessons, and nobody is late."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from typing import Final

import pytest

from lessons.notice import Notice
from school import appointing, pulling
from school.announcing import drafting, sending
from school.announcing.drafting import Draft
from school.pulling import Why
from school.quota import on_line, remaining
from school.rights import operator
from store.announcement import Announcement, Audience
from store.metered import Pull
from store.office import Role
from store.values import Account
from tests.acceptance.bot import TOKYO, TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.walks import finish, in_order
from tests.acceptance.weather import sky

ROOT: Final = operator("root")
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 9, 28) + timedelta(days=ahead) for ahead in range(4))
A_WHILE: Final = timedelta(minutes=2)


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """Three working days before the month ends, with five messages on LINE."""
    async with town(database_url, datetime.combine(MONDAY, time(8), TOKYO), quota=5) as running:
        yield running


def _account(bot: TestBot) -> Account:
    return bot.read(lambda work: on_line(work)[0])


async def _turned(bot: TestBot, pull: Pull | None) -> None:
    await bot.advance(A_WHILE)
    await bot.until(lambda: _account(bot).pull is pull)
    await bot.settled()


async def _officer(bot: TestBot) -> InSlack:
    officer, at = await bot.in_slack("officer"), bot.clock.now()
    code = bot.write(lambda work: appointing.offer(work, ROOT, Role.OFFICER, section=None, at=at))
    await officer.say(f"役割 {code}")
    return officer


async def _told_to_fetch(hana: OnLine) -> None:
    for word, told in (
        ("進捗", "次に開ける日"),
        ("設定", "いまは送っていません"),
        ("設定 8:40", "「今日」と送ると始め"),
        ("休む 今日だけ", "「今日」と送ると始められます"),
    ):
        await hana.say(word)
        assert told in await hana.last()
        assert "に届きます" not in await hana.last()
    await hana.say("再開")


async def test_the_month_runs_out_and_learning_goes_on(bot: TestBot) -> None:
    officer, hana, ken, taro = await _officer(bot), await bot.on_line(), await bot.on_line("けん"), await bot.in_slack()
    for each in (hana, ken, taro):
        await bot.join(each)
    await bot.move_to(MONDAY)
    await bot.until(lambda: bot.read(lambda work: work.readings.last(_account(bot).id)) is not None)
    await bot.advance(A_WHILE)
    await bot.until(lambda: any(":foreseen:" in each.key for each in bot.letters()))
    await bot.settled()
    assert "月末より前に足りなくなります" in await officer.last()
    for each in (hana, taro):
        await finish(each, 1)

    await bot.move_to(TUESDAY)
    for each in (hana, taro):
        await finish(each, 2)
    await _turned(bot, Pull.SHORT)
    assert "残りが1日分に足りない" in await officer.last()
    assert bot.read(lambda work: remaining(work, bot.clock.now())) == 1

    await bot.move_to(WEDNESDAY)
    assert "3日目" in await taro.last(), "Slack costs nothing"
    assert not [each for each in await hana.seen() if "3日目/5" in each]
    await hana.say("今日")
    assert in_order(await hana.seen(), "いまは、レッスンをこちらからは送っていません", "3日目/5")
    await finish(hana, 3)
    await _told_to_fetch(hana)
    await taro.say("進捗")
    assert "次に届く日" in await taro.last(), "in Slack they are sent"
    await officer.say("配信量")
    told = await officer.last()
    assert all(word in told for word in ("4通(上限 5通)", "1通", "「今日の3分」で開く(9/29(火)から")), told
    await hana.say("配信量")
    assert "この操作ができる役割を" in await hana.last()

    await bot.move_to(THURSDAY, "0:30")
    await _turned(bot, None)
    await bot.move_to(THURSDAY)
    assert [each for each in await hana.seen() if "4日目/5" in each]
    assert "元に戻しました" in "".join(await officer.seen())
    assert not [each for each in await ken.seen() if "お忙しい" in each], "who was left alone is not called silent"
    warned = [each.key for each in bot.letters() if each.key.startswith("quota:")]
    assert len(warned) == len(set(warned)) == 3, warned


async def test_what_line_refuses_waits_and_replies_go_on(bot: TestBot) -> None:
    hana, desk = await bot.on_line(), await bot.in_slack()
    for each in (hana, desk):
        await bot.join(each)
    await bot.move_to(MONDAY)
    await finish(hana, 1)
    await sky(bot, line={"monthly_limit": True})
    await bot.move_to(TUESDAY)
    assert any("used up" in each.reason for each in bot.letters())
    assert _account(bot).pull is None, "LINE's own figures leave room"
    await hana.say("今日")
    assert [each for each in await hana.seen() if "2日目/5" in each], "by reply"
    at = bot.clock.now()
    made = bot.write(lambda work: drafting.draft(work, ROOT, Draft(Notice("停電", "水曜は休みです。"), Audience()), at))
    assert isinstance(made, Announcement)
    bot.write(lambda work: sending.send(work, ROOT, work.announcements.get(made.id), at))
    await bot.advance(A_WHILE)
    assert "停電" in await desk.last()
    way = bot.read(lambda work: work.announcements.way(made.id))
    assert (way.sent, way.open, way.failed) == (1, 1, 0)
    account, shelf = _account(bot), bot.shelf
    again = bot.write(lambda work: pulling.choose(work, shelf, ROOT, account, pull=True, at=at))
    assert (again, _account(bot).pull) == (None, Pull.CHOSEN)
    await sky(bot)
    await bot.move_to(WEDNESDAY)
    assert not [each for each in await hana.seen() if "3日目/5" in each], "what the office chose stays"
    assert [each for each in await hana.seen() if "停電" in each]
    at = bot.clock.now()
    choose = pulling.choose
    assert bot.write(lambda work: choose(work, shelf, ROOT, account, pull=False, at=at)) is None
    assert bot.write(lambda work: choose(work, shelf, ROOT, account, pull=False, at=at)) is Why.ALREADY
