"""Questionnaires long after a course: one message each, on a working day, and never to who is away or gone."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta

import pytest

from lessons.assessment import Occasion
from school import cohorts
from store.work import Work
from tests.acceptance.bot import MONDAY, TOKYO, TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.sitting_down import answer, responses
from tests.shelf import ASSESSED

DAY = timedelta(days=1)


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks before and after."""
    async with town(database_url, shelf=ASSESSED) as running:
        yield running


async def _finish(bot: TestBot, *learners: OnLine | InSlack, at: str = "8:40") -> None:
    """Everybody joins and goes through the three days."""
    for learner in learners:
        await bot.join(learner, at=at)
    for day in range(3):
        await bot.move_to(MONDAY + day * DAY, at)
        for learner in learners:
            await learner.press("○")


async def test_three_months_later_one_message_asks_how_it_went(bot: TestBot, platform: str) -> None:
    learner = await bot.on_line() if platform == "line" else await bot.in_slack()
    await _finish(bot, learner, at="9:30")
    said = len(await learner.seen())
    await bot.move_to(date(2026, 12, 8), "9:00")
    assert len(await learner.seen()) == said, "ninety days after 9 September is the 8th, at half past nine"
    await bot.move_to(date(2026, 12, 8), "9:30")
    assert len(await learner.seen()) == said + 1
    assert "3か月ほど" in await learner.last()
    await answer(bot, learner, 0)
    assert {"b1", "s1", "s2"} == responses(bot, Occasion.QUARTER).keys()
    await bot.move_to(date(2027, 3, 8), "9:30")
    assert "半年ほど" in await learner.last(), "180 days later is a Monday"
    asked = [each for each in bot.letters() if each.key.startswith("sitting:")]
    assert [each.key.rpartition(":")[2] for each in asked] == ["quarter", "half-year"]


async def test_who_is_away_then_or_in_a_pause_is_asked_afterwards(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await _finish(bot, hana, taro)
    bot.write(lambda work: _away(work, bot, date(2026, 12, 9)))
    await bot.move_to(date(2026, 12, 8), "8:40")
    assert "3か月ほど" in await taro.last()
    assert "3か月ほど" not in await hana.last()
    await bot.move_to(date(2026, 12, 10), "8:40")
    assert "3か月ほど" in await hana.last()
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await bot.move_to(date(2027, 3, 8), "8:40")
    assert "半年ほど" not in await hana.last()
    bot.write(lambda work: cohorts.resume(work, bot.shelf, bot.cohort, bot.clock.now()))
    await bot.move_to(date(2027, 3, 9), "8:40")
    assert "半年ほど" in await hana.last()
    assert sum("半年ほど" in said for said in await taro.seen()) == 1


def _away(work: Work, bot: TestBot, last: date) -> None:
    """The first learner is on leave through that day, from a time when they were still learning."""
    enrolment = work.enrolments.in_cohort(bot.cohort.id)[0].id
    until = datetime.combine(last + DAY, time(), TOKYO)
    work.leaves.add(enrolment, bot.clock.now(), until)
    work.enrolments.rest(enrolment, until)


async def test_who_has_left_is_asked_nothing_later(bot: TestBot) -> None:
    hana = await bot.on_line()
    await _finish(bot, hana)
    await hana.say("退会")
    await hana.press("退会する")
    await hana.press("はい、退会します")
    said = len(await hana.seen())
    await bot.move_to(date(2027, 4, 1), "9:00")
    assert len(await hana.seen()) == said
