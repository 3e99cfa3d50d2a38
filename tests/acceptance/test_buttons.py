"""Old buttons, other people's buttons, and questions with several right answers."""

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import walk
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import TUESDAY, finish

pytestmark = ON_SQLITE


async def test_what_an_old_button_gets_is_an_explanation(bot: TestBot) -> None:
    hana, kaede = await bot.on_line(), await bot.on_line("かえで")
    await bot.join(hana)
    await bot.join(kaede, nickname="かえで")
    await bot.move_to(MONDAY, "8:40")
    hers, others = (each.id for each in bot.read(lambda work: work.enrolments.in_cohort(bot.cohort.id)))

    for packed, told in (
        (f"c|{others}|d01-q1|B", "いまのあなたの講座の問題ではない"),
        (f"c|{hers}|d02-q1|C", "いまのあなたの講座の問題ではない"),
        (f"t|{hers}|d05-q2|A", "いまのあなたの講座の問題ではない"),
        (f"f|{others}|d01-q2", "いまのあなたの講座の問題ではない"),
        (f"c|{hers}|d01-q1|Z", "いまのあなたの講座の問題ではない"),
        (f"c|{hers}|d99-q1|A", "いまのあなたの講座の問題ではない"),
        ("c|99999999999999999999999|d01-q1|A", "いまのあなたの講座の問題ではない"),
        ("x|y", "このボタンは古くなりました"),
        ("c|eins|d01-q1|A", "このボタンは古くなりました"),
        ("", "このボタンは古くなりました"),
        ("lang|tlh", "「設定 9:00」"),
        ("section|moon", "「設定 9:00」"),
        ("time|99:99", "時刻で送ってください"),
        ("agree|NIEMALS", "見つかりませんでした"),
    ):
        delivered = await hana.press_old(packed)
        assert [each["status"] for each in delivered] == [200]
        assert told in await hana.last(), packed
    assert not bot.attempts()


async def test_an_answered_question_stays_answered_on_any_day(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await hana.press("B")
    await hana.say("B C")
    await bot.move_to(TUESDAY, "10:00")

    await hana.press("A", oldest=True)
    assert "9/7(月) に回答済みです(正解)" in await hana.last()
    await hana.press("答える", oldest=True)
    assert "9/7(月) に回答済みです" in await hana.last()

    assert [each.chosen for each in bot.attempts()] == [("B",), ("B", "C")]


async def test_several_answers_are_ticked_and_unticked_in_line(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await hana.press("B")

    await hana.press("答える")
    assert "1つ以上選んでから" in await hana.last()
    await hana.press("D")
    await hana.press("B")
    assert "選んだもの: B・D" in await hana.last()
    await hana.say("続き")
    assert "✓" in await hana.last(), "what was ticked is ticked still"
    await hana.press("D")
    assert "選んだもの: B\n" in await hana.last()
    await hana.press("C")
    await hana.press("答える")

    assert "正解です" in (await hana.seen())[-2]
    assert "今日はここまで" in await hana.last()
    assert [each.chosen for each in bot.attempts()] == [("B",), ("B", "C")]
    assert len(await bot.calls("/v2/bot/message/push")) == 1


async def test_several_answers_are_ticked_in_slack_and_half_right_is_nearly(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await bot.move_to(MONDAY, "8:40")
    await taro.press("B")
    said = len(await taro.seen())

    await taro.press("答える")
    assert "1つ以上選んでから" in await taro.last()
    assert len(await taro.seen()) == said, "in place: the chat does not fill with the same question"
    await taro.tick_and_press(("A", "B"), "答える")

    verdict, close = (await taro.seen())[-2:]
    assert "おしい。正解は B・C です" in verdict
    assert "「A」を選んだ方へ" in verdict
    assert "今日はここまで" in close
    boxes = [
        part for each in await taro.messages() for part in walk(each["blocks"]) if part.get("type") == "checkboxes"
    ]
    assert not boxes, "nothing is left to tick"


async def test_the_buttons_under_a_close_lead_on(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await bot.move_to(TUESDAY, "8:40")
    await hana.say("続き")

    await finish(hana, 1)
    await hana.press("2日目へ進む")
    assert "2日目/5" in (await hana.seen())[-2]
    await finish(hana, 2)
    await hana.press("ここまでの進み具合")
    assert "5日のうち2日" in await hana.last()
    await hana.press("続き")
    assert "9/9(水)" in await hana.last()
