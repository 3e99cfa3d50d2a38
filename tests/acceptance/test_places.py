"""One person in two places: one record, each letter in one of them, and parted again."""

import asyncio

import pytest

from messages.letter import State
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.pairs import both, contacts, lessons_in, people
from tests.acceptance.walks import COURSE, TUESDAY, WEDNESDAY, finish, the_day_was_respected
from tests.acceptance.weather import POST, PUSH, befalls, lie_open, sit_out

LESSON_2 = "2日目"


async def test_a_question_begun_in_line_is_finished_in_slack(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await bot.move_to(MONDAY, "8:40")
    assert "問1/2" in (await hana.seen())[-1]
    assert not [each for each in await desk.seen() if "問1/2" in each], "one place only"

    await hana.press("B")
    await hana.press("B")
    assert "選んだもの: B" in await hana.last()
    await desk.say("続き")
    ticked = [part for block in (await desk.messages())[-1]["blocks"] for part in block.get("elements", [])]
    boxes = next(part for part in ticked if part.get("type") == "checkboxes")
    assert len(boxes["initial_options"]) == 1, "what was picked in LINE is ticked in Slack"
    await desk.say("BとC")
    assert "正解です" in "".join((await desk.seen())[-2:])

    await hana.say("BとC")
    assert [attempt.quiz for attempt in bot.attempts()] == ["d01-q1", "d01-q2"], "nothing twice"
    await the_day_was_respected(bot)


@pytest.mark.parametrize("fault", ["rate_429", "drop_before"])
async def test_a_question_late_in_slack_is_not_asked_once_it_was_answered_in_line(bot: TestBot, fault: str) -> None:
    hana, desk = await both(bot)
    await desk.say("届け先 Slack")
    await bot.move_to(MONDAY, "8:40")
    await befalls(bot, (POST, fault))
    await desk.press("B")
    assert len(lie_open(bot)) == 1, "Slack does not take the next question"

    await hana.say("続き")
    await hana.say("BとC")
    assert "正解です" in "".join((await hana.seen())[-2:])
    await sit_out(bot)

    assert not [each for each in await desk.seen() if "問2/2" in each]
    assert not lie_open(bot)
    await the_day_was_respected(bot)


async def test_each_letter_goes_to_the_preferred_place_only(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await hana.say("届け先 slack")
    assert "レッスンの届け先をSlackにしました" in await hana.last()
    await bot.move_to(MONDAY, "8:40")
    assert "1日目" in "".join(await desk.seen())
    assert "1日目" not in "".join(await hana.seen())
    await finish(desk, 1)

    await desk.say("連携")
    await desk.press("LINEに届ける")
    await bot.move_to(TUESDAY, "8:40")
    assert LESSON_2 in (await hana.seen())[-2]
    assert COURSE.lessons[1].title not in (await desk.seen())[-1]
    lessons = [each for each in bot.letters() if each.enrolment and each.key.startswith("lesson:")]
    assert [each.state for each in lessons] == [State.SENT, State.SENT]
    await the_day_was_respected(bot)


async def test_a_letter_that_waits_moves_with_the_wish(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await befalls(bot, (PUSH, "rate_429"))
    await bot.move_to(MONDAY, "8:40")
    assert len(lie_open(bot)) == 1, "LINE is too busy: the lesson waits"

    await desk.say("届け先 Slack")
    await sit_out(bot)

    assert lessons_in(await desk.seen()) == 1
    assert lessons_in(await hana.seen()) == 0
    assert len(await bot.calls(PUSH)) == 1, "LINE is asked no more"
    assert not lie_open(bot)


async def test_a_letter_that_may_have_arrived_does_not_come_in_both_places(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await befalls(bot, (PUSH, "drop_after"))
    await bot.move_to(MONDAY, "8:40")
    await desk.say("届け先 Slack")
    await sit_out(bot)

    assert lessons_in(await hana.seen()) == 1
    assert lessons_in(await desk.seen()) == 0
    await finish(desk, 1)
    await bot.move_to(TUESDAY, "8:40")
    assert LESSON_2 in "".join(await desk.seen()), "the next one obeys"


async def test_two_places_at_the_same_moment_get_one_lesson_and_one_answer(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await hana.say("設定 16:00")
    await bot.move_to(MONDAY, "9:00")

    await asyncio.gather(hana.say("今日"), desk.say("今日"))
    await bot.settled()
    assert (lessons_in(await hana.seen()), lessons_in(await desk.seen())) == (1, 1), (
        "both are shown what they asked for"
    )
    taken = bot.read(lambda work: work.taken.all(work.enrolments.in_cohort(bot.cohort.id)[0].id))
    assert [each.lesson for each in taken] == [1], "one lesson, not two"

    await asyncio.gather(hana.press("B"), desk.press("B"))
    await bot.settled()
    assert [attempt.quiz for attempt in bot.attempts()] == ["d01-q1"]
    said = "".join(await hana.seen()) + "".join(await desk.seen())
    assert said.count("✔ 正解です。") == 1
    assert said.count("回答済みです") == 1, "the second one is told kindly"


async def test_who_blocks_one_place_is_reached_at_the_other(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await hana.block()
    await bot.move_to(MONDAY, "8:40")
    assert lessons_in(await desk.seen()) == 1
    assert not await bot.calls("/v2/bot/message/push")

    await hana.unblock()
    await finish(desk, 1)
    await bot.move_to(TUESDAY, "8:40")
    assert LESSON_2 in "".join(await desk.seen()), "back only by one's own wish"
    assert "2日目/5" not in "".join(await hana.seen())
    await desk.say("deliver to LINE")
    await finish(hana, 2)
    await bot.move_to(WEDNESDAY, "8:40")
    assert "3日目" in "".join(await hana.seen())


async def test_unlinking_asks_once_more_and_leaves_the_other_place(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await hana.say("連携解除")
    assert "どの場所" in await hana.last()
    await hana.press("LINEの連携を解除")
    assert "LINEの連携を解除しますか" in await hana.last()
    await hana.say("いいえ")
    assert contacts(bot) == ["line", "slack"]

    await hana.say("連携解除 LINE")
    await hana.press("解除する")
    assert "これからはSlackで" in await hana.last()
    assert contacts(bot) == ["slack"]
    await bot.move_to(MONDAY, "8:40")
    assert "1日目" in "".join(await desk.seen())
    await hana.say("今日")
    assert "参加" in await hana.last(), "a guest again"

    await desk.say("unlink")
    assert "ここだけです" in await desk.last()
    await desk.say("連携解除 slack")
    assert "ここだけです" in await desk.last()
    assert contacts(bot) == ["slack"]


async def test_an_old_unlink_button_asks_again(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await desk.say("連携解除 LINE")
    await desk.press("やめておく")
    await desk.press("解除する")
    assert "解除しますか" in await desk.last()
    assert contacts(bot) == ["line", "slack"]
    await desk.press("解除する")
    assert contacts(bot) == ["slack"]
    await desk.press("解除する")
    assert "もうつながっていません" in await desk.last()
    assert await hana.seen()


async def test_who_blocked_both_places_is_served_where_they_return(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await desk.say("届け先 Slack")
    bot.write(lambda work: work.contacts.set_reachable(work.contacts.of_person(1)[1].id, reachable=False))
    await hana.block()
    await bot.move_to(MONDAY, "8:40")
    assert lessons_in(await hana.seen()) == 0

    await hana.unblock()
    assert "おかえりなさい" in "".join(await hana.seen())
    await bot.move_to(TUESDAY, "8:40")

    assert lessons_in(await hana.seen()) == 1
    assert people(bot) == 1, "no second record"


async def test_a_choice_half_picked_under_a_lesson_is_not_lost(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await bot.move_to(MONDAY, "8:40")
    await hana.say("B")
    await desk.say("続き")
    await desk.tick_and_press(("B", "C"), "答える")
    assert "正解です" in "".join((await desk.seen())[-2:])
    await hana.press("答える")
    assert "回答済み" in await hana.last()
