"""The App Home in Slack: one look shows what there is to do, and a press there is answered in the chat."""

from messages.letter import State
from tests.acceptance.bot import MONDAY, TestBot


async def test_a_look_at_the_home_shows_the_day_and_says_nothing_in_the_chat(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    said = await taro.seen()
    assert [each["status"] for each in await taro.look_home()] == [200]
    assert "今日" in await taro.home()
    assert await taro.seen() == said


async def test_a_press_at_home_brings_the_lesson_in_the_chat_and_hangs_the_home_anew(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await bot.move_to(MONDAY, "8:35")
    await taro.look_home()
    assert [each["status"] for each in await taro.press_at_home("今日")] == [200]
    assert "1日目/5" in (await taro.seen())[-1]
    assert len(await bot.calls("/api/views.publish")) == 2
    await bot.move_to(MONDAY, "10:00")
    assert ["1日目/5" in each for each in await taro.seen()].count(True) == 1


async def test_a_guest_finds_the_way_in(bot: TestBot) -> None:
    jiro = await bot.in_slack("じろう")
    await jiro.look_home()
    assert "参加" in await jiro.home()
    assert await jiro.seen() == []


async def test_a_look_told_twice_hangs_the_home_once(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await bot.door("faults", {"slack": {"duplicate": 1.0}})
    await taro.look_home()
    assert len(await bot.calls("/api/views.publish")) == 1


async def test_a_home_lost_on_its_way_is_hung_again(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await bot.door("faults", {"next": [{"path": "/api/views.publish", "fault": "drop_before"}]})
    await taro.look_home()
    await bot.move_to(MONDAY, "8:30")
    assert "今日" in await taro.home()


async def test_the_home_speaks_the_language_that_was_just_chosen(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await taro.say("設定 English")
    await taro.look_home()
    assert "Today" in await taro.home()


async def test_somebody_on_line_is_never_sent_a_home(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await hana.press("B")
    assert [letter.key for letter in bot.letters() if letter.key.startswith("home:")] == []
    assert {letter.state for letter in bot.letters()} == {State.SENT}
