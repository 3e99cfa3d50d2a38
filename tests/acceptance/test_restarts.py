"""The bot stops, dies, runs twice; nothing is lost and nothing comes twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from aiohttp import ClientSession

from bot.app import running
from messages.incoming import ChannelName
from messages.letter import Address, Cost, Letter, State
from messages.message import plain
from sandbox.app import create
from sandbox.clock import SandboxClock
from sandbox.server import serving
from sandbox.settings import SandboxSettings
from scheduler.courier import AT_ONCE
from store.database import Database
from store.errors import DatabaseUnusable
from tests.acceptance.bot import MONDAY, TestBot, configured
from tests.acceptance.learner import Json, walk
from tests.acceptance.weather import PUSH, sit_out
from tests.bot.kotsu import Kotsu
from tests.shelf import FIRST_WEEK

PEOPLE: Final = 12  # on each platform
ENOUGH: Final = 8  # letters that arrived before the crash


@pytest.fixture
async def page() -> AsyncIterator[str]:
    """The platforms, at the machine's own time."""
    async with serving(create(settings=SandboxSettings(), clock=SandboxClock())) as address:
        yield address


async def test_a_letter_on_its_way_when_the_bot_stops_arrives_and_does_so_once(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.door("faults", {"next": [{"path": PUSH, "fault": "slow", "seconds": 1.0}]})
    await bot.door("clock", {"to": f"{MONDAY.isoformat()}T08:40:00+09:00"})
    await _until(lambda: _is_on_its_way(bot))

    await bot.stop()
    assert bot.letters()[-1].state is State.SENT, "stopping waits for what is under way"
    await bot.start()
    await bot.settled()

    assert sum("1日目/5" in text for text in await hana.seen()) == 1


async def test_what_was_committed_while_nobody_carried_leaves_at_the_next_start(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.stop()
    address = Address(ChannelName.LINE, bot.read(lambda work: work.accounts.all())[0].id, hana.user)
    letter = Letter("late", address, plain("約束のことば"), bot.clock.now(), Cost.PAID)
    bot.write(lambda work: work.outbox.post(letter, bot.clock.now()))

    await bot.start()
    await sit_out(bot)

    assert (await hana.seen()).count("約束のことば") == 1


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
async def test_on_sqlite_a_second_bot_is_refused_in_plain_words(bot: TestBot, database_url: str) -> None:
    settings = configured(SandboxSettings(), bot.page, database_url)
    with pytest.raises(DatabaseUnusable, match="Another bot is at work"):
        async with running(settings, bot.clock, FIRST_WEEK):
            pytest.fail("two bots on one SQLite file")


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
async def test_killed_in_the_middle_of_carrying_it_goes_on_at_once_and_nothing_comes_twice(
    page: str, database_url: str, tmp_path: Path
) -> None:
    kotsu = Kotsu(tmp_path).told(DATABASE_URL=database_url).at_sandbox(page)
    await kotsu.ends("org", "create", "町役場")
    async with kotsu.running("run", "--port", "0", until="listening") as first:
        await _post(page, "faults", {"line": _SLOW, "slack": _SLOW})
        expected = await _letters(page, database_url, people=PEOPLE, each=2)
        await _until(lambda: _arrived(page, ENOUGH))
        await first.killed()
    await _post(page, "faults", {})

    async with kotsu.running("run", "--port", "0", until="listening") as second:
        await _until(lambda: _arrived(page, len(expected)))
        await _until(lambda: _all_done(database_url))
        assert await second.interrupted() == 0
        assert "Traceback" not in second.said
    assert await _texts(page) == expected


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
async def test_two_bots_on_one_postgresql_bring_nothing_twice(page: str, database_url: str, tmp_path: Path) -> None:
    kotsu = Kotsu(tmp_path).told(DATABASE_URL=database_url).at_sandbox(page)
    await kotsu.ends("org", "create", "町役場")
    async with (
        kotsu.running("run", "--port", "0", until="listening") as one,
        kotsu.running("run", "--port", "0", until="listening") as other,
    ):
        await _post(page, "faults", {"line": _SLOWER, "slack": _SLOWER})
        expected = await _letters(page, database_url, people=AT_ONCE)
        await _until(lambda: _arrived(page, len(expected)))
        await _until(lambda: _all_done(database_url))
        assert [await each.interrupted() for each in (one, other)] == [0, 0]
        assert "letter_sent" in one.said
        assert "letter_sent" in other.said
    assert await _texts(page) == expected


_SLOW: Final = {"slow": 1.0, "slow_seconds": 0.4}
_SLOWER: Final = {"slow": 1.0, "slow_seconds": 3.0}  # longer than the other bot's beat, who then takes the rest


async def _letters(page: str, database_url: str, *, people: int, each: int = 1) -> Counter[str]:
    """Some letters to each of many people on both platforms; returns what must be seen, once."""
    crowd = {
        name: [await _post(page, f"{name}/users", {"name": "ひと"}) for _ in range(people)] for name in ChannelName
    }
    database = Database(database_url)
    try:
        with database.root() as root:
            accounts = {account.channel: account for account in root.accounts.all()}
            outbox, now = root.work(accounts[ChannelName.LINE].organisation).outbox, datetime.now(UTC)
            texts = []
            for name, number in ((name, number) for number in range(each * people) for name in ChannelName):
                address = Address(name, accounts[name].id, crowd[name][number % people]["id"])
                texts.append(f"{name} {number}")
                outbox.post(Letter(texts[-1], address, plain(texts[-1]), now, Cost.PAID), now)
    finally:
        database.close()
    return Counter(texts)


async def _texts(page: str) -> Counter[str]:
    """What the bot has said in all chats."""
    async with ClientSession() as session, session.get(f"{page}/sandbox/state") as answer:
        state = await answer.json()
    chats = [*state["line"]["chats"], *state["slack"]["chats"]]
    said = [message for chat in chats for message in chat["messages"] if message["from"] == "bot"]
    return Counter(_words(message) for message in said)


def _words(message: Json) -> str:
    return next(str(part["text"]) for part in walk(message) if isinstance(part.get("text"), str))


async def _arrived(page: str, count: int) -> bool:
    return (await _texts(page)).total() >= count


async def _is_on_its_way(bot: TestBot) -> bool:
    return bot.letters()[-1].state is State.CARRYING


async def _all_done(database_url: str) -> bool:
    database = Database(database_url)
    try:
        with database.root() as root:
            works = [root.work(each.id) for each in root.organisations.all()]
            return not any(
                work.outbox.ledger(state=state) for work in works for state in (State.WAITING, State.CARRYING)
            )
    finally:
        database.close()


async def _post(page: str, path: str, body: Json) -> Json:
    async with ClientSession() as session, session.post(f"{page}/sandbox/{path}", json=body) as answer:
        told: Json = await answer.json()
        return told


async def _until(holds: Callable[[], Awaitable[bool]], patience: float = 60.0) -> None:
    deadline = asyncio.get_running_loop().time() + patience
    while not await holds():
        assert asyncio.get_running_loop().time() < deadline, "this took too long"
        await asyncio.sleep(0.05)
