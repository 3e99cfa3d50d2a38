"""Reminders, and who stays silent: one kind word, then quiet, until something is heard."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lessons.library import BUILT_IN, library
from scheduler import jobs
from school import cohorts, silence
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.walks import (
    FRIDAY,
    NEXT_MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    finish,
    lessons_sent,
    the_day_was_respected,
)

ASKS = "しばらくお休みにすることもできます"


@pytest.fixture(params=["line", "slack"])
def platform(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def learner(bot: TestBot, platform: str, at: str = "8:40") -> OnLine | InSlack:
    """Somebody who has joined there."""
    somebody = await (bot.on_line() if platform == "line" else bot.in_slack())
    await bot.join(somebody, at=at)
    return somebody


async def times(somebody: OnLine | InSlack, words: str) -> int:
    """How often this was said."""
    return sum(words in text for text in await somebody.seen())


async def says_nothing_for_three_days(bot: TestBot) -> None:
    """From joining on Monday morning until the turn on Friday."""
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY):
        await bot.move_to(day)


def pays_for_reminders(bot: TestBot) -> None:
    with bot.database.root() as root:
        root.organisations.save(replace(root.organisations.get(bot.organisation), line_reminders=True))


async def test_an_untouched_lesson_is_recalled_once_in_the_afternoon_and_one_touched_is_not(bot: TestBot) -> None:
    taro, jiro = await learner(bot, "slack"), await learner(bot, "slack")
    await bot.move_to(MONDAY)
    await jiro.say("B")
    await bot.move_to(MONDAY, "14:59")
    assert not await times(taro, "が待っています")

    await bot.move_to(MONDAY, "15:00")
    assert "1日目「" in await taro.last()
    assert "が待っています" in await taro.last()
    assert "明日でも大丈夫" in await taro.last()
    assert not await times(jiro, "が待っています")
    for at in ("15:01", "16:00", "17:00"):
        await bot.move_to(MONDAY, at)
    assert await times(taro, "が待っています") == 1
    await taro.press("はじめる")
    assert "1日目/5" in "".join((await taro.seen())[-2:])


async def test_on_line_a_reminder_comes_only_where_the_office_pays_for_it(bot: TestBot) -> None:
    hana = await learner(bot, "line")
    await bot.move_to(MONDAY)
    await bot.move_to(MONDAY, "15:00")
    assert not await times(hana, "が待っています")
    await the_day_was_respected(bot)
    pays_for_reminders(bot)
    await finish(hana, 1)

    await bot.move_to(TUESDAY)
    await bot.move_to(TUESDAY, "15:00")

    assert "2日目「" in await hana.last()
    assert "が待っています" in await hana.last()


async def test_a_lesson_of_the_afternoon_is_recalled_two_hours_later_or_not_at_all(bot: TestBot) -> None:
    early, late = await learner(bot, "slack", at="14:30"), await learner(bot, "slack", at="16:00")
    await bot.move_to(MONDAY, "14:30")
    await bot.move_to(MONDAY, "16:00")
    await bot.move_to(MONDAY, "16:29")
    assert not await times(early, "が待っています")

    await bot.move_to(MONDAY, "16:30")
    assert await times(early, "が待っています") == 1
    await bot.move_to(MONDAY, "18:00")
    await bot.move_to(TUESDAY, "9:00")
    assert not await times(late, "が待っています"), "after closing nobody is there, and the next day it is too late"


async def test_reminders_are_switched_off_and_on_by_word_and_button(bot: TestBot) -> None:
    pays_for_reminders(bot)
    hana, taro = await learner(bot, "line"), await learner(bot, "slack")
    await bot.move_to(MONDAY)
    await taro.say("設定　リマインダー　オフ")
    assert "オフにしました" in await taro.last()
    await bot.move_to(MONDAY, "15:00")
    assert not await times(taro, "が待っています")
    assert "が待っています" in await hana.last()
    await hana.press("リマインダーを止める")
    assert "オフにしました" in await hana.last()
    for somebody in (hana, taro):
        await finish(somebody, 1)

    await taro.say("reminders on")
    assert "オンにしました" in await taro.last()
    await bot.move_to(TUESDAY)
    await bot.move_to(TUESDAY, "15:00")
    assert await times(taro, "2日目「") >= 1
    assert "が待っています" in await taro.last()
    assert "が待っています" not in await hana.last()


async def test_nobody_who_rests_and_no_cohort_that_pauses_is_reminded(bot: TestBot) -> None:
    rests, waits = await learner(bot, "slack"), await learner(bot, "slack")
    await bot.move_to(MONDAY)
    await rests.say("休む 3日")
    await bot.move_to(MONDAY, "14:00")
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await bot.move_to(MONDAY, "15:00")
    bot.write(lambda work: cohorts.resume(work, library(BUILT_IN), bot.cohort, bot.clock.now()))
    await bot.move_to(TUESDAY, "8:40")
    await bot.move_to(TUESDAY, "15:00")

    assert not await times(rests, "が待っています")
    assert await times(waits, "が待っています") == 1, "of the second day's lesson"
    assert "2日目「" in await waits.last()


async def test_a_reminder_that_cannot_leave_in_time_is_not_sent_the_next_day(bot: TestBot) -> None:
    taro = await learner(bot, "slack")
    await bot.move_to(MONDAY)
    await bot.door("faults", {"slack": {"rate_429": 1.0}})
    await bot.move_to(MONDAY, "15:00")
    await bot.move_to(MONDAY, "17:30")
    await bot.door("faults", {})

    await bot.move_to(TUESDAY, "8:40")

    assert not await times(taro, "が待っています")
    assert "2日目/5" in "".join((await taro.seen())[-2:]), "and it stands in nobody's way"
    await the_day_was_respected(bot)


async def test_two_rounds_beside_each_other_remind_once(bot: TestBot) -> None:
    taro = await learner(bot, "slack")
    await bot.move_to(MONDAY)
    enrolment = bot.read(lambda work: work.enrolments.in_cohort(bot.cohort.id))[0]
    await bot.move_to(MONDAY, "15:00")

    for _ in range(2):
        bot.write(lambda work: work.enrolments.remind(enrolment.id, bot.clock.now()))
        await bot.settled()
        bot.write(lambda work: silence.remind_due(work, library(BUILT_IN), bot.clock.now(), jobs.BATCH))
        await bot.settled()

    assert await times(taro, "が待っています") == 1


async def test_three_silent_working_days_then_one_kind_word_then_quiet_until_something_is_heard(
    bot: TestBot, platform: str
) -> None:
    hana = await learner(bot, platform)
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY):
        await bot.move_to(day)
        assert not await times(hana, ASKS)

    await bot.move_to(FRIDAY)
    assert ASKS in await hana.last()
    said = len(await hana.seen())
    for ahead in (4, 7, 8, 9, 10, 11, 14):
        await bot.move_to(MONDAY + timedelta(days=ahead), "8:40")
        await bot.move_to(MONDAY + timedelta(days=ahead), "15:00")
    assert len(await hana.seen()) == said, "not a word more"
    assert await times(hana, ASKS) == 1

    await hana.press("続ける")
    assert "1日目/5" in "".join((await hana.seen())[-2:])
    await finish(hana, 1)
    following = date(2026, 9, 24)  # 9/22 is the day between two holidays
    await bot.move_to(following, "8:40")
    assert len(lessons_sent(bot)) >= 4
    await the_day_was_respected(bot)


async def test_the_kind_word_offers_a_rest(bot: TestBot, platform: str) -> None:
    hana = await learner(bot, platform)
    await says_nothing_for_three_days(bot)

    await hana.press("休む")
    await hana.press("1週間")

    assert "9/17(木)までお休みにしました" in await hana.last()
    assert "9/18(金)" in await hana.last()
    sent = len(lessons_sent(bot))
    await bot.move_to(date(2026, 9, 17))
    assert len(lessons_sent(bot)) == sent
    await finish(hana, 1)
    await bot.move_to(date(2026, 9, 18))
    assert len(lessons_sent(bot)) == sent + 1
    await the_day_was_respected(bot)


async def test_a_word_on_the_day_of_the_question_brings_no_lesson_unasked_before_the_next_day(
    bot: TestBot, platform: str
) -> None:
    hana = await learner(bot, platform)
    await says_nothing_for_three_days(bot)
    sent = len(lessons_sent(bot))
    await hana.say("設定 13:00")
    assert "9/14(月)" in await hana.last()

    await bot.move_to(FRIDAY, "13:00")
    assert len(lessons_sent(bot)) == sent
    await finish(hana, 1)
    await bot.move_to(NEXT_MONDAY, "13:00")
    assert len(lessons_sent(bot)) == sent + 1
    await the_day_was_respected(bot)


async def test_any_deed_counts_as_heard_but_blocking_does_not(bot: TestBot) -> None:
    hana = await learner(bot, "line")
    await bot.move_to(MONDAY)
    assert isinstance(hana, OnLine)
    await bot.move_to(WEDNESDAY)
    await hana.sticker()
    await bot.move_to(THURSDAY)
    await bot.move_to(FRIDAY)
    assert not await times(hana, ASKS)
    await hana.block()
    for ahead in (7, 8, 9):
        await bot.move_to(MONDAY + timedelta(days=ahead))
    await hana.unblock()
    assert not await times(hana, ASKS), "who was out of reach was not silent"
    await bot.move_to(MONDAY + timedelta(days=10))
    assert not await times(hana, ASKS)


async def test_days_off_days_of_rest_and_days_before_anything_waited_are_no_silence(
    bot: TestBot, platform: str
) -> None:
    hana = await learner(bot, platform)
    await bot.move_to(MONDAY)
    await finish(hana, 1)
    await hana.say("休む 9/11")
    await bot.move_to(NEXT_MONDAY)
    await bot.move_to(NEXT_MONDAY + timedelta(days=1))
    await bot.move_to(NEXT_MONDAY + timedelta(days=2))
    assert not await times(hana, ASKS)

    await bot.move_to(NEXT_MONDAY + timedelta(days=3))

    assert await times(hana, ASKS) == 1, "Monday, Tuesday and Wednesday were silent"


async def test_a_pause_of_the_cohort_wakes_nobody_who_is_quiet(bot: TestBot, platform: str) -> None:
    hana = await learner(bot, platform)
    await says_nothing_for_three_days(bot)
    await bot.move_to(FRIDAY, "10:00")
    said = len(await hana.seen())
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await bot.move_to(FRIDAY, "16:00")
    bot.write(lambda work: cohorts.resume(work, library(BUILT_IN), bot.cohort, bot.clock.now()))

    for ahead in (7, 8):
        await bot.move_to(MONDAY + timedelta(days=ahead))

    assert len(await hana.seen()) == said
    await hana.say("進捗")
    await bot.move_to(MONDAY + timedelta(days=9))
    assert len(await hana.seen()) == said + 1, "two lessons wait: there is no room for a third"
    await finish(hana, 1)
    await bot.move_to(MONDAY + timedelta(days=10))
    assert "3日目/5" in "".join((await hana.seen())[-2:])
    await the_day_was_respected(bot)
