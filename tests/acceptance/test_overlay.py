"""An organisation's own words, rule, tools and lesson, as its learners meet them."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from lessons.overlay import PARTS
from lessons.packing import archive
from school import cohorts
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.once import ON_SQLITE
from tests.another import shelf_of
from tests.overlays import TOWN, base

pytestmark = ON_SQLITE


@pytest.fixture
async def shelved(bot: TestBot, tmp_path: Path) -> TestBot:
    """The bot with the overlay upon its course, and a cohort that takes both."""
    await bot.stop()
    bot.shelf = shelf_of(base(tmp_path / "course"))
    course, at = bot.shelf.courses[0].id, bot.clock.now()
    bot.write(lambda work: work.overlays.set(course, archive(TOWN, PARTS), at))
    bot.cohort = bot.write(
        lambda work: cohorts.create(
            work,
            bot.shelf,
            name="第2期",
            course=course,
            starts_on=MONDAY,
            delivery_time=time(8, 40),
            at=bot.clock.now(),
        )
    )
    await bot.start()
    return bot


async def test_rule_tools_and_own_lesson_come_with_the_course(shelved: TestBot) -> None:
    bot = shelved
    hana, taro = await bot.on_line("はな"), await bot.in_slack("たろう")
    for learner in (hana, taro):
        await bot.join(learner)
    await bot.move_to(MONDAY)
    for learner in (hana, taro):
        seen = "\n".join(await learner.seen())
        assert "うちのきまり" in seen
        assert "送る前に情報係(内線)へ" in seen
        assert "上司か総務課 情報係へ" in seen
        assert "1日目/6" in seen

    for learner, word in ((hana, "ツール"), (taro, "tools")):
        await learner.say(word)
        told = await learner.last()
        assert told.index("電子申請") < told.index("条件つきで使えます") < told.index("生成AI")
        assert told.index("使えません") < told.index("個人のクラウド")
        await learner.say("B")
        await learner.say("B C")
    for day in (1, 2):
        await bot.move_to(MONDAY + timedelta(days=day))
        await hana.say("続き")
        for answer in ("A", "A", "A"):
            await hana.say(answer)
    assert "うちの窓口の手引き" in "\n".join(await hana.seen())
    assert [each.right for each in bot.attempts() if each.quiz == "own-q1"]


async def test_without_a_list_the_word_says_whom_to_ask(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say("ツール")

    assert "まだ登録されていません" in await hana.last()
