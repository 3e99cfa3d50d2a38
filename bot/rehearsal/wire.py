"""What is said between a rehearsal and a bot in a process of its own: one line of JSON each way."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from pydantic import TypeAdapter

from bot.rehearsal.crew import Post
from messages.letter import State


class Deed(StrEnum):
    """What the bot can be asked to do; it is asked for the next only when it has answered."""

    MOVE = "move"
    REST = "rest"
    SWEEP = "sweep"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Ask:
    """`at` goes with a move."""

    deed: Deed
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`trouble` is a plain sentence; the bot's process ends after it. `address` is told once, at the beginning."""

    trouble: str = ""
    address: str = ""
    coming: datetime | None = None
    letters: dict[State, int] = field(default_factory=dict)


POST: Final = TypeAdapter(Post)
ASK: Final = TypeAdapter(Ask)
ANSWER: Final = TypeAdapter(Answer)
