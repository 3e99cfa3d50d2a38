"""The platforms fail as they do in life, and people notice nothing, or as little as can be."""

from datetime import date, timedelta

import pytest

from messages.letter import State
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.weather import POST, PUSH, REPLY, UPDATE, befalls, lie_open, sit_out, sky, took_effect

THURSDAY_THE_FIRST = date(2026, 10, 1)


async def _hana(bot: TestBot) -> OnLine:
    hana = await bot.on_line()
    await bot.join(hana)
    return hana


async def _taro(bot: TestBot) -> InSlack:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    return taro


def _count(seen: list[str], words: str) -> int:
    return sum(words in each for each in seen)


@pytest.mark.parametrize("fault", ["drop_after", "drop_before", "error_500", "rate_429"])
async def test_a_lesson_whose_push_fails_once_is_seen_once(bot: TestBot, fault: str) -> None:
    hana = await _hana(bot)
    await befalls(bot, (PUSH, fault))

    await bot.move_to(MONDAY, "8:40")
    await sit_out(bot, timedelta(seconds=10))

    pushes = await bot.calls(PUSH)
    assert len(pushes) == 2, "tried again soon"
    assert len({call["retry_key"] for call in pushes}) == 1, "under the same key"
    assert _count(await hana.seen(), "1日目/5") == 1
    assert (await bot.look("state"))["line"]["quota"]["used"] == 1


@pytest.mark.parametrize("fault", ["drop_after", "drop_before", "error_500", "rate_429", "fatal_error"])
async def test_a_lesson_whose_post_in_slack_fails_once_is_seen_once(bot: TestBot, fault: str) -> None:
    taro = await _taro(bot)
    await befalls(bot, (POST, fault))

    await bot.move_to(MONDAY, "8:40")
    await sit_out(bot, timedelta(minutes=1))

    assert _count(await taro.seen(), "1日目/5") == 1
    assert not lie_open(bot)
    posted = await took_effect(bot, POST)
    assert posted == len(await taro.seen()), "each was posted once"


@pytest.mark.parametrize("fault", ["drop_after", "drop_before", "error_500", "rate_429"])
async def test_a_verdict_whose_reply_fails_once_is_seen_once(bot: TestBot, fault: str) -> None:
    hana = await _hana(bot)
    await bot.move_to(MONDAY, "8:40")
    await befalls(bot, (REPLY, fault))

    await hana.press("B")
    await sit_out(bot, timedelta(seconds=20))

    seen = await hana.seen()
    assert _count(seen, "正解です") == 1
    assert _count(seen, "問2/2") == 1
    assert len(await bot.calls(PUSH)) == 1, "a reply never becomes a push"


async def test_a_verdict_that_came_too_late_is_brought_back_by_a_word(bot: TestBot) -> None:
    hana = await _hana(bot)
    await bot.move_to(MONDAY, "8:40")
    await sky(bot, line={"expired_tokens": True})
    before = await hana.seen()

    await hana.press("B")
    assert await hana.seen() == before, "nothing could be said for free"
    assert [attempt.right for attempt in bot.attempts()] == [True], "but the answer counts"

    await sky(bot)
    await hana.say("続き")
    assert "問2/2" in await hana.last()
    assert len(await bot.calls(PUSH)) == 1


async def test_when_the_months_messages_are_used_up_lessons_wait_and_replies_go_on(bot: TestBot) -> None:
    hana = await _hana(bot)
    await sky(bot, line={"monthly_limit": True})

    await bot.move_to(MONDAY, "8:40")
    assert _count(await hana.seen(), "1日目/5") == 0
    assert [letter.state for letter in bot.letters()][-1] is State.WAITING
    assert "used up" in bot.letters()[-1].reason

    await hana.say("進捗")
    assert "進捗" in await hana.last() or "レッスン" in await hana.last(), "a reply is free"

    await sky(bot)
    await bot.move_to(THURSDAY_THE_FIRST, "9:41")
    await sit_out(bot, timedelta(hours=4))
    assert _count(await hana.seen(), "1日目/5") == 1, "the month turned"


async def test_whoever_asks_while_the_month_is_used_up_gets_the_lesson_once(bot: TestBot) -> None:
    hana = await _hana(bot)
    await sky(bot, line={"monthly_limit": True})
    await bot.move_to(MONDAY, "8:40")

    await hana.say("今日")
    assert _count(await hana.seen(), "1日目/5") == 1, "by reply, which is free"

    await sky(bot)
    await bot.move_to(MONDAY, "11:00")
    await sit_out(bot)
    assert _count(await hana.seen(), "1日目/5") == 1, "and what she has is not pushed to her again"


async def test_a_response_url_that_is_used_up_is_no_hindrance(bot: TestBot) -> None:
    taro = await _taro(bot)
    await bot.move_to(MONDAY, "8:40")
    await sky(bot, slack={"error_500": 1.0})

    await taro.press("B")
    await sky(bot)
    await bot.advance(timedelta(minutes=31))
    await sit_out(bot, timedelta(minutes=10))

    assert [call for call in await bot.calls(UPDATE) if call["status"] == 200], "the response_url had run out"
    seen = await taro.seen()
    assert _count(seen, "正解です") == 1
    assert _count(seen, "問2/2") == 1


async def test_nothing_overtakes_a_slow_letter_at_its_own_address_and_everybody_else_goes_on(bot: TestBot) -> None:
    hana, jiro = await _hana(bot), await bot.on_line("じろう")
    await bot.join(jiro, nickname="じろう", at="9:10")
    await bot.move_to(MONDAY, "8:40")
    await bot.door("faults", {"next": [{"path": REPLY, "fault": "slow", "seconds": 1.0}]})

    await bot.door(f"line/users/{hana.user}/say", {"text": "進捗"})
    await bot.door(f"line/users/{hana.user}/say", {"text": "ヘルプ"})
    await bot.door(f"line/users/{jiro.user}/say", {"text": "ヘルプ"})
    await bot.settled()

    answered = [call["request"]["messages"][0] for call in await bot.calls(REPLY)][-3:]
    record = [call["wall_ms"] for call in await bot.calls(REPLY)][-3:]
    assert len(answered) == 3
    assert record.index(max(record)) > 0, "somebody else's answer was there before the slow one"
    assert "できること" in await hana.last() or "ヘルプ" in await hana.last()
