"""Leave: silence until a day, and coming back."""

from datetime import timedelta

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import (
    FRIDAY,
    NEXT_MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    finish,
    joined,
    lessons_sent,
    the_day_was_respected,
)

pytestmark = ON_SQLITE


async def test_a_rest_is_silent_and_afterwards_it_goes_on_by_itself_one_lesson_a_day(
    bot: TestBot, platform: str
) -> None:
    hana = await joined(bot, platform)
    await bot.move_to(MONDAY)
    await finish(hana, 1)

    await hana.say("休む")
    assert "理由は要りません" in await hana.last()
    await hana.press("今週いっぱい")
    assert "9/11(金)までお休みにしました" in await hana.last()
    assert "次のレッスンは 9/14(月) に届きます" in await hana.last()
    said = len(await hana.seen())
    for day in (TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY):
        await bot.move_to(day, "8:40")
        await bot.move_to(day, "15:00")
    assert len(await hana.seen()) == said, "nothing at all comes unasked"

    await bot.move_to(NEXT_MONDAY, "8:40")
    assert "2日目/5" in "".join((await hana.seen())[-2:]), "the next one, not those of the whole week"
    close = await finish(hana, 2)
    assert "つづけて 2 営業日" in close, "a leave breaks nothing"
    await bot.move_to(NEXT_MONDAY, "16:00")
    assert len(lessons_sent(bot)) == 2
    await bot.move_to(NEXT_MONDAY + timedelta(days=1), "8:40")
    assert len(lessons_sent(bot)) == 3
    await the_day_was_respected(bot)


async def test_while_resting_one_is_told_so_kindly_and_answers_still_count(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    await bot.move_to(MONDAY)
    await hana.say("休む　９月１１日")
    assert "9/11(金)まで" in await hana.last()

    for word in ("今日", "続き", "today"):
        await hana.say(word)
        assert "お休み中です(9/11(金)まで)" in await hana.last()
        assert "再開する" in await hana.last()
    await hana.say("進捗")
    assert "お休み中" in await hana.last()
    assert "9/11(金)まで" in await hana.last()
    await hana.say("設定")
    assert "お休み中" in await hana.last()
    close = await finish(hana, 1)
    assert len(bot.attempts()) == 2
    assert "2日目" not in close.split("次は")[0], "nothing is offered that would not come"
    assert "次は9/14(月): 2日目" in close


async def test_coming_back_early_ends_the_rest_and_today_brings_one_lesson_at_most(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    await bot.move_to(MONDAY)
    await finish(hana, 1)
    await hana.say("休む 来週まで")
    assert "9/18(金)まで" in await hana.last()
    await bot.move_to(WEDNESDAY, "10:00")

    await hana.say("今日")
    await hana.press("再開する")
    assert "おかえりなさい" in await hana.last()
    assert "9/10(木)" in await hana.last()
    await hana.press("今日のレッスンへ")
    assert "2日目/5" in "".join((await hana.seen())[-2:])
    assert "勤務時間の外" not in "".join((await hana.seen())[-2:])
    assert "つづけて 2 営業日" in await finish(hana, 2)
    await bot.move_to(WEDNESDAY, "16:00")
    assert len(lessons_sent(bot)) == 1
    await bot.move_to(THURSDAY, "8:40")
    assert len(lessons_sent(bot)) == 2
    await hana.press("再開する", oldest=True)
    assert "3日目/5" in "".join((await hana.seen())[-2:]), "an old button simply goes on"
    await the_day_was_respected(bot)


async def test_a_second_rest_replaces_the_day_and_a_double_press_changes_nothing(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    await bot.move_to(MONDAY)
    await finish(hana, 1)
    await hana.say("rest until 9/30")
    assert "9/30(水)まで" in await hana.last()

    await hana.say("休む")
    await hana.press("今日だけ")
    first = await hana.last()
    await hana.press("今日だけ")
    assert await hana.last() == first
    assert "9/7(月)まで" in first
    await bot.move_to(TUESDAY, "8:40")
    assert len(lessons_sent(bot)) == 2
    await hana.press("今日だけ")
    assert "もう過ぎた日" in await hana.last(), "yesterday's button is no day of today's"
    await the_day_was_respected(bot)


async def test_no_such_day_is_answered_kindly_and_changes_nothing(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    for wish, told in (
        ("休む 9/1", "もう過ぎた日"),
        ("休む 2020-01-01", "もう過ぎた日"),
        ("休む 12/31", "60日先(11/6(金))まで"),
        ("休む 999日", "60日先"),
        ("休む 13/45", "読み取れませんでした"),
        ("休む ずっと", "読み取れませんでした"),
        ("rest until the cows come home", "読み取れませんでした"),
    ):
        await hana.say(wish)
        assert told in await hana.last(), wish
    await hana.say("9/1")
    assert "もう過ぎた日" in await hana.last(), "it was asked for a day"
    await bot.move_to(MONDAY)
    assert len(lessons_sent(bot)) == 1


async def test_a_day_may_be_typed_after_the_question(bot: TestBot, platform: str) -> None:
    hana = await joined(bot, platform)
    await hana.say("休みたい")

    await hana.say("9月9日まで")

    assert "9/9(水)までお休みにしました" in await hana.last()
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        await bot.move_to(day)
    assert not lessons_sent(bot)
    await bot.move_to(THURSDAY)
    assert "1日目/5" in "".join((await hana.seen())[-2:])


async def test_a_guest_who_wants_to_rest_is_told_how_to_join(bot: TestBot, platform: str) -> None:
    guest = await (bot.on_line() if platform == "line" else bot.in_slack())
    for word in ("休む", "休む 9/30", "再開", "リマインダー オフ"):
        await guest.say(word)
        assert "参加 ABC123" in await guest.last()


async def test_a_letter_on_its_way_waits_until_after_the_rest_and_comes_alone(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.door("faults", {"line": {"rate_429": 1.0}})
    await bot.move_to(MONDAY)
    await bot.door("faults", {})
    await hana.say("休む 9/9")
    assert "9/10(木)" in await hana.last()

    await bot.advance(timedelta(minutes=30))
    for day in (TUESDAY, WEDNESDAY):
        await bot.move_to(day)
    assert not lessons_sent(bot)
    await hana.say("設定 9:00")
    for at in ("8:40", "9:00", "16:00"):
        await bot.move_to(THURSDAY, at)
    assert [at.date() for at in lessons_sent(bot)] == [THURSDAY], "once, and no second one beside it"
    await bot.move_to(FRIDAY, "9:00")
    assert [at.date() for at in lessons_sent(bot)] == [THURSDAY, FRIDAY]
    assert sum("1日目/5" in text for text in await hana.seen()) == 1
    await the_day_was_respected(bot)


async def test_a_letter_put_off_comes_earlier_when_one_comes_back_earlier(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.door("faults", {"line": {"rate_429": 1.0}})
    await bot.move_to(MONDAY)
    await bot.door("faults", {})
    await hana.say("休む 9/30")
    await bot.move_to(TUESDAY, "10:00")

    await hana.say("戻りました")
    await bot.move_to(WEDNESDAY)

    assert [at.date() for at in lessons_sent(bot)] == [WEDNESDAY]
    await bot.move_to(THURSDAY)
    assert [at.date() for at in lessons_sent(bot)] == [WEDNESDAY, THURSDAY]
    await the_day_was_respected(bot)
