"""`kotsu` as an operator runs it, in a folder and an environment of its own: in this process where it only has to end,
in a process of its own where this one serves meanwhile, by the installed script where it works on.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, chdir
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from typer.testing import CliRunner

from bot.__main__ import app
from sandbox.settings import SandboxSettings
from tests.bot.forked import forked

PROGRAM: Final = Path(sys.executable).with_name("kotsu")
PATIENCE: Final = 180.0  # seconds for a process on a busy machine


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended: its status, what it said, and what it said on standard error."""

    status: int
    said: str
    complained: str

    def sorry(self) -> str:
        """The plain sentence of a command that could not do what was asked."""
        assert self.status == 2, self
        assert "Traceback" not in self.complained, self
        assert "\u2502" not in self.said, self
        return self.complained


@dataclass(frozen=True, slots=True)
class Kotsu:
    """`settings` are KOTSU_… variables without their prefix."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def told(self, **settings: str) -> "Kotsu":
        """The same with more settings."""
        return replace(self, settings={**self.settings, **settings})

    def at_sandbox(self, page: str) -> "Kotsu":
        """The same, with the sandbox at this address for LINE and Slack."""
        ours = SandboxSettings()
        return self.told(
            LINE_API_URL=page,
            LINE_CHANNEL_SECRET=ours.line_channel_secret,
            LINE_CHANNEL_ACCESS_TOKEN=ours.line_access_token,
            SLACK_API_URL=f"{page}/api/",
            SLACK_SIGNING_SECRET=ours.slack_signing_secret,
            SLACK_BOT_TOKEN=ours.slack_bot_token,
        )

    def __call__(self, *words: str) -> Done:
        """Run a command to its end, in this process."""
        with chdir(self.folder):
            ended = CliRunner(env=self._settings).invoke(app, list(words))
        if ended.exception and not isinstance(ended.exception, SystemExit):
            raise ended.exception
        return Done(ended.exit_code, ended.stdout, ended.stderr)

    async def ends(self, *words: str) -> Done:
        """Run a command to its end in a process of its own, while this one goes on serving."""
        return await asyncio.to_thread(self._forked, words)

    def _forked(self, words: tuple[str, ...]) -> Done:
        with TemporaryDirectory() as place:
            said, complained = Path(place, "said"), Path(place, "complained")
            process = forked(words, self.folder, self._environment(), said, complained)
            process.join(PATIENCE)
            status = process.exitcode
            process.kill()
            assert status is not None, f"{words} did not end within {PATIENCE:.0f} seconds"
            return Done(status, said.read_text(encoding="utf-8"), complained.read_text(encoding="utf-8"))

    @asynccontextmanager
    async def running(self, *words: str, until: str) -> AsyncIterator["Running"]:
        """A command at work, from the moment it has said these words; ended at the latest with the block."""
        output = (self.folder / f"output{len(list(self.folder.iterdir()))}").open("w+b")
        with output:
            process = subprocess.Popen(  # noqa: ASYNC220  started at once, and killed without a loop
                [PROGRAM, *words], cwd=self.folder, env=self._environment(), stdout=output, stderr=output
            )
            here = Running(process, Path(output.name))
            try:
                await here.says(until)
                yield here
            finally:
                process.kill()
                process.wait()

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KOTSU_")}
        return {**kept, "PYTHONUNBUFFERED": "1", **self._settings}

    @property
    def _settings(self) -> dict[str, str]:
        return {f"KOTSU_{name}": value for name, value in self.settings.items()}


@dataclass(frozen=True, slots=True)
class Running:
    """A process that goes on until it is told to stop."""

    process: subprocess.Popen[bytes]
    output: Path

    @property
    def said(self) -> str:
        """All it has said so far, logs included."""
        return self.output.read_text(encoding="utf-8")

    async def says(self, words: str) -> None:
        """Return once these words were said."""
        for _ in range(int(PATIENCE / 0.05)):
            if words in self.said:
                return
            assert self.process.poll() is None, self.said
            await asyncio.sleep(0.05)
        raise AssertionError(f"{words!r} was not said in {self.said!r}")

    async def interrupted(self) -> int:
        """Ctrl-C; returns the status it ended with."""
        self.process.send_signal(signal.SIGINT)
        return await asyncio.to_thread(self.process.wait, PATIENCE)

    async def killed(self) -> None:
        """As when the power fails."""
        self.process.kill()
        await asyncio.to_thread(self.process.wait, PATIENCE)
