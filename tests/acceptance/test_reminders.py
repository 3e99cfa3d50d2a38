"""A lesson nobody has touched is recalled once, quietly, and only to who wants it."""

from dataclasses import replace

from scheduler import jobs
from school import cohorts, silence
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.walks import (
    TUESDAY,
    finish,
    joined,
    the_day_was_respected,
)
from tests.shelf import FIRST_WEEK


async def times(somebody: OnLine | InSlack, words: str) -> int:
    """How often this was said."""
    return sum(words in text for text in await somebody.seen())


def pays_for_reminders(bot: TestBot) -> None:
    with bot.database.root() as root:
        root.organisations.save(replace(root.organisations.get(bot.organisation), line_reminders=True))


async def test_an_untouched_lesson_is_recalled_once_in_the_afternoon_and_one_touched_is_not(bot: TestBot) -> None:
    taro, jiro = await joined(bot, "slack"), await joined(bot, "slack")
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
    hana = await joined(bot, "line")
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
    early, late = await joined(bot, "slack", at="14:30"), await joined(bot, "slack", at="16:00")
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
    hana, taro = await joined(bot, "line"), await joined(bot, "slack")
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
    rests, waits = await joined(bot, "slack"), await joined(bot, "slack")
    await bot.move_to(MONDAY)
    await rests.say("休む 3日")
    await bot.move_to(MONDAY, "14:00")
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await bot.move_to(MONDAY, "15:00")
    bot.write(lambda work: cohorts.resume(work, FIRST_WEEK, bot.cohort, bot.clock.now()))
    await bot.move_to(TUESDAY, "8:40")
    await bot.move_to(TUESDAY, "15:00")

    assert not await times(rests, "が待っています")
    assert await times(waits, "が待っています") == 1, "of the second day's lesson"
    assert "2日目「" in await waits.last()


async def test_a_reminder_that_cannot_leave_in_time_is_not_sent_the_next_day(bot: TestBot) -> None:
    taro = await joined(bot, "slack")
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
    taro = await joined(bot, "slack")
    await bot.move_to(MONDAY)
    enrolment = bot.read(lambda work: work.enrolments.in_cohort(bot.cohort.id))[0]
    await bot.move_to(MONDAY, "15:00")

    for _ in range(2):
        bot.write(lambda work: work.enrolments.remind(enrolment.id, bot.clock.now()))
        await bot.settled()
        bot.write(lambda work: silence.remind_due(work, FIRST_WEEK, bot.clock.now(), jobs.BATCH))
        await bot.settled()

    assert await times(taro, "が待っています") == 1
