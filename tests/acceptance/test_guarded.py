"""Personal data is not kept, wherever it is written, and the person hears how to take it back."""

from collections.abc import AsyncIterator

import pytest

from tests.acceptance.bot import TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.looking_back import allow, browser, link, notes, reach, shelf
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import everyone, tables_with

pytestmark = ON_SQLITE

PRIVATE = (
    ("123456789018", "マイナンバー"),
    ("090-1234-5678", "電話番号"),
    ("hana@example.jp", "メールアドレス"),
    ("鹿児島県垂水市上町114番地", "住所"),
    ("1985年4月1日生まれ", "生年月日"),
)


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks people to look back, in an office that lets them type it on LINE."""
    async with town(database_url, shelf=shelf()) as running:
        allow(running)
        yield running


async def test_nothing_of_it_stands_in_any_table_and_only_its_kind_in_the_log(
    bot: TestBot, capsys: pytest.CaptureFixture[str]
) -> None:
    learners: list[OnLine | InSlack] = [await bot.on_line(), await bot.in_slack()]
    await reach(bot, *learners)
    for learner in learners:
        for words, kind in PRIVATE:
            await learner.say(f"窓口に来たのは {words} の方です")
            told = await learner.last()
            assert f"{kind}のように見えるもの" in told
            assert ("送信取消" if isinstance(learner, OnLine) else "削除") in told
            assert not tables_with(bot, words), words
    assert not notes(bot)
    logged = capsys.readouterr().out
    assert "private_words" in logged
    assert "my_number" in logged
    assert not [words for words, _ in PRIVATE if words in logged]


async def test_a_nickname_is_guarded_too(bot: TestBot) -> None:
    for learner in (await bot.on_line(), await bot.in_slack()):
        await learner.say(f"参加 {bot.cohort.code}")
        await learner.say("はい")
        await learner.say("0312345678")
        assert "電話番号のように見えるもの" in await learner.last()
        await learner.say("はなこ")
        assert "はなこさん" in await learner.last()
    assert not tables_with(bot, "0312345678")
    assert [nickname for _, nickname in everyone(bot)] == ["はなこ"] * 2


async def test_a_form_in_slack_is_asked_for_again(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await reach(bot, taro)
    await taro.press("ことばで書く")
    await taro.write("連絡は hana@example.jp まで")

    assert "メールアドレスのように見えるもの" in await taro.last()
    assert "削除" not in await taro.last(), "there is no message to delete"
    assert not notes(bot)
    assert not tables_with(bot, "hana@example.jp")
    await taro.press("もう一度書く")
    await taro.write("連絡の仕方を係で決めます")
    assert notes(bot) == [("reflection", "連絡の仕方を係で決めます", "slack")]


async def test_a_command_leaves_no_message_to_delete(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.command("質問 090-1234-5678 に電話していいですか")

    assert "電話番号のように見えるもの" in await taro.last()
    assert "削除" not in await taro.last()
    assert not notes(bot)


async def test_guests_are_guarded_too(bot: TestBot) -> None:
    hana = await bot.on_line()
    await hana.say("参加 090-1234-5678")
    assert "電話番号のように見えるもの" in await hana.last()
    assert not tables_with(bot, "090-1234-5678")


async def test_the_page_is_guarded_and_says_only_the_kind(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    allow(bot, allowed=False)
    await hana.say("質問")
    path = await link(hana)
    async with browser(bot) as phone:
        for words, kind in PRIVATE:
            page = await phone.send(path, f"これは{words}です")
            assert f"{kind}のように見えるもの" in page.text
            assert not tables_with(bot, words)
    assert not notes(bot)
