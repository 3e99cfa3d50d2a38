"""Every word a learner may send, and everything else that people send."""

import pytest

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import NothingToPress
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import THURSDAY, TUESDAY, WEDNESDAY, finish

pytestmark = ON_SQLITE

WORDS = (
    ("今日", "「今日」", "きょう", "ＴＯＤＡＹ", "Today!", "today "),
    ("続き", "つづき", "Continue", "ＣＯＮＴＩＮＵＥ", "resume"),
    ("進捗", "進捗。", "Progress", "ＰＲＯＧＲＥＳＳ"),
    ("設定", "Settings", "ＳＥＴＴＩＮＧＳ"),
    ("ヘルプ", "ﾍﾙﾌﾟ", "HELP", "？"),
    ("退会", "Leave", "ＬＥＡＶＥ"),
)
ANSWERED_WITH = ("問1/2", "問1/2", "5日のうち0日", "届ける時刻", "問題には、ボタンか", "退会しますか")


@pytest.mark.parametrize("person", ["line", "slack"])
async def test_each_word_is_understood_in_both_languages_however_it_is_written(bot: TestBot, person: str) -> None:
    learner = await bot.on_line() if person == "line" else await bot.in_slack()
    await bot.join(learner)
    await bot.move_to(MONDAY, "8:40")

    for words, wanted in zip(WORDS, ANSWERED_WITH, strict=True):
        for word in words:
            await learner.say(word)
            assert wanted in await learner.last(), word


async def test_a_guest_gets_a_short_way_in_whatever_the_word(bot: TestBot) -> None:
    hana = await bot.on_line()

    for word in ("今日", "続き", "進捗", "設定", "設定 9:00", "ヘルプ", "help", "こんにちは", "はい", "A", "🌸"):
        await hana.say(word)
        assert "参加 ABC123" in await hana.last(), word
        assert len(await hana.last()) < 100
    await hana.say("退会")
    assert "参加していません" in await hana.last()
    await hana.sticker()
    assert "ありがとうございます" in await hana.last()
    for old in (
        "c|1|d01-q1|A",
        "t|1|d01-q2|A",
        "f|1|d01-q2",
        "x|y",
        "time|9:00",
        "lang|en",
        "stay",
        "leave|2",
        "erase|1",
    ):
        await hana.press_old(old)
        assert await hana.last(), old
    assert not bot.attempts()


async def test_answers_are_typed_as_people_type_them(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")

    await hana.say("２")
    assert "正解です" in (await hana.seen())[-2]
    await hana.say("b c")
    assert "正解です" in (await hana.seen())[-2]
    await bot.move_to(TUESDAY, "8:40")
    await hana.say("Ａ")
    assert "おしい。正解は C です" in (await hana.seen())[-2]
    assert "「A」を選んだ方へ" in (await hana.seen())[-2]
    await hana.say("課をこえて手順とデータをつなぎ、1か所で終わらせる")
    assert "正解です" in (await hana.seen())[-2]
    await hana.say("×")
    assert "正解です" in (await hana.seen())[-2]

    assert [each.chosen for each in bot.attempts()][:4] == [("B",), ("B", "C"), ("A",), ("A",)]
    await bot.move_to(THURSDAY, "8:40")
    await hana.say("2番です")
    await hana.say("はい")
    assert [each.right for each in bot.attempts()][-2:] == [True, True]


async def test_what_is_no_answer_is_met_with_how_to_answer(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await bot.move_to(MONDAY, "8:40")

    for text in ("D", "よくわかりません", "A B", "は" * 5001, "\u202eABC", "🤔"):
        await taro.say(text)
        assert "A・B・C で答えられます" in await taro.last(), text[:20]
    assert not bot.attempts()
    await finish(taro, 1)
    await taro.say("よくわかりません")
    assert "「今日」「続き」「進捗」" in await taro.last()
    await taro.press("続き")
    assert "9/8(火) に届きます" in await taro.last()


async def test_thanks_are_returned(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)

    for thanks in ("ありがとうございました。", "おつかれさまです", "Thank you!"):
        await hana.say(thanks)
        assert "こちらこそ" in await hana.last()


async def test_a_word_before_the_nickname_ends_the_asking_for_it(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.move_to(MONDAY, "10:00")
    await hana.say(f"参加 {bot.cohort.code}")
    await hana.say("はい")

    await hana.say("今日")
    assert "問1/2" in await hana.last()
    await hana.say("進捗")
    await hana.say("B")

    assert "正解です" in (await hana.seen())[-2]
    assert [each.chosen for each in bot.attempts()] == [("B",)]


async def test_a_yes_to_yesterdays_question_is_not_taken_for_leaving(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await finish(hana, 1)
    await bot.move_to(TUESDAY, "8:40")
    await hana.say("C")
    await hana.say("A")
    await hana.say("退会")
    await bot.move_to(TUESDAY, "8:41")

    await hana.say("いいえ")
    assert "このまま続けましょう" in await hana.last()
    await hana.say("いいえ")
    assert "正解です" in (await hana.seen())[-2]
    await hana.say("退会")
    await bot.move_to(WEDNESDAY, "8:40")
    await hana.say("はい")
    assert "ほんとうに退会しますか" not in await hana.last()


async def test_today_before_the_hours_brings_the_lesson_once(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:10")

    await hana.say("今日")
    assert "学ぶかどうかは自由です" in (await hana.seen())[-2]
    assert "あした: 2日目" in await finish(hana, 1), "today's lesson is done; nothing more comes today"
    await hana.say("今日")
    assert "9/8(火) に届きます" in await hana.last()
    await bot.move_to(MONDAY, "8:40")
    assert not await bot.calls("/v2/bot/message/push")


async def test_a_shared_chat_sees_no_buttons_of_an_answered_question_in_slack(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await bot.move_to(MONDAY, "8:40")
    await taro.press("B")
    await taro.tick_and_press(("B", "C"), "答える")

    assert [each.chosen for each in bot.attempts()] == [("B",), ("B", "C")]
    with pytest.raises(NothingToPress):
        await taro.press("答える")
