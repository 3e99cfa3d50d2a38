"""One person in two places: linked by a code, reached at one, parted again."""

import asyncio
import re
from datetime import timedelta

from messages.letter import State
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, Learner, OnLine
from tests.acceptance.walks import COURSE, TUESDAY, WEDNESDAY, finish, the_day_was_respected
from tests.acceptance.weather import PUSH, befalls, lie_open, sit_out

LESSON_2 = "2日目"


async def code_of(learner: Learner) -> str:
    await learner.say("連携")
    found = re.search(r"連携 ([A-Z2-9]{8})", await learner.last())
    assert found, await learner.last()
    return found[1]


async def both(bot: TestBot) -> tuple[OnLine, InSlack]:
    """Hana in LINE, who has linked her Slack."""
    hana, desk = await bot.on_line(), await bot.in_slack("はな")
    await bot.join(hana)
    await desk.say(f"連携 {await code_of(hana)}")
    assert "つながりました" in await desk.last()
    return hana, desk


def lessons_in(seen: list[str]) -> int:
    return sum("1日目/5" in each for each in seen)


def people(bot: TestBot) -> int:
    return bot.read(lambda work: len(work.people.all()))


def contacts(bot: TestBot) -> list[str]:
    return bot.read(lambda work: [each.channel.value for each in work.contacts.of_person(work.people.all()[0].id)])


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


async def test_linking_from_slack_to_line(bot: TestBot) -> None:
    taro, phone = await bot.in_slack(), await bot.on_line()
    await bot.join(taro, "たろう")
    code = await code_of(taro)
    await phone.say(f"連携コード：{code.lower()}。")
    assert "つながりました" in await phone.last()
    assert "Slack" in await phone.last(), "lessons go on arriving there"
    assert (people(bot), contacts(bot)) == (1, ["slack", "line"])

    await phone.say(f"連携 {code}")
    assert "もうつながっています" in await phone.last()
    await phone.say(f"参加 {bot.cohort.code}")
    assert "もう参加しています" in await phone.last()
    await bot.move_to(MONDAY, "8:40")
    assert "1日目" in "".join(await taro.seen())
    assert "1日目" not in "".join(await phone.seen())
    assert not await bot.calls("/v2/bot/message/push"), "nothing that costs"


async def test_a_code_works_once_for_ten_minutes_and_only_the_newest(bot: TestBot) -> None:
    hana, desk, stranger = await bot.on_line(), await bot.in_slack("はな"), await bot.in_slack("だれか")
    await bot.join(hana)
    first, second = await code_of(hana), await code_of(hana)
    await desk.say(f"連携 {first}")
    assert "このコードは使えません" in await desk.last(), "a newer one was given"
    await bot.advance(timedelta(minutes=10))
    await desk.say(f"連携 {second}")
    assert "このコードは使えません" in await desk.last(), "too old"
    assert contacts(bot) == ["line"]

    third = await code_of(hana)
    await bot.advance(timedelta(minutes=9, seconds=59))
    await desk.say(f"連携 {third}")
    assert contacts(bot) == ["line", "slack"]
    await stranger.say(f"連携 {third}")
    assert "このコードは使えません" in await stranger.last(), "used"
    assert contacts(bot) == ["line", "slack"]


async def test_nobody_guesses_codes_all_day(bot: TestBot) -> None:
    hana, guesser, other = await bot.on_line(), await bot.in_slack("だれか"), await bot.in_slack("はな")
    await bot.join(hana)
    code = await code_of(hana)
    for wrong in ("AAAAAAAA", "BBBBBBBB", "CCCCCCCC", "DDDDDDDD", "EEEEEEEE"):
        await guesser.say(f"link {wrong}")
        assert "このコードは使えません" in await guesser.last()
    await guesser.say("連携 ABC")
    await guesser.say(f"連携 {code}")
    assert "今日はもう" in await guesser.last(), "not even the right one"
    assert contacts(bot) == ["line"]
    await other.say("連携 ABC")
    assert "8文字" in await other.last(), "no guess, and nothing counted"
    await other.say(f"連携 {code}")
    assert contacts(bot) == ["line", "slack"], "only the guesser is held up"

    await bot.move_to(TUESDAY, "8:00")
    await guesser.say("連携 FFFFFFFF")
    assert "このコードは使えません" in await guesser.last(), "a new day"


async def test_two_records_are_not_mixed(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, "たろう")
    code = await code_of(hana)
    await taro.say(f"連携 {code}")
    assert "別の記録があります" in await taro.last()
    assert "退会" in await taro.last()
    assert people(bot) == 2

    await taro.say("退会")
    for _ in range(4):
        await taro.say("はい")
    assert "記録をすべて消しました" in await taro.last()
    await taro.say(f"連携 {code}")
    assert "つながりました" in await taro.last(), "the code was not used up by the refusal"
    assert (people(bot), contacts(bot)) == (1, ["line", "slack"])


async def test_a_code_is_for_the_other_platform(bot: TestBot) -> None:
    hana, second = await bot.on_line(), await bot.on_line("はな2")
    await bot.join(hana)
    code = await code_of(hana)
    await hana.say(f"連携 {code}")
    assert "もう一方で送ってください" in await hana.last()
    await second.say(f"連携 {code}")
    assert "もう別のLINEとつながっています" in await second.last()
    assert contacts(bot) == ["line"]


async def test_each_letter_goes_to_the_preferred_place_only(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await hana.say("届け先 slack")
    assert "これからはSlackに届けます" in await hana.last()
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


async def test_a_guest_is_told_how_to_come_in(bot: TestBot) -> None:
    for guest in (await bot.on_line(), await bot.in_slack()):
        for word in ("連携", "連携解除", "届け先 LINE"):
            await guest.say(word)
            assert "そちらで「連携」" in await guest.last()
        await guest.say("連携 ＡＢＣＤ２３４５")
        assert "このコードは使えません" in await guest.last()
    assert people(bot) == 0


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


async def test_english_words_do_the_same(bot: TestBot) -> None:
    hana, desk = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await hana.say("settings english")
    await hana.say("connect")
    code = (await hana.last()).split("link ")[-1][:8]
    await desk.say(f"link {code}")
    assert "You go on with the same record" in await desk.last()
    await desk.say("settings deliver to slack")
    assert "From now on lessons arrive in Slack" in await desk.last()
    await desk.say("unlink line")
    await desk.say("yes")
    assert "LINE is unlinked" in await desk.last()
    assert contacts(bot) == ["slack"]


async def test_a_redelivered_code_links_once(bot: TestBot) -> None:
    taro, phone = await bot.in_slack(), await bot.on_line()
    await bot.join(taro, "たろう")
    code = await code_of(taro)
    await bot.door("faults", {"line": {"duplicate": 1.0}})
    await phone.say(f"連携 {code}")
    assert [("つながりました" in each) for each in await phone.seen()] == [True]
    assert contacts(bot) == ["slack", "line"]


async def test_a_choice_half_picked_under_a_lesson_is_not_lost(bot: TestBot) -> None:
    hana, desk = await both(bot)
    await bot.move_to(MONDAY, "8:40")
    await hana.say("B")
    await desk.say("続き")
    await desk.tick_and_press(("B", "C"), "答える")
    assert "正解です" in "".join((await desk.seen())[-2:])
    await hana.press("答える")
    assert "回答済み" in await hana.last()
