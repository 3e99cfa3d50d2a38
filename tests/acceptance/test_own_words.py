"""Looking back in one's own words: in Slack in a form, on LINE on a page of ours, or typed where that is allowed."""

from collections.abc import AsyncIterator

import pytest

from tests.acceptance.bot import TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.looking_back import REFLECTION, allow, browser, link, looked_back, notes, reach, shelf
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import tables_with

pytestmark = ON_SQLITE

WORDS = "証明書の申請で、書き方がわからず待たせています。\n見本を置いてみます。"


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks people to look back."""
    async with town(database_url, shelf=shelf()) as running:
        yield running


async def test_on_line_one_writes_on_a_page_and_the_lesson_goes_on(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    assert "LINEに残らない専用ページ" in await hana.last()
    path = await link(hana)

    async with browser(bot) as phone:
        page = await phone.open(path)
        assert page.status == 200
        assert REFLECTION.text in page.text
        assert "個人名・住所・番号は書かないでください" in page.text
        thanks = await phone.send(path, WORDS.replace("\n", "\r\n"))
    assert thanks.status == 200
    assert "受け取りました" in thanks.text
    assert REFLECTION.why in thanks.text
    assert "今日のレッスンはここまで" in thanks.text
    assert notes(bot) == [("reflection", WORDS, "page")]
    assert looked_back(bot) == [((), None)]
    await hana.say("続き")
    assert "次は 9/8(火) に届きます" in await hana.last(), "the lesson is finished"


async def test_in_slack_a_form_opens_and_the_question_goes_on_in_the_chat(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await reach(bot, taro)
    await taro.press("ことばで書く")
    view = (await taro.chat())["view"]
    assert REFLECTION.text in str(view["blocks"])
    await taro.write(WORDS)

    assert notes(bot) == [("reflection", WORDS, "slack")]
    assert looked_back(bot) == [((), None)]
    said = "\n".join(await taro.seen())
    assert "書いてくださって、ありがとう" in said
    assert REFLECTION.why in said
    assert "今日はここまで" in await taro.last()
    assert "見本を置いてみます" not in said, "the bot never repeats it"


async def test_in_slack_one_may_simply_type(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await reach(bot, taro)
    await taro.say(WORDS)

    assert notes(bot) == [("reflection", WORDS, "slack")]
    assert "今日はここまで" in await taro.last()


async def test_what_is_typed_on_line_without_permission_is_not_kept(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.say(WORDS)

    assert "いまの文は保存していません" in await hana.last()
    assert await link(hana)
    assert not notes(bot)
    assert not looked_back(bot)
    assert not tables_with(bot, "見本を置いて")


async def test_where_the_office_allowed_it_one_types_on_line(bot: TestBot) -> None:
    allow(bot)
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    assert "このトークに、そのまま書いて" in await hana.last()
    await hana.say(WORDS)

    assert notes(bot) == [("reflection", WORDS, "line")]
    assert "今日はここまで" in await hana.last()


@pytest.mark.parametrize("way", ["button", "word"])
async def test_anybody_may_leave_it_out(bot: TestBot, way: str) -> None:
    learners: list[OnLine | InSlack] = [await bot.on_line(), await bot.in_slack()]
    await reach(bot, *learners)
    for learner in learners:
        await (learner.press("とばす") if way == "button" else learner.say("スキップ"))

        assert "とばしますね" in "".join((await learner.seen())[-2:])
        assert "今日はここまで" in await learner.last()
    assert looked_back(bot) == [(("-",), None)] * 2
    assert not notes(bot)


async def test_the_first_words_are_the_ones_that_stay(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await reach(bot, taro)
    await taro.press("ことばで書く")
    open_form = (await taro.chat())["view"]["id"]
    await taro.say("さきに書いたことば")
    await taro.submit({"words": {"write:words": "あとのことば"}}, view=open_form)
    assert "9/7(月) に受け取っています" in await taro.last()

    assert notes(bot) == [("reflection", "さきに書いたことば", "slack")]


async def test_an_old_button_on_a_question_already_answered_says_so(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.press("ことばで書く")
    path = await link(hana)
    async with browser(bot) as phone:
        await phone.send(path, WORDS)
    await hana.press("ことばで書く")
    assert "受け取っています" in await hana.last()
    await hana.press("とばす")
    assert "受け取っています" in await hana.last()
    assert looked_back(bot) == [((), None)]
