"""Both platforms as the sandbox has them, in a process of their own, with everybody who gets an announcement."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final

from sandbox.app import application
from sandbox.clock import SandboxClock
from sandbox.server import serving
from sandbox.settings import SandboxSettings
from sandbox.state import Sandbox

SETTINGS: Final = SandboxSettings(quota=10_000_000)
WEATHER: Final = {"seed": 1, "slack": {"tiers": True, "rate_429": 0.05, "error_500": 0.02, "drop_after": 0.02}}
"""What goes wrong: Slack's own limits, and a call in eleven besides. LINE's calls are counted, so nothing there."""
_END: Final = "end"


@dataclass(frozen=True, slots=True)
class Recipients:
    """How many people of each platform; their ids follow from their numbers."""

    line: int
    slack: int

    @property
    def all(self) -> int:
        return self.line + self.slack


@dataclass(frozen=True, slots=True)
class Seen:
    """What the platforms saw: calls to LINE, people who read it, and how often somebody read it once more."""

    line_calls: int
    reached: int
    duplicates: int


@dataclass(frozen=True, slots=True)
class Platform:
    """Where it is, and whom to ask what arrived."""

    url: str
    there: Connection

    def seen(self) -> Seen:
        """Until now."""
        self.there.send("seen")
        seen: Seen = self.there.recv()
        return seen


def line_id(number: int) -> str:
    """None of those who answer."""
    return f"Uc{number:031x}"


def slack_id(number: int) -> str:
    """Likewise."""
    return f"UC{number:07X}"


def slack_room(number: int) -> str:
    """Their direct message with the bot."""
    return f"DC{number:07X}"


@contextmanager
def people(recipients: Recipients) -> Iterator[Platform]:
    """There until the block ends."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, recipients), daemon=True)
    process.start()
    try:
        yield Platform(here.recv(), here)
    finally:
        here.send(_END)
        process.join()


def _serve(there: Connection, recipients: Recipients) -> None:
    asyncio.run(_listen(there, recipients))


async def _listen(there: Connection, recipients: Recipients) -> None:
    sandbox = Sandbox(SETTINGS, SandboxClock())
    _settle(sandbox, recipients)
    async with serving(application(sandbox)) as url:
        there.send(url)
        while await asyncio.to_thread(there.recv) != _END:
            there.send(_seen(sandbox))


def _settle(sandbox: Sandbox, recipients: Recipients) -> None:
    sandbox.faults.replace(WEATHER)
    for number in range(recipients.line):
        sandbox.line.befriend("まなぶ", line_id(number))
    for number in range(recipients.slack):
        user = sandbox.slack.hire("まなぶ", user_id=slack_id(number))
        sandbox.slack.chats[user.id].channel = slack_room(number)


def _seen(sandbox: Sandbox) -> Seen:
    calls = sum(each.platform == "line" for each in sandbox.record.since(0))
    read = [len(chat.messages) for chat in sandbox.line.chats.values()]
    read += [len(chat.messages) for chat in sandbox.slack.chats.values()]
    return Seen(calls, sum(count > 0 for count in read), sum(count - 1 for count in read if count))
