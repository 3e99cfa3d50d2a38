"""Two days in which everything fails at random, on both platforms at once."""

from collections import Counter
from datetime import timedelta

import pytest

from messages.incoming import ChannelName
from messages.letter import State
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, Learner, OnLine
from tests.acceptance.weather import POST, PUSH, REPLY, lie_open, sit_out, sky, took_effect
from tests.shelf import FIRST_WEEK

COURSE = FIRST_WEEK.courses[0]
STORM = {"drop_before": 0.1, "drop_after": 0.1, "error_500": 0.1, "rate_429": 0.1, "redeliver": 0.1, "duplicate": 0.1}
TRIES = 12


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_everything_due_is_seen_once_whatever_the_weather(bot: TestBot, seed: int) -> None:
    learners: list[OnLine | InSlack] = [await bot.on_line("はな"), await bot.on_line("けん")]
    learners += [await bot.in_slack("たろう"), await bot.in_slack("ゆき")]
    for learner in learners:
        await bot.join(learner, nickname="みんな")
    await bot.door("faults", {"seed": seed, "line": STORM, "slack": STORM})

    for number in (1, 2):
        await bot.move_to(MONDAY + timedelta(days=number - 1), "8:40")
        await sit_out(bot)
        for learner in learners:
            await _answer_all(bot, learner, number)

    await sky(bot)
    await sit_out(bot)
    for learner in learners:
        texts = await learner.seen()
        for number in (1, 2):
            assert sum(f"{number}日目/5" in text for text in texts) == 1, "each lesson once"
    counted = Counter((attempt.enrolment, attempt.quiz) for attempt in bot.attempts())
    assert set(counted.values()) == {1}
    assert len(counted) == len(learners) * sum(len(lesson.quizzes) for lesson in COURSE.lessons[:2])
    await _nothing_went_twice_and_nothing_was_rejected(bot)


async def _answer_all(bot: TestBot, learner: Learner, number: int) -> None:
    """In words, as often as it takes; a question that got lost is asked for again."""
    for quiz in COURSE.lessons[number - 1].quizzes:
        right = " ".join(option.label for option in quiz.right)
        for _ in range(TRIES):
            if any(quiz.text[:20] in text for text in await learner.seen()):
                break
            await learner.say("続き")
            await sit_out(bot)
        await learner.say(right)
        await sit_out(bot)


async def _nothing_went_twice_and_nothing_was_rejected(bot: TestBot) -> None:
    assert not lie_open(bot)
    letters = Counter((_platform(bot, letter.account), letter.state) for letter in bot.letters())
    posted = sum(letter.via == "post" for letter in bot.letters())
    assert await took_effect(bot, PUSH, REPLY) >= letters[ChannelName.LINE, State.SENT] - len(_in_doubt(bot))
    assert await took_effect(bot, PUSH, REPLY) <= letters[ChannelName.LINE, State.SENT]
    assert await took_effect(bot, POST) == posted
    assert not letters[ChannelName.LINE, State.REFUSED] + letters[ChannelName.SLACK, State.REFUSED]
    rejected = [call for call in await bot.calls("/v2/bot/message") if call["status"] == 400]
    assert all(call["response"]["message"] == "Invalid reply token" for call in rejected)


def _in_doubt(bot: TestBot) -> list[str]:
    """Replies of which only a dead token is known: either they arrived, or they are brought back by 続き."""
    return [letter.key for letter in bot.letters() if letter.doubtful and letter.via == "reply"]


def _platform(bot: TestBot, account: int) -> ChannelName:
    return next(each.channel for each in bot.read(lambda work: work.accounts.all()) if each.id == account)
