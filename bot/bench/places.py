"""Where the databases of a run stand: fresh ones, copies of them, and nothing left behind."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from store import migrate


class NotOurs(Exception):
    """The server does not let us make a database."""


class Place(Protocol):
    """One kind of database."""

    kind: str

    def fresh(self) -> str:
        """The address of a new database at the newest schema."""
        ...

    def copy(self, url: str) -> str:
        """The address of a copy; nobody may be connected to the original."""
        ...


class Files:
    """SQLite files in a folder."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, count()

    def fresh(self) -> str:
        url = self._next()
        migrate.upgrade(url)
        return url

    def copy(self, url: str) -> str:
        copied = self._next()
        shutil.copy(path_of(url), path_of(copied))
        return copied

    def _next(self) -> str:
        return f"sqlite:///{self._folder}/{next(self._number)}.db"


class Server:
    """Databases of our own on a PostgreSQL server; what else is there is not touched. Raises NotOurs."""

    kind = "postgresql"

    def __init__(self, url: str) -> None:
        self._door = url.replace("postgresql+psycopg:", "postgresql:", 1)
        self._prefix, self._made = f"kotsu_bench_{uuid4().hex[:8]}", list[str]()

    def fresh(self) -> str:
        url = self._create("template1")
        migrate.upgrade(url)
        return url

    def copy(self, url: str) -> str:
        return self._create(str(conninfo_to_dict(url)["dbname"]))

    def clear(self) -> None:
        """Take our databases away again."""
        for name in self._made:
            self._tell(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _create(self, template: str) -> str:
        name = f"{self._prefix}_{len(self._made)}"
        names = sql.Identifier(name), sql.Identifier(template)
        self._tell(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
        self._made.append(name)
        return urlsplit(self._door)._replace(path=f"/{name}").geturl()

    def _tell(self, statement: sql.Composed) -> None:
        try:
            with psycopg.connect(self._door, autocommit=True) as connection:
                connection.execute(statement)
        except psycopg.Error as error:
            raise NotOurs(f"The server does not let us make a database of our own: {error}") from error


@contextmanager
def files() -> Iterator[Files]:
    """SQLite in a temporary folder."""
    with TemporaryDirectory(prefix="kotsu") as folder:
        yield Files(Path(folder))


@contextmanager
def server(url: str) -> Iterator[Server]:
    """The PostgreSQL at this address; raises NotOurs."""
    here = Server(url)
    try:
        yield here
    finally:
        here.clear()


def path_of(url: str) -> Path:
    """The file of a SQLite address."""
    return Path(url.removeprefix("sqlite:///"))
