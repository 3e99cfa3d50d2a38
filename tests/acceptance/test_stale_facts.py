"""A fact that grows old while people learn: it is said, and what rests on it is asked and not graded."""

from collections.abc import AsyncIterator

import pytest

from tests.acceptance.bot import MONDAY, TestBot, town
from tests.acceptance.learner import Learner
from tests.acceptance.walks import THURSDAY, TUESDAY, WEDNESDAY, joined
from tests.shelf import AGING


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
