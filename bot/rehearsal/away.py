"""A crew in a process of its own, as the rehearsal has hold of it: so that both get a processor."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.rehearsal.crew import Crew, Post
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

    async def end(self, *, at_once: bool) -> None:
        """The process is gone when this returns, whatever it is doing."""
        if self.process.returncode is None and self.process.stdin is not None and not at_once:
            self.process.stdin.close()
            try:
                async with asyncio.timeout(GRACE):
                    await self.process.wait()
            except TimeoutError:
                at_once = True
        if self.process.returncode is None and at_once:
            self.process.kill()
            await self.process.wait()

    async def _last_words(self) -> str:
        await self.end(at_once=True)
        said = self.stderr.read_text(encoding="utf-8", errors="replace").strip()[-_LAST_WORDS:]
        return f"The rehearsed bot ended by itself (status {self.process.returncode}).\n{said}".rstrip()


def away(folder: Path) -> Callable[[Post], AbstractAsyncContextManager[Crew]]:
    """Hires a bot in a process of its own, which is gone when the block ends. What it complains of is in the folder."""

    @asynccontextmanager
    async def hired(post: Post) -> AsyncIterator[Crew]:
        stderr = folder / "bot.stderr"
        with stderr.open("wb") as complaints:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "bot.rehearsal.aboard"), stdin=PIPE, stdout=PIPE, stderr=complaints
            )
        line, orderly = Line(process, stderr), False
        try:
            yield Away((await line.say(POST.dump_json(post))).address, line)
            orderly = True
        finally:
            await line.end(at_once=not orderly)

    return hired
