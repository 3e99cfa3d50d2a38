"""A throw-away PostgreSQL from the system's own programs, if there are any."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import psycopg

_HURRY: Final = ("fsync=off", "full_page_writes=off", "listen_addresses=", "shared_buffers=64MB")
_ROOT: Final = os.geteuid() == 0
_USER: Final = "nobody" if _ROOT else None  # PostgreSQL refuses to run as root
_GROUPS: Final[list[int] | None] = [] if _ROOT else None
_PATIENCE: Final = 30.0


class NoPostgres(Exception):
    """There is no PostgreSQL on this machine, or it did not start."""


@contextmanager
def throw_away() -> Iterator[str]:
    """Yields the address of an empty server's database `postgres`, reached by a socket only; raises NoPostgres.

    It never waits for the disk: what is measured is our own work and the server's.
    """
    programs = _programs()
    folder = Path(mkdtemp(prefix="kotsu", dir="/tmp"))
    try:
        if _USER:
            shutil.chown(folder, _USER)
        _made(programs, folder)
        with _started(programs, folder) as server:
            url = f"postgresql://postgres@/postgres?host={folder}"
            _wait(url, server)
            yield url
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    on_path = [Path(found).resolve().parent for found in (shutil.which("initdb"),) if found]
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in (*on_path, *installed):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres("there is no initdb and postgres on PATH or under /usr/lib/postgresql")


def _made(programs: Path, folder: Path) -> None:
    words = "-D", "data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"
    done = subprocess.run(  # noqa: S603  the system's own program
        [programs / "initdb", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        user=_USER,
        extra_groups=_GROUPS,
        check=False,
    )
    if done.returncode:
        raise NoPostgres(f"initdb: {done.stderr.strip()}")


@contextmanager
def _started(programs: Path, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    settings = [word for each in _HURRY for word in ("-c", each)]
    with (folder / "log").open("ab") as log:
        server = subprocess.Popen(  # noqa: S603  the system's own program
            [programs / "postgres", "-D", "data", "-k", folder, *settings],
            cwd=folder,
            stdout=log,
            stderr=log,
            user=_USER,
            extra_groups=_GROUPS,
        )
    try:
        yield server
    finally:
        server.send_signal(2)  # end every connection, then the server
        server.wait()


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return psycopg.connect(url).close()
        except psycopg.OperationalError as error:
            if server.poll() is not None or time.monotonic() > until:
                raise NoPostgres(f"it did not start: {error}") from error
        time.sleep(0.05)
