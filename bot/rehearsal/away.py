"""A crew in a process of its own, as the rehearsal has hold of it: so that both get a processor."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.rehearsal.crew import Post
from bot.rehearsal.wire import ANSWER, ASK, POST, Answer, Ask, Deed
from messages.letter import State

GRACE: Final = 20.0  # seconds that the bot may take to end when all is over
_LAST_WORDS: Final = 2000  # characters


class Lost(Exception):
    """The bot cannot go on: the argument says why, in its own words."""


@dataclass(frozen=True, slots=True)
class Away:
    """A crew at the other end of two pipes. Everything raises Lost once the bot is in trouble or gone."""

    address: str
    line: "Line"

    async def move_to(self, moment: datetime) -> None:
        await self.line.ask(Ask(Deed.MOVE, moment))

    async def rest(self) -> datetime | None:
        return (await self.line.ask(Ask(Deed.REST))).coming

    async def sweep(self) -> None:
        await self.line.ask(Ask(Deed.SWEEP))

    async def letters(self) -> dict[State, int]:
        return (await self.line.ask(Ask(Deed.LETTERS))).letters


@dataclass(frozen=True, slots=True)
class Line:
    """The two pipes, and the file of what the bot says beside them."""

    process: Process
    stderr: Path

    async def ask(self, ask: Ask) -> Answer:
        """Returns when it is done."""
        return await self.say(ASK.dump_json(ask))

    async def say(self, line: bytes) -> Answer:
        """Returns what is answered to a line."""
        into, out = self.process.stdin, self.process.stdout
        if into is None or out is None:
            raise TypeError("The bot's process has no pipes.")
        try:
            into.write(line + b"\n")
            await into.drain()
            answered = await out.readline()
        except (BrokenPipeError, ConnectionResetError):
            answered = b""
        if not answered:
            raise Lost(await self._last_words())
        answer = ANSWER.validate_json(answered)
        if answer.trouble:
            raise Lost(answer.trouble)
        return answer

    @asynccontextmanager
    async def hired(self, post: Post) -> AsyncIterator[Away]:
        """The crew at that post; when the block ends in good order, it may finish what it is doing."""
        yield Away((await self.say(POST.dump_json(post))).address, self)
        if self.process.stdin is not None:
            self.process.stdin.close()
        await self._ended()

    async def end(self) -> None:
        """The process is gone when this returns, whatever it was doing."""
        with suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()

    async def _ended(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await self.process.wait()

    async def _last_words(self) -> str:
        await self._ended()
        await self.end()
        said = self.stderr.read_text(encoding="utf-8", errors="replace").strip()[-_LAST_WORDS:]
        return f"The rehearsed bot ended by itself (status {self.process.returncode}).\n{said}".rstrip()


@asynccontextmanager
async def away(folder: Path) -> AsyncIterator[Line]:
    """A process for a bot begins at once, and is gone when the block ends; it can be hired once.

    What it complains of is in the folder.
    """
    stderr = folder / "bot.stderr"
    with stderr.open("wb") as complaints:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "bot.rehearsal.aboard"), stdin=PIPE, stdout=PIPE, stderr=complaints
        )
    line = Line(process, stderr)
    try:
        yield line
    finally:
        await line.end()
