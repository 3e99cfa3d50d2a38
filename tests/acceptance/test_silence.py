"""Who stays silent is asked kindly once, and then left in peace until something is heard."""

from datetime import date, timedelta

from school import cohorts
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.register import everyone
from tests.acceptance.walks import (
    FRIDAY,
    NEXT_MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    finish,
    joined,
    lessons_sent,
    the_day_was_respected,
)
from tests.shelf import FIRST_WEEK

ASKS = "しばらくお休みにすることもできます"


async def times(somebody: OnLine | InSlack, words: str) -> int:
    """How often this was said."""
    return sum(words in text for text in await somebody.seen())


async def says_nothing_for_three_days(bot: TestBot) -> None:
    """From joining on Monday morning until the turn on Friday."""
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY):
        await bot.move_to(day)


async def test_three_silent_working_days_then_one_kind_word_then_quiet_until_something_is_heard(
    bot: TestBot, platform: str
) -> None:
    hana = await joined(bot, platform)
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
    hana = await joined(bot, platform)
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
    hana = await joined(bot, platform)
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
    hana = await joined(bot, "line")
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
    hana = await joined(bot, platform)
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
    hana = await joined(bot, platform)
    await says_nothing_for_three_days(bot)
    await bot.move_to(FRIDAY, "10:00")
    said = len(await hana.seen())
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await bot.move_to(FRIDAY, "16:00")
    bot.write(lambda work: cohorts.resume(work, FIRST_WEEK, bot.cohort, bot.clock.now()))

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


async def test_who_blocks_while_quiet_and_follows_again_goes_on_without_a_second_enrolment(bot: TestBot) -> None:
    hana = await joined(bot, "line")
    await says_nothing_for_three_days(bot)
    assert isinstance(hana, OnLine)
    await hana.block()
    await bot.move_to(NEXT_MONDAY)
    await hana.unblock()
    assert "おかえりなさい" in await hana.last()
    await hana.say("続き")
    await finish(hana, 1)

    await bot.move_to(NEXT_MONDAY + timedelta(days=1))

    assert "3日目/5" in (await hana.seen())[-2]
    assert len(everyone(bot)) == 1
    await the_day_was_respected(bot)


async def test_a_lesson_that_came_due_while_blocked_comes_once_when_one_follows_again(bot: TestBot) -> None:
    hana = await joined(bot, "line")
    assert isinstance(hana, OnLine)
    await bot.move_to(MONDAY)
    await finish(hana, 1)
    await hana.block()
    for day in (TUESDAY, WEDNESDAY):
        await bot.move_to(day)
    await bot.move_to(THURSDAY, "10:00")

    await hana.unblock()

    assert sum("2日目/5" in text for text in await hana.seen()) == 1
    await bot.move_to(THURSDAY, "16:00")
    assert len(lessons_sent(bot)) == 2, "one a day, however many days were missed"
    assert len(everyone(bot)) == 1
    await the_day_was_respected(bot)
