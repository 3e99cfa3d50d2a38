"""Lessons come on working days, in the hours, one at a time, and never in a flood."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from messages.letter import State
from school import cohorts
from tests.acceptance.bot import MONDAY, TOKYO, TestBot
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import (
    COURSE,
    FRIDAY,
    NEXT_MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    finish,
    in_order,
    lessons_sent,
    the_day_was_respected,
)
from tests.shelf import FIRST_WEEK

pytestmark = ON_SQLITE

WEEK = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)


async def test_a_whole_course_on_both_platforms_and_then_quiet(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, nickname="たろう", at="13:00")

    for number, day in enumerate(WEEK, start=1):
        await bot.move_to(day, "8:40")
        close = await finish(hana, number)
        assert f"({number}/5日)" in close
        await bot.move_to(day, "12:30")
        assert len(lessons_sent(bot)) == 2 * number - 1, "lunch is lunch"
        await bot.move_to(day, "13:00")
        await finish(taro, number)
        assert len(lessons_sent(bot)) == 2 * number

    assert "5日分がすべて終わりました" in close
    assert "●●●●●" in close
    assert "つづけて 5 営業日" in close
    said = len(await hana.seen())
    for day in (SATURDAY, NEXT_MONDAY, NEXT_MONDAY + timedelta(days=1)):
        await bot.move_to(day, "8:40")
    assert len(await hana.seen()) == said
    await hana.say("今日")
    assert "すべて終わりました" in await hana.last()
    await hana.say("進捗")
    assert "5日のうち5日" in await hana.last()
    assert len(await bot.calls("/v2/bot/message/push")) == len(COURSE.lessons)
    assert all(each.right is not False for each in bot.attempts())
    await the_day_was_respected(bot)


async def test_weekend_silver_week_and_a_closure_are_silent_and_break_no_streak(bot: TestBot) -> None:
    start, closed = date(2026, 9, 16), date(2026, 9, 17)
    with bot.database.root() as root:
        root.organisations.set_closures(bot.organisation, [closed])
        code = cohorts.create(
            root.work(bot.organisation), FIRST_WEEK, name="連休", course=COURSE.id, starts_on=start,
            delivery_time=time(8, 40), at=bot.clock.now(),
        ).code  # fmt: skip
    hana = await bot.on_line()
    for word in (f"参加 {code}", "はい", "はな", "8:40"):
        await hana.say(word)

    await bot.move_to(start)
    assert "次は9/18(金): 2日目" in await finish(hana, 1), "the closure is not called tomorrow"
    await bot.move_to(closed, "10:00")
    await bot.move_to(date(2026, 9, 18))
    assert "次は9/24(木): 3日目" in await finish(hana, 2)
    for silent in (19, 20, 21, 22, 23):
        await bot.move_to(date(2026, 9, silent), "8:40")
        await bot.move_to(date(2026, 9, silent), "13:00")
    assert len(lessons_sent(bot)) == 2

    await bot.move_to(date(2026, 9, 24))
    close = await finish(hana, 3)
    assert "つづけて 3 営業日" in close
    assert "今週 ●○(1/2日)" in close, "only the days on which people work have dots"
    assert [at.day for at in lessons_sent(bot)] == [16, 18, 24]
    await the_day_was_respected(bot)


async def test_a_missed_lesson_waits_and_at_most_two_lie_open(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY):
        await bot.move_to(day, "8:40")
    assert [at.date() for at in lessons_sent(bot)] == [MONDAY, TUESDAY]
    await hana.say("進捗")
    assert "2本" in await hana.last()

    await hana.say("続き")
    assert in_order(await hana.seen(), "1日目/5", "2日目/5")
    assert "1日目/5" in (await hana.seen())[-2], "the older one comes back first"
    assert "2日目「デジタル化とDXは何が違う?」も待っています" in await finish(hana, 1)
    close = await finish(hana, 2)
    assert "あした: 3日目" in close
    await hana.say("今日")
    assert "1日2本まで" in await hana.last()

    await bot.move_to(FRIDAY, "8:40")
    assert "3日目/5" in (await hana.seen())[-2]
    await the_day_was_respected(bot)


async def test_a_pause_silences_what_waits_and_the_end_of_it_floods_nobody(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro)
    await bot.move_to(MONDAY)
    await finish(hana, 1)
    await bot.door("faults", {"line": {"rate_429": 1.0}})
    await bot.move_to(TUESDAY)
    assert len(lessons_sent(bot)) == 3, "hana's second lesson is in the queue"
    await bot.move_to(TUESDAY, "8:50")

    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    await bot.door("faults", {})
    for day in (TUESDAY, WEDNESDAY, THURSDAY):
        await bot.move_to(day, "14:00")
    assert len(lessons_sent(bot)) == 3
    assert [each.state for each in bot.letters() if each.enrolment][-2:].count(State.HELD) == 1
    for learner in (hana, taro):
        await learner.say("今日")
        assert "お休み中" in await learner.last()
    await hana.say("設定 9:00")
    assert "届ける時刻を 9:00 にしました。" in await hana.last()
    assert "次は" not in await hana.last(), "nobody knows yet"
    await hana.say("進捗")
    assert "次に届く日" not in await hana.last()
    await taro.say("B")
    assert "正解です" in await taro.last(), "who answers all the same is answered"

    bot.write(lambda work: cohorts.resume(work, FIRST_WEEK, bot.cohort, bot.clock.now()))
    await bot.advance(timedelta(minutes=1))
    assert len(lessons_sent(bot)) == 3, "at the learner's own time, not at once"
    await bot.move_to(FRIDAY, "9:00")
    assert [f"{at:%m-%d %H:%M}" for at in lessons_sent(bot)][3:] == ["09-11 09:00"]
    assert "2日目/5" in (await hana.seen())[-2]
    await finish(hana, 2)
    await bot.move_to(NEXT_MONDAY, "9:00")
    assert "3日目/5" in (await hana.seen())[-2], "the days have moved by those that were lost"
    assert max(_a_day(bot)) <= 2, "one for each of two people"
    await the_day_was_respected(bot)


async def test_who_joins_in_a_pause_is_promised_no_day(bot: TestBot) -> None:
    bot.write(lambda work: cohorts.pause(work, bot.cohort, bot.clock.now()))
    hana = await bot.on_line()

    await bot.join(hana)

    assert "お休み中" in await hana.last()
    assert "最初のレッスンは" not in await hana.last()
    await bot.move_to(TUESDAY, "10:00")
    bot.write(lambda work: cohorts.resume(work, FIRST_WEEK, bot.cohort, bot.clock.now()))
    await bot.move_to(WEDNESDAY, "8:40")
    assert "1日目/5" in (await hana.seen())[-2]


async def test_an_outage_ends_in_the_hours_or_on_the_next_working_day(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)

    await bot.move_to(MONDAY, "14:00")
    assert [f"{at:%H:%M}" for at in lessons_sent(bot)] == ["14:00"], "late, and still in the hours"
    await finish(hana, 1)
    await bot.move_to(TUESDAY, "20:00")
    assert len(lessons_sent(bot)) == 1
    await bot.move_to(WEDNESDAY, "8:39")
    assert len(lessons_sent(bot)) == 1
    await bot.move_to(WEDNESDAY, "8:40")

    assert "2日目/5" in (await hana.seen())[-2]
    assert len(lessons_sent(bot)) == 2
    await the_day_was_respected(bot)


async def test_a_letter_that_missed_its_hours_comes_the_next_morning_and_alone(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana, at="16:30")
    await bot.door("faults", {"line": {"error_500": 1.0}})
    await bot.move_to(MONDAY, "16:30")
    await bot.move_to(MONDAY, "18:00")
    await bot.door("faults", {})
    await bot.move_to(MONDAY, "20:00")
    assert not lessons_sent(bot)

    await bot.move_to(TUESDAY, "9:00")
    await bot.move_to(TUESDAY, "16:30")

    assert [at.date() for at in lessons_sent(bot)] == [TUESDAY]
    await the_day_was_respected(bot)


async def test_another_zone_has_its_own_morning(bot: TestBot) -> None:
    taipei = ZoneInfo("Asia/Taipei")
    with bot.database.root() as root:
        root.organisations.save(replace(root.organisations.get(bot.organisation), timezone=taipei))
    hana = await bot.on_line()
    await bot.join(hana)
    assert "9/7(月) 8:40" in await hana.last()

    await bot.move_to(MONDAY, "8:40")
    assert not lessons_sent(bot), "it is 7:40 there"
    await bot.move_to(MONDAY, "9:40")

    assert [at.astimezone(TOKYO) for at in lessons_sent(bot)] == [datetime(2026, 9, 7, 9, 40, tzinfo=TOKYO)]
    await the_day_was_respected(bot)


async def test_at_the_weekend_learning_is_free_and_nothing_is_pushed(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(FRIDAY, "8:40")
    await finish(hana, 1)
    await bot.move_to(SUNDAY, "20:00")

    await hana.say("今日")
    assert "学ぶかどうかは自由です" in (await hana.seen())[-2]
    await finish(hana, 2)

    assert len(lessons_sent(bot)) == 1
    await bot.move_to(NEXT_MONDAY, "8:40")
    assert "3日目/5" in (await hana.seen())[-2]
    await the_day_was_respected(bot)


def _a_day(bot: TestBot) -> list[int]:
    days = [at.date() for at in lessons_sent(bot)]
    return [days.count(day) for day in set(days)]
