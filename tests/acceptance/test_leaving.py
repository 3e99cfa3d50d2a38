"""Leaving, being forgotten, and coming back."""

from datetime import timedelta

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.register import everyone, tables_with
from tests.acceptance.walks import TUESDAY, WEDNESDAY, finish, lessons_sent


async def test_leaving_asks_twice_and_then_it_is_quiet(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")

    await hana.say("退会")
    assert "記録は残ります" in await hana.last()
    await hana.press("やめておく")
    assert "このまま続けましょう" in await hana.last()
    await hana.say("退会")
    await hana.say("はい")
    assert "もう一度だけ" in await hana.last()
    await hana.say("いいえ")
    assert "このまま続けましょう" in await hana.last()
    await hana.say("leave")
    await hana.press("退会する")
    await hana.press("はい、退会します")
    assert "退会しました" in await hana.last()
    await hana.press("記録は残す")
    assert "記録は残しました" in await hana.last()

    said = len(await hana.seen())
    for day in (TUESDAY, WEDNESDAY):
        await bot.move_to(day, "8:40")
    assert len(await hana.seen()) == said
    await hana.say("今日")
    assert "参加 ABC123" in await hana.last()
    await hana.press("B", oldest=True)
    assert not bot.attempts()


async def test_an_old_button_to_leave_asks_from_the_beginning(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say("退会")
    await hana.press("退会する")
    await hana.press("やめておく")

    await hana.press("はい、退会します")
    assert "退会しますか?" in await hana.last()
    await hana.press_old("erase|1")
    assert "元に戻せません" in await hana.last()

    assert len(everyone(bot)) == 1


async def test_nothing_of_the_person_stays_after_erasing(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana, nickname="ひなぎく")
    await bot.join(taro, nickname="すみれ")
    await bot.move_to(MONDAY, "8:40")
    await finish(hana, 1)
    await taro.press("B")

    for learner in (hana, taro):
        await learner.say("退会")
        await learner.say("はい")
        await learner.say("はい")
        await learner.say("はい")
        assert "元に戻せません" in await learner.last()
        await learner.press("はい、消します")
        assert "記録をすべて消しました" in await learner.last()

    room = (await taro.chat())["channel"]
    for word in (hana.user, taro.user, room, "ひなぎく", "すみれ"):
        assert not tables_with(bot, word), word
    assert tables_with(bot, "d01-q1") == ["editions"], "the course itself is kept, and nobody's answer"
    assert not bot.attempts()
    assert not everyone(bot)
    await hana.say("退会")
    assert "参加していません" in await hana.last()


async def test_erasing_can_be_asked_for_later_and_can_be_declined(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    for word in ("退会", "はい", "はい", "いいえ"):
        await hana.say(word)
    assert "記録は残しました" in await hana.last()

    await hana.say("退会")
    assert "元に戻せません" in await hana.last()
    await hana.say("いいえ")
    assert "記録は残しました" in await hana.last()
    assert len(everyone(bot)) == 1
    await hana.say("退会")
    await hana.say("はい")
    assert "記録をすべて消しました" in await hana.last()
    assert not everyone(bot)


async def test_a_letter_on_its_way_out_does_not_follow_whoever_left(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.door("faults", {"line": {"error_500": 1.0}})
    await bot.move_to(MONDAY, "8:40")
    await bot.door("faults", {})
    for word in ("退会", "はい", "はい"):
        await hana.say(word)
    assert "退会しました" in await hana.last()

    await bot.advance(timedelta(minutes=10))
    await bot.move_to(TUESDAY, "8:40")

    assert not lessons_sent(bot)


async def test_who_comes_back_goes_on_where_they_were(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana, nickname="ひなぎく")
    await bot.move_to(MONDAY, "8:40")
    await finish(hana, 1)
    for word in ("退会", "はい", "はい"):
        await hana.say(word)
    await bot.move_to(WEDNESDAY, "10:00")

    await hana.say(f"参加 {bot.cohort.code}")
    await hana.say("はい")
    assert "「ひなぎく」で始める" in await hana.last(), "the name is known"
    await hana.press("「ひなぎく」")
    await hana.press("8:40")
    assert "次のレッスンは 9/10(木) 8:40" in await hana.last()
    await hana.press("今日のレッスンを始める")

    assert "2日目" in (await hana.seen())[-2]
    assert len(everyone(bot)) == 1


async def test_who_was_erased_begins_anew(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await finish(hana, 1)
    for word in ("退会", "はい", "はい", "はい", "はい"):
        await hana.say(word)
    assert not everyone(bot)

    await bot.join(hana)
    await bot.move_to(TUESDAY, "8:40")

    assert "1日目" in (await hana.seen())[-2]
