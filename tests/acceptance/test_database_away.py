"""The database is away for a while: nobody is told that something counts which does not, and all mends itself."""

import sqlite3
from datetime import datetime, timedelta
from typing import Final

import pytest
from aiohttp import ClientSession

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, Learner, OnLine
from tests.acceptance.wire import Told, Wire
from tests.postgres import Postgres

IN_VAIN: Final = 10  # seconds of wall clock in which a bot that comes back must have come to rest


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
async def test_without_postgresql_the_platforms_hear_5xx_and_what_they_bring_again_counts_once(
    bot: TestBot, postgres: Postgres, capfd: pytest.CaptureFixture[str]
) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, nickname="たろう")
    await bot.move_to(MONDAY, "8:40")

    postgres.stop()
    try:
        assert await _says(bot, hana, "B") == [500]
        assert await _says(bot, taro, "B") == [503, 503], "Slack tries again at once"
        assert await _health(bot) == 503
    finally:
        postgres.start()
    logged = capfd.readouterr()
    assert "deed_not_stored" in logged.out + logged.err

    assert await _health(bot) == 200
    assert bot.attempts() == [], "nothing half counted"
    again = await bot.door(f"line/users/{hana.user}/redeliver")
    assert [each["status"] for each in again["delivered"]] == [200]
    await bot.settled()
    await bot.advance(timedelta(minutes=1, seconds=1))  # Slack tries once more after a minute
    await _heard(bot, taro)

    assert [attempt.chosen for attempt in bot.attempts()] == [("B",), ("B",)]
    for learner in (hana, taro):
        assert sum("正解です" in text for text in await learner.seen()) == 1


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
async def test_while_somebody_else_locks_the_file_line_hears_500_and_the_event_counts_once_later(
    bot: TestBot, database_url: str
) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    wire = Wire(bot)
    said = Told(hana.user).said("B")
    now = int((bot.clock.now() - datetime.fromtimestamp(0, bot.clock.now().tzinfo)).total_seconds() * 1000)
    event = {**said, "timestamp": now}

    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await wire.line_events(event) == 500
    other.execute("ROLLBACK")
    other.close()

    assert await wire.line_events(event) == 200
    assert await wire.line_events(event) == 200
    await bot.settled()
    assert [attempt.chosen for attempt in bot.attempts()] == [("B",)]


async def _says(bot: TestBot, learner: OnLine | InSlack, text: str) -> list[int]:
    """How each delivery was answered; nobody can look into the tables meanwhile."""
    told = await bot.door(f"{learner.platform}/users/{learner.user}/say", {"text": text})
    return [each["status"] for each in told["delivered"]]


async def _health(bot: TestBot) -> int:
    async with ClientSession() as session, session.get(f"{bot.url}/health") as answer:
        return answer.status


async def _heard(bot: TestBot, learner: Learner) -> None:
    for _ in range(IN_VAIN * 10):
        await bot.settled()
        if any("正解です" in text for text in await learner.seen()):
            return
        await bot.advance(timedelta(seconds=1))
