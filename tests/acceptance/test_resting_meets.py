"""What a leave meets: pauses, blocks, leaving the course, finishing it."""

from datetime import date, timedelta

from messages.letter import State
from school import cohorts
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import everyone
from tests.acceptance.walks import (
    FRIDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    finish,
    joined,
    lessons_sent,
    the_day_was_respected,
)
from tests.shelf import FIRST_WEEK

pytestmark = ON_SQLITE


async def test_a_pause_within_a_rest_and_a_rest_within_a_pause(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    taro = await joined(bot, platform)
    await bot.move_to(MONDAY)
    for somebody in (hana, taro):
        await finish(somebody, 1)
    await hana.say("休む 9/10")
    await bot.move_to(MONDAY, "9:00")
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await taro.say("休む 9/8")
    assert "9/8(火)まで" in await taro.last()
    assert "次のレッスンは" not in await taro.last(), "nobody knows how long a pause will be"
    await bot.move_to(WEDNESDAY, "10:00")
    await taro.say("今日")
    assert "この講座はお休み中" in await taro.last()
    bot.write(lambda work: cohorts.resume(work, FIRST_WEEK, bot.cohort, bot.clock.now()))

    await bot.move_to(THURSDAY)
    assert [at.date() for at in lessons_sent(bot)][2:] == [THURSDAY], "taro's; hana still rests"
    await hana.say("続き")
    assert "9/10(木)まで" in await hana.last()
    await bot.move_to(FRIDAY)
    assert [at.date() for at in lessons_sent(bot)][3:] == [FRIDAY, FRIDAY]
    await the_day_was_respected(bot)


async def test_blocking_while_resting_and_following_again_keeps_the_rest(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY)
    await hana.say("休む 9/9")
    await hana.block()
    await bot.move_to(TUESDAY)

    await hana.unblock()
    assert "9/9(水)まで" in await hana.last()
    await hana.block()
    await bot.move_to(THURSDAY, "10:00")
    assert len(lessons_sent(bot)) == 1
    await hana.unblock()
    assert "おかえりなさい" in "".join((await hana.seen())[-3:])

    assert len(lessons_sent(bot)) == 2, "what came due meanwhile, once"
    assert len(everyone(bot)) == 1
    await the_day_was_respected(bot)


async def test_leaving_ends_the_rest_and_who_comes_back_is_there(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    await bot.move_to(MONDAY)
    await finish(hana, 1)
    await hana.say("休む 9/30")
    for word in ("退会", "はい", "はい"):
        await hana.say(word)
    await hana.say("再開")
    assert "参加 ABC123" in await hana.last()
    await bot.join(hana)
    assert "9/8(火)" in await hana.last()

    await bot.move_to(TUESDAY)

    assert len(lessons_sent(bot)) == 2
    assert len(everyone(bot)) == 1


async def test_who_has_finished_needs_no_rest(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    await bot.move_to(FRIDAY)
    await finish(hana, 1)
    await hana.say("今日")
    await finish(hana, 2)
    for ahead, number in ((3, 3), (4, 4), (5, 5)):
        await bot.move_to(FRIDAY + timedelta(days=ahead))
        if number == 5:
            await hana.say("休む 3日")
        await finish(hana, number)
    await hana.say("今日")
    assert "すべて終わりました" in await hana.last()
    await hana.say("休む 9/30")
    assert "すべて終わりました" in await hana.last()
    assert not [each for each in bot.letters() if each.state is State.WAITING]


async def test_a_rest_over_the_turn_of_the_year_is_a_date_of_next_year(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    await bot.move_to(date(2026, 12, 21), "10:00")

    await hana.say("休む 1/8")

    assert "1/8(金)まで" in await hana.last()
