"""質問: a question to the training office, from both platforms, as often as one likes."""

from collections.abc import AsyncIterator

import pytest

from tests.acceptance.bot import MONDAY, TestBot, town
from tests.acceptance.looking_back import allow, browser, link, notes, shelf
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import tables_with

pytestmark = ON_SQLITE

QUESTION = "復習はいつ届きますか。\nDXの略も教えてください。"


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks people to look back."""
    async with town(database_url, shelf=shelf()) as running:
        yield running


@pytest.mark.parametrize("word", ["質問", "質問 ", "question:", "質問です。"])
async def test_in_slack_it_stands_behind_the_word_just_as_it_was_written(bot: TestBot, word: str) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.say(f"{word} {QUESTION}")

    assert "研修担当の一覧に入れました" in await taro.last()
    assert notes(bot) == [("question", QUESTION, "slack")]


async def test_in_slack_the_word_alone_tells_how_and_the_command_opens_a_form(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.say("質問")
    assert "「質問」のあとに続けて" in await taro.last()
    await taro.command("question")
    await taro.write(QUESTION)
    assert "研修担当の一覧に入れました" in await taro.last()
    await taro.command(f"質問 {QUESTION}")

    assert notes(bot) == [("question", QUESTION, "slack")] * 2


async def test_on_line_one_asks_on_a_page(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say("質問")
    path = await link(hana)
    async with browser(bot) as phone:
        page = await phone.open(path)
        assert "研修担当への質問" in page.text
        thanks = await phone.send(path, QUESTION)
        again = await phone.send(path, QUESTION)

    assert "研修担当の一覧に入れました" in thanks.text
    assert again.text == thanks.text
    assert notes(bot) == [("question", QUESTION, "page")]


async def test_on_line_what_stands_behind_the_word_is_not_kept(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say(f"質問 {QUESTION}")

    assert "まだ保存していません" in await hana.last()
    assert "送信取消" in await hana.last()
    assert await link(hana)
    assert not notes(bot)
    assert not tables_with(bot, "DXの略")


async def test_where_the_office_allowed_it_one_asks_on_line(bot: TestBot) -> None:
    allow(bot)
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say("質問")
    assert "「質問」のあとに続けて" in await hana.last()
    await hana.say(f"質問 {QUESTION}")

    assert notes(bot) == [("question", QUESTION, "line")]


async def test_a_question_does_not_answer_what_waits(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await bot.move_to(MONDAY, "8:40")
    await taro.say("質問 Aとは何ですか")

    assert not bot.attempts()
    assert notes(bot) == [("question", "Aとは何ですか", "slack")]


async def test_one_that_is_too_long_is_said_kindly_and_not_cut(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.say("質問 " + "あ" * 401)

    assert "401字ありました" in await taro.last()
    assert not notes(bot)
    await taro.press("質問を書く")
    await taro.write("あ" * 400)
    assert notes(bot) == [("question", "あ" * 400, "slack")]


async def test_a_guest_is_told_how_to_join(bot: TestBot) -> None:
    for learner in (await bot.on_line(), await bot.in_slack()):
        for words in ("質問", "質問 だれですか"):
            await learner.say(words)
            assert "参加 ABC123" in await learner.last()
    assert not notes(bot)
