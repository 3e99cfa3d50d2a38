"""A message that is taken back takes along what was stored of it, without a word."""

from collections.abc import AsyncIterator

import pytest

from tests.acceptance.bot import MONDAY, TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.looking_back import allow, looked_back, notes, reach, shelf
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import everyone, tables_with

pytestmark = ON_SQLITE

WORDS = "証明書の申請で待たせています。"


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks people to look back, in an office that lets them type it on LINE."""
    async with town(database_url, shelf=shelf()) as running:
        allow(running)
        yield running


async def _both(bot: TestBot) -> list[OnLine | InSlack]:
    return [await bot.on_line(), await bot.in_slack()]


async def test_own_words_go_and_the_lesson_stays_done(bot: TestBot) -> None:
    learners = await _both(bot)
    await reach(bot, *learners)
    for learner in learners:
        await learner.say(WORDS)
        assert len(notes(bot)) == 1
        said = len(await learner.seen())
        await learner.unsend(WORDS)

        assert not notes(bot)
        assert not tables_with(bot, WORDS)
        assert len(await learner.seen()) == said, "no answer to that"
    assert looked_back(bot) == [((), None)] * 2


async def test_a_question_to_the_office_goes(bot: TestBot) -> None:
    for learner in await _both(bot):
        await bot.join(learner)
        await learner.say(f"質問 {WORDS}")
        await learner.say("質問 もう一つ")
        await learner.unsend(f"質問 {WORDS}")
    assert [body for _, body, _ in notes(bot)] == ["もう一つ"] * 2


async def test_a_typed_answer_is_emptied_and_still_counts(bot: TestBot) -> None:
    learners = await _both(bot)
    for learner in learners:
        await bot.join(learner)
    await bot.move_to(MONDAY, "8:40")
    for learner in learners:
        await learner.say("B")
        await learner.unsend("B")
    assert [(each.chosen, each.right) for each in bot.attempts()] == [((), True)] * 2


async def test_a_pressed_answer_is_no_message(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await hana.press("B")
    await hana.unsend("8:40")
    assert [each.chosen for each in bot.attempts()] == [("B",)]


async def test_a_nickname_goes_out_of_every_table_and_another_takes_its_place(bot: TestBot) -> None:
    for learner in await _both(bot):
        await bot.join(learner, nickname="やまだたろう")
        await learner.unsend("やまだたろう")
    assert len(everyone(bot)) == 2
    assert not tables_with(bot, "やまだたろう")
    assert all(nickname for _, nickname in everyone(bot))


async def test_a_later_nickname_stays_when_an_older_one_is_taken_back(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana, nickname="まちがい")
    for word in ("退会", "はい", "はい", "いいえ"):
        await hana.say(word)
    await bot.join(hana, nickname="ひなぎく")
    await hana.unsend("まちがい")
    assert [nickname for _, nickname in everyone(bot)] == ["ひなぎく"]


async def test_taking_back_twice_or_something_harmless_changes_nothing(bot: TestBot) -> None:
    learners = await _both(bot)
    await reach(bot, *learners)
    for learner in learners:
        await learner.say("ヘルプ")
        await learner.unsend("ヘルプ")
        await learner.say(WORDS)
        await learner.unsend(WORDS)
        if isinstance(learner, OnLine):
            await bot.door(f"line/users/{learner.user}/redeliver")
    assert looked_back(bot) == [((), None)] * 2


async def test_a_message_that_comes_after_it_was_taken_back_was_never_said(bot: TestBot) -> None:
    hana = await bot.on_line()
    await reach(bot, hana)
    unsend = {"type": "unsend", "unsend": {"messageId": "9001"}}
    await bot.door(f"line/users/{hana.user}/raw", {"event": unsend})
    late = {"type": "message", "message": {"type": "text", "id": "9001", "text": WORDS}}
    await bot.door(f"line/users/{hana.user}/raw", {"event": late})
    await bot.settled()

    assert not notes(bot)
    assert not looked_back(bot)
    assert not tables_with(bot, WORDS)
