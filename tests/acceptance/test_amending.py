"""A wrong key is mended while people learn: they are marked anew, and told once, kindly, with their next lesson."""

from datetime import timedelta
from pathlib import Path

from lessons.library import load
from lessons.packing import archive
from lessons.shelf import packed
from school.amending import Amendment, amend, amendment
from tests.acceptance.bot import MONDAY, TestBot
from tests.another import mended

TUESDAY = MONDAY + timedelta(days=1)
FIRST = "lessons/01-hajime.md"
A = "      - text: きのうの相談の中身(お名前は消したもの)\n"
B = "      - text: 選んだ答えの記号(AやBなど)\n"
RIGHT = "        right: true\n"
TO_A = ((FIRST, A, A + RIGHT), (FIRST, B + RIGHT, B))
"""The first question's key moves from B to A."""


def amended(bot: TestBot, folder: Path) -> tuple[Amendment, bool]:
    """The office gives the cohort the edition in this folder; what that meant, and whether anything was done."""
    new = packed(archive(folder))
    cohort = bot.read(lambda work: work.cohorts.get(bot.cohort.id))
    found = bot.read(lambda work: amendment(work, bot.shelf, cohort, load(folder), new))
    return found, bot.write(lambda work: amend(work, found, bot.clock.now()))


async def test_who_answered_is_marked_anew_and_told_once_with_the_next_lesson(bot: TestBot, tmp_path: Path) -> None:
    hana, taro, ken = await bot.on_line("はな"), await bot.in_slack("たろう"), await bot.on_line("けん")
    for learner in (hana, taro, ken):
        await bot.join(learner)
    await bot.move_to(MONDAY)
    await hana.press("A")
    await taro.press("B")
    assert [each.right for each in bot.attempts()] == [False, True]

    found, done = amended(bot, mended(tmp_path / "new", *TO_A))
    assert done
    assert sorted(each.right for each in found.turned) == [False, True]
    assert [each.right for each in bot.attempts()] == [True, False]
    assert [each.chosen for each in bot.attempts()] == [("A",), ("B",)], "what was answered stays"
    before = {learner: len(await learner.seen()) for learner in (hana, taro, ken)}
    await bot.advance(timedelta(hours=1))
    assert {learner: len(await learner.seen()) for learner in before} == before, "it can wait for the next lesson"
    pushed = len(await bot.calls("/v2/bot/message/push"))
    await bot.move_to(TUESDAY)

    mornings = {learner: "\n".join((await learner.seen())[seen:]) for learner, seen in before.items()}
    assert "あなたの答え(A きのうの相談の中身(お名前は消したもの))は、正解です。" in mornings[hana]
    assert "正しい答えは A です。" in mornings[taro]
    assert "まちがえたのは、こちらです。" in mornings[taro]
    assert all(told.count("問題の正解に誤りがありました") == 1 for told in (mornings[hana], mornings[taro]))
    assert "誤りがありました" not in mornings[ken]
    assert all("2日目/5" in told for told in mornings.values())
    assert len(await bot.calls("/v2/bot/message/push")) == pushed + 2, "it rode along"
    for learner in (hana, taro):
        said = len(await learner.seen())
        await learner.say("今日")
        assert "誤りがありました" not in "".join((await learner.seen())[said:])


async def test_it_is_told_by_the_lesson_somebody_asks_for_too_and_once(bot: TestBot, tmp_path: Path) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY)
    await hana.press("A")
    amended(bot, mended(tmp_path / "new", *TO_A))
    assert not amended(bot, tmp_path / "new")[1], "done is done"
    await hana.say("BC")
    await bot.move_to(TUESDAY, "8:00")
    assert "誤りがありました" not in "".join(await hana.seen())
    await hana.say("今日")
    assert "2日目/5" in "".join(await hana.seen())
    await bot.move_to(TUESDAY)

    assert "".join(await hana.seen()).count("誤りがありました") == 1


async def test_words_take_effect_and_a_new_lesson_does_not(bot: TestBot, tmp_path: Path) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    title = ("lessons/02-dx-towa.md", "デジタル化とDXは何が違う?", "デジタル化とDXのちがい")
    found, done = amended(bot, mended(tmp_path / "words", title))
    assert done
    assert not found.turned
    gone = ("lessons/02-dx-towa.md", "  - id: d02-q1\n", "  - id: d02-q9\n")
    found, done = amended(bot, mended(tmp_path / "built", gone, ("lessons/02-dx-towa.md", "違う?", "違うか")))
    assert found.refused
    assert not done
    await bot.move_to(MONDAY)
    await bot.move_to(TUESDAY)

    assert "デジタル化とDXのちがい" in "".join(await hana.seen())
