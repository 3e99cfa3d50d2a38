"""A throw-away PostgreSQL: the system's binaries if there are any, else those inside the pgserver wheel."""

import os
import shutil
import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import psycopg

_HURRY: Final = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off"),
    *("listen_addresses=", "max_connections=40", "shared_buffers=32MB"),
)
_EMPTY: Final = """
DO $$
DECLARE each text;
BEGIN
    PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend';
    SET LOCAL session_replication_role = replica;
    FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', each);
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
        FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
END $$
"""
"""To copy a database costs more than most stories; to delete their few rows costs nearly nothing. As a replica does it
neither keys nor the triggers that protect what stays on record are asked.
"""
_ROOT: Final = os.geteuid() == 0
_USER: Final = "nobody" if _ROOT else None  # initdb refuses root
_GROUPS: Final[list[int] | None] = [] if _ROOT else None


class NoPostgres(Exception):
    """PostgreSQL could not be started, and without it the tests would prove half of what they claim."""


class Postgres:
    """A server of our own in a short temporary folder, reached by a Unix socket only.

    Everybody is trusted but the role `guarded`, which needs a password.
    """

    def __init__(self) -> None:
        self._folder = Path(mkdtemp(prefix="kotsu", dir="/tmp"))  # a socket's path has at most 107 bytes
        if _USER is not None:
            shutil.chown(self._folder, _USER)
        self._binaries = self._reachable(_binaries())
        self._call("initdb", "-D", "data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
        rules = "local all guarded scram-sha-256\nlocal all all trust\n"
        (self._folder / "data" / "pg_hba.conf").write_text(rules, encoding="utf-8")
        self._made = 0
        self.start()

    def url(self, name: str, role: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql://{role}@/{name}?host={self._folder}"

    def start(self) -> None:
        """Return once it answers."""
        settings = [word for each in _HURRY for word in ("-c", each)]
        command = [str(self._binaries / "postgres"), "-D", "data", "-k", str(self._folder), *settings]
        with (self._folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                command, cwd=self._folder, stdout=log, stderr=log, user=_USER, extra_groups=_GROUPS
            )
        self._wait(until=time.monotonic() + 30)

    def stop(self) -> None:
        """End every connection, then the server."""
        self._server.send_signal(signal.SIGINT)
        self._server.wait(timeout=30)

    def remove(self) -> None:
        """Leave nothing behind."""
        self.stop()
        shutil.rmtree(self._folder)

    def create(self, template: str = "template1") -> str:
        """The name of a new database, a copy of that one."""
        self._made += 1
        name = f"kotsu{self._made}"
        self.tell(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def empty(self, name: str) -> None:
        """The database is as it was when the newest schema was made in it: no row, and every number begins at one."""
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            connection.execute(_EMPTY)

    def drop(self, name: str) -> None:
        """The database is gone, with whoever is connected."""
        self.tell(f"DROP DATABASE {name} WITH (FORCE)")

    def tell(self, statement: str) -> None:
        """Run one statement as the superuser."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _wait(self, until: float) -> None:
        while True:
            try:
                return self.tell("SELECT 1")
            except psycopg.OperationalError as error:
                if self._server.poll() is not None or time.monotonic() > until:
                    raise NoPostgres((self._folder / "log").read_text(encoding="utf-8")) from error
            time.sleep(0.02)

    def _reachable(self, binaries: Path) -> Path:
        """The binaries where the unprivileged user can run them: a clone in a private folder is closed to them."""
        if not _ROOT or self._runs(binaries):
            return binaries
        copied = self._folder / "pgserver" / "pginstall"
        shutil.copytree(binaries.parent, copied)
        libraries = binaries.parents[2] / "pgserver.libs"
        if libraries.exists():
            shutil.copytree(libraries, self._folder / "pgserver.libs")
        return copied / "bin"

    def _runs(self, binaries: Path) -> bool:
        try:
            subprocess.run([binaries / "postgres", "-V"], cwd="/", capture_output=True, user=_USER, check=True)
        except (OSError, subprocess.CalledProcessError):
            return False
        return True

    def _call(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [self._binaries / program, *words],
            cwd=self._folder,
            capture_output=True,
            text=True,
            user=_USER,
            extra_groups=_GROUPS,
            check=False,
        )
        if done.returncode:
            raise NoPostgres(f"{program}: {done.stdout}{done.stderr}")


def _binaries() -> Path:
    """The folder with initdb and postgres; raises NoPostgres."""
    on_path = [Path(found).resolve().parent for found in (shutil.which("initdb"),) if found]
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    wheel = find_spec("pgserver")
    inside = [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    for folder in (*on_path, *installed, *inside):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres("no initdb and postgres on PATH, under /usr/lib/postgresql or in the pgserver wheel")
