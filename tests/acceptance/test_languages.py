"""Three languages: lessons and answers come in each, where the course has it, and are graded the same."""

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import COURSE, TUESDAY

pytestmark = ON_SQLITE

ENGLISH, EASY = COURSE.spoken("en").lessons[0], COURSE.spoken("easy").lessons[0]


async def test_a_lesson_in_english_on_both_platforms(bot: TestBot) -> None:
    for learner in (await bot.on_line(), await bot.in_slack()):
        await bot.join(learner)
        await learner.say("設定 English")
        assert "Lessons come in English where the course has them" in await learner.last()
    hana = learner
    await bot.move_to(MONDAY, "8:40")

    card = (await hana.seen())[-1]
    assert ENGLISH.title in card
    assert "Three minutes when the queue has ended" in card
    assert "where the security rules of your office are kept" in card
    assert "Week 1: Why digital change now?" in card
    await hana.press("A")
    verdict = "".join((await hana.seen())[-2:])
    assert "Without a name it seems safe" in verdict
    assert "which of these" not in verdict.casefold().split("q2/2")[-1]
    await hana.say("continue")
    assert "choose everything that may be sent there" in await hana.last()

    await hana.say("設定 日本語")
    await hana.say("続き")
    assert "送ってよいものをすべて選んでください" in await hana.last(), "the same question, in Japanese again"
    await hana.say("BC")
    assert "正解です" in "".join((await hana.seen())[-2:])
    assert [attempt.right for attempt in bot.attempts()] == [False, True]


async def test_easy_japanese_by_word_and_by_button(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, "たろう")
    await hana.say("設定 やさしい日本語")
    assert "やさしい日本語で話します" in await hana.last()
    await taro.say("設定")
    await taro.press("やさしい日本語")
    assert "やさしい日本語で話します" in await taro.last()

    await bot.move_to(MONDAY, "8:40")
    for learner in (hana, taro):
        told = "".join((await learner.seen())[-2:])
        assert EASY.title in told
        assert "窓口に人がいない3分" in told
        assert "あなたの仕事では" in told
        await learner.press("B")
        assert "✔ 正解です。合っています。" in "".join((await learner.seen())[-2:])
        await learner.say("BとC")
        assert "今日は終わりです" in await learner.last()


async def test_a_lesson_without_a_reading_comes_as_the_course_has_it(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say("設定 English")
    await bot.move_to(MONDAY, "8:40")
    await hana.say("B")
    await hana.say("BC")
    assert "Tomorrow: day 2" in await hana.last()
    await bot.move_to(TUESDAY, "8:40")
    card = (await hana.seen())[-2]
    assert COURSE.lessons[1].title in card
    assert "Day 2/5" in card, "what the bot itself says is English all the same"


async def test_an_option_may_be_typed_in_the_words_of_either_reading(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, "たろう")
    await hana.say("settings english")
    await bot.move_to(MONDAY, "8:40")

    await hana.say(COURSE.lessons[0].quizzes[0].options[1].text)
    assert "✔ That is right." in "".join((await hana.seen())[-2:])
    await taro.say(ENGLISH.quizzes[0].options[1].text)
    assert "✔ 正解です。" in "".join((await taro.seen())[-2:])
    assert [attempt.chosen for attempt in bot.attempts()] == [("B",), ("B",)]
