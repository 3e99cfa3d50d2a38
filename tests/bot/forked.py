"""`kotsu` in processes that need not load it: a server has loaded it once, and every process is a fork of that one."""

import os
import sys
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

_SERVER: Final = get_context("forkserver")
_SERVER.set_forkserver_preload(
    ["bot.__main__", "bot.commands.demo", "bot.commands.doctor", "bot.commands.line", "bot.commands.org", __name__]
)


def forked(
    words: tuple[str, ...], folder: Path, environment: dict[str, str], said: Path, complained: Path
) -> BaseProcess:
    """`kotsu` at work with these words, in a folder and an environment of its own; what it says goes to two files."""
    process = _SERVER.Process(target=_command, args=(words, folder, environment, said, complained))
    process.start()
    return process


def _command(words: tuple[str, ...], folder: Path, environment: dict[str, str], said: Path, complained: Path) -> None:
    from bot.__main__ import app

    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for stream, file in ((sys.stdout, said), (sys.stderr, complained)):
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, stream.fileno())
        os.close(opened)
    sys.argv = ["kotsu", *words]
    app(args=list(words))
