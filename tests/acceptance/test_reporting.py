"""「この内容は古い/誤り」: said with one button, kept for the editor, thanked for, and answered with a later lesson."""

from datetime import timedelta

from school import reporting
from store.values import NoteKind
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.looking_back import allow, browser, link
from tests.acceptance.register import tables_with

TUESDAY = MONDAY + timedelta(days=1)
BUTTON = "この内容は古い/誤り"
WORDS = "2021年の資料です。新しい版が出ていませんか。"


def reports(bot: TestBot) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The lesson of each report, and what was written in it: the question meant, the words, and where."""
    found = bot.read(lambda work: [(each, reporting.words_of(work, each)) for each in work.reports.all()])
    return [(report.lesson, [(each.quiz, each.body, each.via) for each in words]) for report, words in found]


async def test_in_slack_a_form_asks_what_and_where_and_a_second_one_adds_to_it(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await bot.move_to(MONDAY)
    await taro.press(BUTTON)
    assert "1日目" in str((await taro.chat())["view"]["blocks"])
    await taro.submit({"where": {"select:where": "d01-q2"}, "words": {"write:words": WORDS}})
    assert "知らせてくださって、ありがとうございます" in await taro.last()
    assert WORDS not in "".join(await taro.seen()), "the bot never repeats it"
    await taro.say("誤り 選択肢のCも正しい気がします")

    assert reports(bot) == [("d01-hajime", [("d01-q2", WORDS, "slack"), ("", "選択肢のCも正しい気がします", "slack")])]
    await taro.unsend("誤り 選択肢のCも正しい気がします")
    assert reports(bot) == [("d01-hajime", [("d01-q2", WORDS, "slack")])]


async def test_on_line_one_writes_on_a_page_and_reads_the_answer_once_with_a_lesson(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say("古い")
    assert "まだレッスンが届いていない" in await hana.last()
    await bot.move_to(MONDAY)
    await hana.say("まちがい")
    path = await link(hana)
    async with browser(bot) as phone:
        page = await phone.open(path)
        assert "レッスンの文" in page.text
        assert "<select" in page.text
        private = await phone.send(path, "090-1234-5678 に聞いて")
        assert "電話番号のように見えるもの" in private.text
        thanks = await phone.send(path, WORDS)
        assert "知らせてくださって、ありがとうございます" in thanks.text
        assert (await phone.send(path, WORDS)).text == thanks.text
    assert reports(bot) == [("d01-hajime", [("", WORDS, "page")])]

    (report,) = bot.read(lambda work: work.reports.all())
    assert bot.write(lambda work: reporting.close(work, report, "新しい版に直しました。", bot.clock.now()))
    assert not bot.write(lambda work: reporting.close(work, report, "もう一度", bot.clock.now()))
    pushed = len(await bot.calls("/v2/bot/message/push"))
    await bot.move_to(TUESDAY)
    assert "".join(await hana.seen()).count("新しい版に直しました。") == 1
    assert len(await bot.calls("/v2/bot/message/push")) == pushed + 1


async def test_what_is_typed_on_line_is_kept_only_where_that_is_allowed(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY)
    await hana.say(f"誤り {WORDS}")
    assert "まだ保存していません" in await hana.last()
    assert not tables_with(bot, WORDS)

    allow(bot)
    await bot.move_to(TUESDAY)
    await hana.press(BUTTON, oldest=True)
    assert "「はじめの一歩" in await hana.last()
    await hana.say(f"誤り {WORDS}")
    assert reports(bot) == [("d01-hajime", [("", WORDS, "line")])], "the lesson whose button was pressed"


async def test_a_report_stands_in_the_record_and_goes_with_its_person(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await bot.move_to(MONDAY)
    await taro.say(f"wrong: {WORDS}")
    await taro.say("記録")
    async with browser(bot) as phone:
        page = await phone.open(await link(taro))
    assert "古い・誤りのお知らせ" in page.text
    assert WORDS in page.text
    for word in ("消去", "はい", "はい"):
        await taro.say(word)

    assert not bot.read(lambda work: work.notes.of_kind(NoteKind.REPORT))
    assert not tables_with(bot, WORDS)
