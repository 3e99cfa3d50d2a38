"""A fact that grows old while people learn: it is said, and what rests on it is asked and not graded."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from lessons.assessment import Occasion
from lessons.library import load
from lessons.shelf import shelved
from tests.acceptance.bot import MONDAY, TestBot, town
from tests.acceptance.learner import InSlack, Learner, OnLine
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.sitting_down import OPEN, answer, inputs, phone, responses
from tests.acceptance.walks import THURSDAY, TUESDAY, WEDNESDAY, joined
from tests.shelf import AGING, COURSES

pytestmark = ON_SQLITE


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot that teaches a fact which must be looked at again by Tuesday."""
    async with town(database_url, shelf=AGING) as running:
        yield running


async def told(learner: Learner, words: str) -> str:
    """What comes back to these words."""
    before = len(await learner.seen())
    await learner.say(words)
    return "\n".join((await learner.seen())[before:])


@pytest.mark.parametrize("platform", ["line", "slack"])
async def test_what_has_grown_old_overnight_is_asked_and_explained_and_not_graded(bot: TestBot, platform: str) -> None:
    learner = await joined(bot, platform)
    await bot.move_to(MONDAY)
    assert "いまは変わっているかもしれません" not in "".join(await learner.seen())
    fresh = await told(learner, "A")
    assert "おしい。正解は B です" in fresh
    assert "採点しません" not in fresh

    await bot.move_to(WEDNESDAY, "0:10")  # still Tuesday in London
    old = await told(learner, "AとC")
    assert "お答え、ありがとうございます。" in old
    assert "2026年1月のものです。いまは変わっているかもしれないので、採点していません" in old
    assert "2026年1月の時点の答え: A・C" in old
    assert "約8割なので、半分より多くなります。" in old
    assert "正解" not in old
    assert "数で答える · 採点しません" in old, "the next one says so beforehand"
    assert "2026年1月の時点の答え: 8人" in await told(learner, "9")

    await bot.move_to(THURSDAY)
    assert "正解です" in await told(learner, "○"), "what is fresh is graded as ever"
    await learner.say("約9割")
    assert "全体、持つ人、持たない人の順です。" in await told(learner, "BCA")
    assert [(each.quiz, each.right) for each in bot.attempts()] == [
        ("g01-single", False),
        ("g01-multiple", None),
        ("g01-number", None),
        ("g02-truefalse", True),
        ("g02-short", None),
        ("g02-ordering", None),
    ]
    if platform == "line":  # in Slack there is no button left
        await learner.press("A", oldest=True)
        assert "9/7(月) に回答済みです(正解は B)" in await learner.last(), "what was graded stays graded"


@pytest.mark.parametrize("platform", ["line", "slack"])
async def test_a_lesson_that_comes_later_says_how_old_it_is_and_its_old_button_does_not_grade(
    bot: TestBot, platform: str
) -> None:
    learner = await joined(bot, platform)
    await bot.move_to(TUESDAY, "8:40")
    assert "いまは変わっているかもしれません" not in "".join(await learner.seen()), "the last day on which it is fresh"
    await bot.move_to(WEDNESDAY, "9:30")

    await learner.press("B")
    assert "採点していません" in "".join(await learner.seen())
    assert [(each.chosen, each.right) for each in bot.attempts()] == [(("B",), None)]
    if platform == "line":  # in Slack there is none left
        await learner.press("B", oldest=True)
        assert "答えていただいています" in await learner.last()

    other = await joined(bot, platform)
    await other.say("今日")
    card = "".join((await other.seen())[-2:])
    assert "この内容は2026年1月時点のものです。いまは変わっているかもしれません。" in card
    assert "1つ選ぶ · 採点しません" in card


@pytest.fixture
async def asking(database_url: str, tmp_path: Path) -> AsyncIterator[TestBot]:
    """A bot whose course asks before and after, about facts that must be looked at again by Tuesday."""
    folder = tmp_path / "course"
    shutil.copytree(COURSES / "assessed", folder)
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("2031-03-31", "2026-09-08"), encoding="utf-8")
    async with town(database_url, shelf=shelved([(load(folder), folder)])) as running:
        yield running


@pytest.mark.parametrize("platform", ["line", "slack"])
async def test_what_is_asked_after_the_course_is_not_held_against_what_was_graded_before(
    asking: TestBot, platform: str
) -> None:
    bot = asking
    learner: OnLine | InSlack = await bot.on_line() if platform == "line" else await bot.in_slack()
    await bot.join(learner)
    await answer(bot, learner, 1)
    assert [responses(bot, Occasion.BEFORE)[item].right for item in ("a-1", "a-2")] == [True, False]
    for day in range(3):
        await bot.move_to(MONDAY + timedelta(days=day))
        await learner.press("○")

    await learner.press(OPEN)
    if isinstance(learner, InSlack):
        asked = [each["label"]["text"] for each in inputs((await learner.chat())["view"])]
    else:
        async with phone(bot, learner) as opened:
            asked = [(await opened.look()).text]
    assert "(2026年4月時点のこと・採点しません)" in asked[0]
    await answer(bot, learner, 1)
    kept = responses(bot, Occasion.AFTER)
    assert [(kept[item].chosen, kept[item].right) for item in ("b-1", "b-2")] == [(("B",), None), (("B",), None)]
    await learner.say("記録")
    async with phone(bot, learner) as opened:
        page = (await opened.look()).text
        assert "おわりのアンケート" in page
        assert "「知っていること」で合っていた数" not in page, "nothing was graded both times"
