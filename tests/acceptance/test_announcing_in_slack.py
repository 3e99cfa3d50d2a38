"""The office announces from Slack: written in a form, looked at, sent, watched, corrected."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from store.announcement import Stage
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.officer import announcement, appointed, errors, fill_in, form, officer, write
from tests.acceptance.weather import befalls

SOON = timedelta(seconds=61)
NEXT = timedelta(seconds=4)


async def test_an_announcement_is_written_looked_at_sent_and_corrected(bot: TestBot) -> None:
    hana, taro, desk = await bot.on_line(), await bot.in_slack(), await officer(bot)
    for each in (hana, taro):
        await bot.join(each)
    await bot.move_to(MONDAY, "9:30")
    await write(desk, question="出られますか", options="出られます\n欠席します")
    preview = await desk.last()
    for words in ("Slackでの見え方", "LINEでの見え方", "2人(LINE 1人・Slack 1人)", "1通", "A  出られます"):
        assert words in preview
    await desk.press("A")
    assert "答えは数えません" in await desk.last()
    await desk.press("送信する")
    assert "9/7(月) 9:31:00 に送ります" in " ".join(await desk.seen())
    await desk.press("取り消す")
    await desk.press("送信する")
    await bot.advance(SOON)
    await bot.advance(NEXT)
    told = " ".join(await desk.seen())
    assert "2人のうち 2人に届きました" in told
    assert "LINEでの見え方" not in told, "one message, which changes in its place"
    assert "来週の研修について" in await hana.last()

    await desk.press("訂正を送る")
    await fill_in(desk, body="火曜日の午後からです。")
    assert "LINE 1人・Slack 1人" in " ".join(await desk.seen())
    await desk.press("送信する")
    await bot.advance(SOON)
    assert "火曜日の午後" in await hana.last()
    about = [seen for seen in await taro.seen() if "来週の研修について" in seen]
    assert ["訂正" in seen for seen in about] == [True], "in Slack the first is not there any more"


async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(bot: TestBot) -> None:
    desk = await officer(bot)
    await bot.join(await bot.on_line())
    await desk.command("announce")
    wrong = await fill_in(
        desk, title="研修", body="<!channel> 見てください", roles=[], when="きのうごろ", without="だれか"
    )
    assert set(errors(wrong)) == {"body", "roles", "when", "without"}
    assert await form(desk), "it stays open"
    assert not bot.read(lambda work: work.announcements.all())
    for _ in range(2):
        assert errors(await fill_in(desk, body="", roles=["learner"], when="9/8 10:00", without="はな")) == {
            "body": "入力してください。"
        }
    await fill_in(desk, body="*太字* と `印` のままです。")
    assert "*太字* と `印` のままです。" in await desk.last()
    assert "0人(LINE 0人・Slack 0人)" in await desk.last()
    await desk.press("送信する")
    assert "送る相手がいません" in " ".join(await desk.seen())
    await desk.press("直す")
    await fill_in(desk, without="")
    assert (announcement(bot).version, announcement(bot).stage) == (2, Stage.DRAFT)


async def test_a_second_person_allows_it_and_of_two_one_is_quicker(bot: TestBot) -> None:
    with bot.database.root() as root:
        root.organisations.save(replace(root.organisations.get(bot.organisation), second_approval=True))
    author, chief, other = await officer(bot), await officer(bot, "長"), await officer(bot, "次長")
    await bot.join(await bot.on_line())
    await bot.move_to(MONDAY, "9:30")
    await write(author)
    await author.press("送信を申請")
    assert "承認を待っています" in " ".join(await author.seen())
    await chief.press("差戻し")
    assert errors(await fill_in(chief, comment="電話 090-1234-5678 へ"))
    await fill_in(chief, comment="会場も書いてください")
    assert "会場も書いてください" in await author.last()
    await author.press("直す")
    await fill_in(author, body="会場は大会議室です。")
    await author.press("送信を申請")
    await other.press("承認", oldest=True)
    assert "書き換えられています" in " ".join(await other.seen())
    await chief.press("承認")
    assert "が承認しました" in await author.last()
    await other.press("承認")
    assert "ほかの方が先に" in " ".join(await other.seen())
    await bot.advance(SOON)
    await bot.advance(NEXT)
    assert "1人のうち 1人に届きました" in " ".join(await author.seen())


async def test_it_is_stopped_half_way_and_whom_it_missed_gets_it_later(bot: TestBot) -> None:
    hana, ken, taro, desk = await bot.on_line(), await bot.on_line("けん"), await bot.in_slack(), await officer(bot)
    for each in (hana, ken, taro):
        await bot.join(each, "けん" if each is ken else "はな")
    await bot.move_to(MONDAY, "9:30")
    await ken.block()
    await write(desk)
    assert "*届けられない人* 1人" in " ".join((await desk.last()).split())
    await desk.press("送信する")
    await befalls(bot, ("/v2/bot/message/multicast", "rate_429"), ("/v2/bot/message/push", "rate_429"))
    await bot.advance(SOON)
    await desk.press("中止")
    assert "中止しました" in " ".join(await desk.seen())
    assert "3人のうち 1人に届きました" in " ".join(await desk.seen())
    await desk.press("届かなかった人")
    for line in ("はな(LINE) 送るのをやめました", "けん(LINE) ブロックなどのため、いまは届け先がありません"):
        assert line in " ".join(await desk.seen())
    await bot.advance(timedelta(minutes=10))
    await desk.press("もう一度送る")
    await bot.advance(NEXT)
    assert "3人のうち 2人に届きました" in " ".join(await desk.seen())
    assert "来週の研修について" in await hana.last()
    await desk.press("届かなかった人")
    await desk.press("もう一度送る")
    assert "いま、もう一度送れる人はいません" in " ".join(await desk.seen())


async def test_nothing_of_it_goes_over_line_whatever_is_typed_there(bot: TestBot) -> None:
    author, boss = await officer(bot), await bot.on_line("長")
    await appointed(bot, boss)
    await bot.join(await bot.on_line())
    await bot.move_to(MONDAY, "9:30")
    await write(author, urgent="yes")
    await author.press("送信を申請")
    number = announcement(bot).id
    for deed in ("", "承認", "差戻し だめです", "取り消し"):
        await boss.say(f"お知らせ {number} {deed}")
    assert announcement(bot).stage is Stage.SUBMITTED
    assert not [seen for seen in await boss.seen() if "来週の研修" in seen]


async def test_of_two_who_press_at_once_one_does_it_and_nobody_gets_it_twice(bot: TestBot) -> None:
    desk, other = await officer(bot), await officer(bot, "次長")
    readers = [await bot.in_slack(f"人{number}") for number in range(6)]
    for each in readers:
        await bot.join(each)
    await bot.move_to(MONDAY, "9:30")
    await write(desk)
    await other.say(f"お知らせ {announcement(bot).id}")
    await asyncio.gather(desk.press("送信する"), other.press("送信する"))
    told = [" ".join(await each.seen()) for each in (desk, other)]
    assert ["ほかの方が先に" in each for each in told].count(True) == 1
    assert all("それまでは取り消せます" in each for each in told)
    await bot.door("clock", {"advance": SOON.total_seconds()})
    await asyncio.gather(desk.say(f"お知らせ {announcement(bot).id} 中止"), other.say("お知らせ一覧"))
    await bot.advance(NEXT)
    way = bot.read(lambda work: work.announcements.way(announcement(bot).id))
    seen = [await each.seen() for each in readers]
    copies = [sum("来週の研修について" in said for said in each) for each in seen]
    assert (way.open, sum(copies)) == (0, way.sent)
    assert max(copies) <= 1


async def test_words_do_what_buttons_do_and_who_is_nobody_does_nothing(bot: TestBot) -> None:
    desk, hana = await officer(bot), await bot.on_line()
    await bot.join(hana)
    for stranger in (hana, await bot.in_slack("客")):
        await stranger.say("お知らせ")
        assert "役割を、お持ちではない" in await stranger.last()
    await desk.say("お知らせ")
    await desk.press("お知らせを書く")
    await fill_in(desk, title="研修", body="来週です。")
    number = announcement(bot).id
    second = await officer(bot, "次長")
    await second.say(f"お知らせ {number}")
    assert f"お知らせ {number}-1 送信" in await second.last()
    await desk.press("直す")
    await fill_in(desk, body="再来週です。")
    await second.say(f"お知らせ {number}-1 送信")
    assert "書き換えられています" in await second.last()
    await second.say(f"お知らせ {number} 送信")
    assert "どの内容を確かめたのかが分かりません" in await second.last()
    assert announcement(bot).stage is Stage.DRAFT, "nobody sends what they have not read"
    await second.say(f"お知らせ {number}-２を送信")
    assert "取り消せます" in await second.last()
    await desk.say(f"announcement {number} undo")
    assert "下書きに戻しました" in await desk.last()
    await desk.say(f"お知らせ {number} 差し戻し だめです")
    assert "ご自分では承認できません" in await desk.last()
    await desk.say(f"お知らせ {number}をやめる")
    await desk.say("お知らせ一覧")
    assert "研修(取りやめ)" in await desk.last()
    await desk.say("お知らせ 999 送信")
    assert announcement(bot).stage is Stage.DISCARDED
