"""The App Home in Slack: one look shows what there is to do, and a press there is answered in the chat."""

from messages.letter import State
from school import cohorts
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import COURSE, WEDNESDAY, finish

pytestmark = ON_SQLITE


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


async def test_the_home_tells_today_what_waits_the_weeks_and_the_settings(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await taro.look_home()
    home = await taro.home()
    for word in (
        "たろうさん",
        "なぜ今、DXなのか",
        "・・・・・ 0/5日(9/7(月)から)",
        "8:40",
        "リマインダー",
    ):
        assert word in home
    assert "次は 9/7(月) に届きます" in home

    await bot.move_to(MONDAY, "8:40")
    await taro.look_home()
    assert f"1日目「{COURSE.lessons[0].title}」が待っています" in await taro.home()
    assert "○・・・・ 0/5日" in await taro.home()
    await finish(taro, 1)
    await bot.move_to(WEDNESDAY, "8:40")
    await taro.look_home()
    home = await taro.home()
    assert "●○・・・ 1/5日" in home
    assert home.count("が待っています") == 1

    await taro.press_at_home("続きから")
    assert "2日目/5" in await taro.last()
    await taro.say("設定 English")
    await taro.look_home()
    for word in ("Hello, たろう", "Why digital change now?", "1 of 5 days", "Day 2,"):
        assert word in await taro.home()


async def test_settings_open_from_home_and_places_are_told_in_the_chat(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await taro.look_home()
    await taro.press_at_home("設定を変える")
    assert (await taro.chat())["view"]["title"]["text"] == "設定"
    await taro.press_at_home("届け先と連携")
    assert "10分のあいだ" in await taro.last()
    await taro.press_at_home("使い方")
    for word in ("今日", "休む", "連携", "質問", "記録", "退会"):
        assert word in await taro.last()


async def test_what_is_done_in_line_is_seen_at_home_in_slack(bot: TestBot) -> None:
    taro, phone = await bot.in_slack(), await bot.on_line()
    await bot.join(taro, nickname="たろう")
    await taro.say("連携")
    code = (await taro.last()).split("連携 ")[-1][:8]
    await phone.say(f"連携 {code}")
    await bot.move_to(MONDAY, "8:40")
    await finish(phone, 1)

    await taro.look_home()

    home = await taro.home()
    assert "●・・・・ 1/5日" in home
    assert "レッスンの届け先" in home
    await phone.say("進捗")
    assert "●・・・・ 1/5日" in await phone.last(), "the same calendar by a word in LINE"


async def test_a_paused_cohort_is_told_in_words(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await taro.look_home()
    assert "この講座はお休み中です" in await taro.home()


async def test_a_leave_is_told_in_words_with_the_way_back(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await taro.say("休む 9/8")
    await taro.look_home()
    home = await taro.home()
    assert "お休み中です(9/8(火)まで)" in home
    assert "再開する" in home
