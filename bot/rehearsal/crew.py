"""The bot as a rehearsal has it: it goes by a clock of its own, which somebody else moves."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from lessons.model import Course
from messages.letter import State


@dataclass(frozen=True, slots=True)
class Post:
    """What the bot is told when it begins: where everything is, what it teaches, and what time it is."""

    database_url: str
    course: Course
    at: datetime
    line_api_url: str
    line_secret: str
    line_token: str
    slack_api_url: str
    slack_secret: str
    slack_token: str


class Crew(Protocol):
    """The bot at work; `address` is where its webhooks are."""

    @property
    def address(self) -> str:
        """As http://127.0.0.1:8000."""

    async def move_to(self, moment: datetime) -> None:
        """Its clock stands there from now on."""

    async def rest(self) -> datetime | None:
        """It does what can be done now; tells when it will next have something to do. Raises Restless."""

    async def sweep(self) -> None:
        """It does what is done every five minutes of a bot that is not rehearsed."""

    async def letters(self) -> dict[State, int]:
        """How many letters ended in which state."""


Hire: TypeAlias = Callable[[Post], AbstractAsyncContextManager[Crew]]
