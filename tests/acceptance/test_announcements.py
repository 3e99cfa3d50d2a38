"""The office speaks to many: once to everybody, stopped and gone on with, never in an answer's way."""

import json
from datetime import timedelta

from lessons.notice import Notice
from messages.letter import State
from school.announcing import drafting, sending
from school.announcing.drafting import Draft
from school.announcing.sending import Sent
from school.rights import operator
from store.announcement import Announcement, Audience, Stage, Way
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.looking_back import browser, link
from tests.acceptance.weather import befalls

ROOT = operator("root")
NOTICE = Notice(
    "来週の研修について",
    "月曜日は午後から始めます。\n\n会場は変わりません。",
    link="https://example.com/map",
    link_label="会場の地図",
    question="出られますか",
    options=("出られます", "欠席します"),
)


def _sent(bot: TestBot, notice: Notice = NOTICE) -> Announcement:
    at = bot.clock.now()
    made = bot.write(lambda work: drafting.draft(work, ROOT, Draft(notice, Audience()), at))
    assert isinstance(made, Announcement)
    outcome = bot.write(lambda work: sending.send(work, ROOT, made, at))
    assert isinstance(outcome, Sent), outcome
    return outcome.announcement


def _way(bot: TestBot, announcement: Announcement) -> Way:
    return bot.read(lambda work: work.announcements.way(announcement.id))


async def test_everybody_reads_it_once_and_answers_its_question(bot: TestBot) -> None:
    people = [await bot.on_line(name) for name in ("はな", "けん", "まり")]
    desk = await bot.in_slack()
    for number, each in enumerate(people):
        await bot.join(each, f"人{number}")
    await bot.join(desk)
    await bot.move_to(MONDAY, "9:30")
    announcement = _sent(bot)
    await bot.advance(timedelta(seconds=30))
    assert not _way(bot, announcement).total, "for a minute it can be undone"
    await bot.advance(timedelta(seconds=40))
    for reader in (*people, desk):
        assert [seen for seen in await reader.seen() if "来週の研修について" in seen and "会場の地図" in seen]
    assert len(await bot.calls("/v2/bot/message/multicast")) == 1
    way = _way(bot, announcement)
    assert (way.sent, way.open, way.counted) == (4, 0, 3)
    assert bot.read(lambda work: work.announcements.get(announcement.id).stage) is Stage.DONE

    await people[0].press("A")
    assert "「出られます」で受けとりました" in await people[0].last()
    await people[0].press("B")
    assert "最初の答えを数えています" in await people[0].last()
    await desk.press("B")
    assert bot.read(lambda work: work.votes.counts(announcement.id)) == {"A": 1, "B": 1}
    assert bot.read(lambda work: [each.option for each in work.votes.export(announcement.id)]) == ["A", "B"]
    await desk.say("記録")
    path = await link(desk)
    async with browser(bot) as laptop:
        page = await laptop.open(path)
        told = json.loads((await laptop.open(f"{path}/record.json")).text)["votes"]
    assert "答え: 欠席します" in page.text
    assert [(each["question"], each["given"]) for each in told] == [("出られますか", ["欠席します"])]


async def test_it_is_stopped_half_way_and_reaches_the_rest_later(bot: TestBot) -> None:
    hana, desk = await bot.on_line(), await bot.in_slack()
    for each in (hana, desk):
        await bot.join(each)
    await bot.move_to(MONDAY, "9:30")
    announcement = _sent(bot)
    await befalls(bot, ("/v2/bot/message/multicast", "rate_429"), ("/v2/bot/message/push", "rate_429"))
    await bot.advance(timedelta(seconds=61))
    assert _way(bot, announcement).sent == 1, "LINE is too busy"
    at = bot.clock.now()
    stopped = bot.write(lambda work: sending.abort(work, ROOT, work.announcements.get(announcement.id), at))
    assert stopped == 1
    await bot.advance(timedelta(minutes=10))
    assert not [seen for seen in await hana.seen() if "来週の研修" in seen]
    at = bot.clock.now()
    assert bot.write(lambda work: sending.retry(work, ROOT, work.announcements.get(announcement.id), at)) == 1
    await bot.advance(timedelta(minutes=1))
    assert len([seen for seen in await hana.seen() if "来週の研修について" in seen]) == 1
    assert len([seen for seen in await desk.seen() if "来週の研修について" in seen]) == 1
    assert [each.state for each in bot.letters() if each.key.startswith("announcement:")] == [State.SENT] * 2
