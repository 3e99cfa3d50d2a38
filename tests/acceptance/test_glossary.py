"""What does this word mean? Asked at any time, on both platforms."""

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import TUESDAY, finish

pytestmark = ON_SQLITE


async def test_the_words_so_far_and_one_of_them(bot: TestBot) -> None:
    for learner in (await bot.on_line(), await bot.in_slack()):
        await bot.join(learner)
        await learner.say("用語")
        assert "まだ出てきたことばがありません" in await learner.last()
    await bot.move_to(MONDAY, "8:40")
    await finish(learner, 1)
    await bot.move_to(TUESDAY, "8:40")

    assert "電子化(でんしか): 紙の情報を、データに変えること。" in "".join(await learner.seen())
    await learner.say("用語")
    told = await learner.last()
    assert "第1週" in told
    assert "個人情報、機密、DX、電子化" in told
    assert "データアカデミー" not in told, "its lesson has not come"
    for asked in ("用語 ＤＸ", "DXとは", "DXって何ですか?", "term dx", "What is DX?", "用語：でぃーえっくす"):
        await learner.say(asked)
        assert "デジタルによる変革" in await learner.last(), asked
        assert "2日目「デジタル化とDXは何が違う?」" in await learner.last()
    await learner.say("データアカデミーとは")
    assert "データを使って課題を考える研修" in await learner.last(), "one may look ahead"


async def test_asking_takes_nothing_from_the_open_question(bot: TestBot, platform: str) -> None:
    learner = await bot.on_line() if platform == "line" else await bot.in_slack()
    await bot.join(learner)
    await bot.move_to(MONDAY, "8:40")

    await learner.say("個人情報とは")
    assert "だれのことか分かる情報" in await learner.last()
    await learner.say("用語 情報")
    assert "もしかして、「個人情報」でしょうか" in (await learner.last()).replace(" ", "")
    await learner.say("用語 うちゅう")
    assert "この講座の用語にありませんでした" in await learner.last()
    await learner.say("うちゅうとは")
    assert "A、B、C" in await learner.last() or "続き" in await learner.last(), "no word of the course: not understood"
    assert not bot.attempts()
    await learner.say("B")
    assert [attempt.right for attempt in bot.attempts()] == [True]


async def test_in_english_with_the_word_as_the_office_writes_it(bot: TestBot) -> None:
    hana = await bot.on_line()
    await hana.say("what is DX")
    assert "参加" in await hana.last(), "a guest is shown the way in"
    await bot.join(hana)
    await hana.say("設定 English")
    await bot.move_to(MONDAY, "8:40")

    assert "personal data (個人情報): What shows who somebody is." in "".join(await hana.seen())
    await hana.say("glossary")
    assert "personal data, 機密" in await hana.last()
    await hana.say("term personal data")
    assert "What shows who somebody is." in await hana.last()
    await hana.say("term of office")
    assert "not among the words of this course" in await hana.last()
