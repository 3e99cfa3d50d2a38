"""A day as it should feel, on both platforms."""

from tests.acceptance.bot import MONDAY, TestBot


async def test_a_lesson_arrives_in_line_and_an_answer_comes_back(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)

    await bot.move_to(MONDAY, "8:40")
    card, question = (await hana.seen())[-2:]
    assert "はじめの一歩" in card
    assert "1日目/5" in card
    assert "あなたの課では" in card
    assert "時点" in card
    assert "問1/2" in question
    assert len(await bot.calls("/v2/bot/message/push")) == 1

    await hana.press("B")
    verdict, then = (await hana.seen())[-2:]
    assert "正解です" in verdict
    assert "問2/2" in then
    assert len(await bot.calls("/v2/bot/message/push")) == 1, "answers go by reply token"

    await hana.say("BとC")
    verdict, close = (await hana.seen())[-2:]
    assert "正解です" in verdict
    assert "今日はここまで" in close
    assert "あした: 2日目" in close
    assert [(attempt.quiz, attempt.chosen, attempt.right) for attempt in bot.attempts()] == [
        ("d01-q1", ("B",), True),
        ("d01-q2", ("B", "C"), True),
    ]


async def test_in_slack_the_answered_question_turns_into_its_verdict(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await bot.move_to(MONDAY, "8:40")
    before = await taro.messages()

    await taro.press("A")

    after = await taro.messages()
    assert len(after) == len(before) + 1, "one message changed, one new"
    changed = after[len(before) - 1]
    assert changed["edited"]
    assert "はじめの一歩" in taro.words(changed)
    assert "おしい。正解は B です" in taro.words(changed)
    assert "← あなたの答え" in taro.words(changed)
    assert not list(taro.buttons(changed)), "nothing is left to press"
    assert "問2/2" in await taro.last()


async def test_a_second_press_does_not_count_and_is_answered_kindly(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await hana.press("A")

    await hana.press("B", oldest=True)

    assert [attempt.chosen for attempt in bot.attempts()] == [("A",)]
    assert "9/7(月) に回答済み" in await hana.last()
