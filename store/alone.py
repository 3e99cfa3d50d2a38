"""A SQLite file serves one bot at a time; PostgreSQL any number."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from store.engine import address
from store.errors import DatabaseUnusable


@contextmanager
def alone(url: str) -> Iterator[bool]:
    """Whether nobody else can be at work here until the block ends; raises DatabaseUnusable if somebody is already.

    The mark is a lock on a file beside the database's. The system lets go of it however the process ends.
    """
    parsed = address(url)
    if parsed.get_backend_name() != "sqlite":
        yield False
        return
    with closing(sqlite3.connect(f"{parsed.database}-bot", timeout=0, isolation_level=None)) as mark:
        try:
            mark.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            why = "Stop it first: SQLite serves one bot, PostgreSQL several."
            raise DatabaseUnusable(f"Another bot is at work on {parsed.database}. {why}") from error
        yield True
