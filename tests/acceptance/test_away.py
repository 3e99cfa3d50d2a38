"""Somebody helps elsewhere: the office says until when in the chat, nobody says why, and LINE hears nothing of it."""

from lessons.phrases import phrases
from store.office import Role, Staff
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.office import appoint
from tests.acceptance.walks import FRIDAY, NEXT_MONDAY, THURSDAY, TUESDAY, WEDNESDAY, joined, lessons_sent


async def test_the_office_sends_somebody_away_and_brings_them_back(bot: TestBot, platform: str) -> None:
    desk, phone, hana = await bot.in_slack("係"), await bot.on_line("係"), await joined(bot, platform)
    await appoint(bot, desk, Role.OFFICER)
    await appoint(bot, phone, Role.OFFICER)
    bot.write(_listed)
    say = phrases("ja")
    for words in ("不在", "不在 0012 9/9まで", "不在 0012 終わり"):
        await hana.say(words)
        assert await hana.last() == say("office.not_allowed")
        await phone.say(words)
        assert await phone.last() == say("away.elsewhere")
    for words, told in (
        ("不在", "「不在 0012 12/28まで」のように"),
        ("不在 0012", "最後の日は、今日から 10/12(火) まで"),
        ("不在 0012 いつか", "最後の日は、今日から"),
        ("不在 0012 8/31", "何も変わっていません"),
        ("不在 0099 9/9", "研修に参加していません"),
        ("不在 0012 終わり", "いま不在ではありません"),
        ("不在 係 9/9", "何も変わっていません"),
    ):
        await desk.say(words)
        assert told in await desk.last(), words

    await desk.say("不在 0012 9/9まで")
    assert "はなさんは、9/9(水) まで不在です" in await desk.last()
    assert "はなさん" not in "".join(await phone.seen())
    heard = len(await hana.seen())
    for day in (MONDAY, TUESDAY):
        await bot.move_to(day)
    assert len(await hana.seen()) == heard, "not a word, nor that anybody has done this"
    await desk.press("不在を終える")
    assert "はなさんの不在を終えました" in await desk.last()
    await desk.press("不在を終える")
    assert "いま不在ではありません" in await desk.last()
    await bot.move_to(WEDNESDAY)
    assert len(lessons_sent(bot)) == 1

    await desk.command("away")
    await desk.submit({"who": {"write:who": "0012"}, "until": {"write:until": "10/9/2099"}})
    assert "最後の日は、今日から" in await desk.last()
    await desk.command("不在")
    await desk.submit({"who": {"write:who": "はな"}, "until": {"write:until": "明後日"}})
    assert "9/11(金) まで不在です" in await desk.last()
    for day in (THURSDAY, FRIDAY):
        await bot.move_to(day)
    assert len(lessons_sent(bot)) == 1
    await bot.move_to(NEXT_MONDAY)
    assert len(lessons_sent(bot)) == 2, "it goes on by itself"
    deeds = bot.read(lambda work: [each.detail for each in work.audit.export() if each.verb == "set_leave"])
    assert deeds == ["away", "back", "away"]


def _listed(work: Work) -> None:
    """The learner stands on the list of staff as 0012."""
    work.staff.add([Staff(0, "0012", "職員 012", "", "", "", "", "")])
    learner = next(each for each in work.people.all() if each.nickname == "はな")
    work.staff.meet(work.staff.all()[0].id, learner.id)
