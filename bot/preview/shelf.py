"""The course in a folder as it is now: read again on every save, and checked in a process of its own."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from bot.preview.judge import Judge
from lessons.hygiene.advice import TONGUES, Advice
from lessons.library import read
from sandbox.pulse import Pulse

_LOOK: Final = 0.1  # seconds from one look at the folder to the next
_CALM: Final = 0.4  # seconds without a save before a check begins

Marks: TypeAlias = tuple[tuple[str, int, int], ...]


class Shelf:
    """`pulse` beats when the bundle, or what was found in it, is another; `today` tells the day it is judged on."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self.folder, self.today = folder, today
        self.pulse = Pulse()
        self.bundle = read(folder)
        self.findings: Mapping[str, Sequence[Advice]] = {}  # by language, as far as they were looked for
        self._wanted: set[str] = set()
        self._marks: Marks = _marks(folder)

    async def watch(self) -> None:
        """Never ends."""
        with Judge() as judge:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._follow())
                both.create_task(self._judge(judge))

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            marks = await asyncio.to_thread(_marks, self.folder)
            if marks != self._marks:
                self._marks = marks
                self.bundle, self.findings = await asyncio.to_thread(read, self.folder), {}
                self.pulse.beat()

    def want(self, tongue: str) -> None:
        """Somebody reads findings in this language: only those are looked for."""
        if tongue not in self._wanted:
            self._wanted.add(tongue)
            self.pulse.beat()

    async def _judge(self, judge: Judge) -> None:
        """One check at a time, and only of what has stood for a moment: drawing comes first."""
        while True:
            revision, bundle = self.pulse.revision, self.bundle
            tongue = next((each for each in TONGUES if each in self._wanted and each not in self.findings), None)
            if tongue is None:
                await self.pulse.after(revision)
                continue
            await asyncio.sleep(_CALM)
            if bundle is not self.bundle:
                continue
            try:
                advice = await judge.advice(self.folder, on=self.today(), tongue=tongue)
            except OSError:  # a file went away meanwhile: the next look sees it
                continue
            if bundle is self.bundle:
                self.findings = {**self.findings, tongue: advice}
                self.pulse.beat()


def _marks(folder: Path) -> Marks:
    """What changes when somebody saves: names, sizes and moments, of everything that is not hidden."""
    return tuple(_marked(folder))


def _marked(folder: Path) -> Iterator[tuple[str, int, int]]:
    for path in sorted(folder.rglob("*")):
        if path.name.startswith(".") or path.suffix not in {".md", ".yaml"}:
            continue
        with suppress(OSError):  # an editor puts another file in its place at this very moment
            status = path.stat()
            yield str(path), status.st_size, status.st_mtime_ns
