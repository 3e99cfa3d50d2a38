"""Opening, transactions, threads, and what is said when there is no database to be had."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from contextvars import ContextVar
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store.database import Database
from store.errors import DatabaseUnusable
from tests.postgres import Postgres
from tests.store.world import NOW, Town, town

_SAID: ContextVar[str] = ContextVar("_SAID")


def test_an_exception_undoes_the_unit_of_work(here: Town) -> None:
    def fail() -> None:
        with here.database.begin(here.number) as work:
            work.people.create(nickname="はな", language="ja", section_family="tax", at=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with here.database.read(here.number) as work:
        assert work.people.all() == ()


def test_a_snapshot_does_not_change_and_cannot_be_written_into(here: Town) -> None:
    with here.database.read(here.number) as work:
        assert work.people.all() == ()
        here.learner("hana")
        assert work.people.all() == ()

    def write() -> None:
        with here.database.read(here.number) as work:
            work.people.create(nickname="はな", language="ja", section_family="tax", at=NOW)

    with pytest.raises((DBAPIError, DatabaseUnusable)):
        write()
    here.learner("after a snapshot, writing goes on")


def test_forty_turns_at_once_read_and_then_write_and_none_is_locked_out(here: Town) -> None:
    contact, _ = here.learner("hana")

    def turn(number: int) -> None:
        with here.database.begin(here.number) as work:
            work.people.get(contact.person)
            work.people.rename(contact.person, f"はな{number}")

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(turn, range(40))) == [None] * 40


async def test_a_turn_is_one_hop_to_a_thread_that_knows_what_was_being_said(database: Database) -> None:
    _SAID.set("this request")

    def turn(name: str, *, code: str) -> tuple[int, str]:
        return town(database, name, code).number, _SAID.get()

    number, said = await database.run(turn, "one town", code="ABC234")
    assert said == "this request"
    with database.root() as root:
        assert [each.id for each in root.organisations.all()] == [number]


def test_a_database_that_answers_is_quiet(database: Database) -> None:
    database.ping()


@pytest.mark.parametrize("durable", [True, False])
def test_sqlite_is_opened_for_many_readers_and_one_careful_writer(tmp_path: Path, *, durable: bool) -> None:
    database = Database(f"sqlite:///{tmp_path}/a/folder/that/is/made/kotsu.db", durable=durable)
    with database.root() as root:
        told = {
            pragma: root.organisations.connection.execute(text(f"PRAGMA {pragma}")).scalar()
            for pragma in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    database.close()
    assert told == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "synchronous": 2 if durable else 1,
    }


async def test_what_was_written_comes_out_of_sqlites_log_while_the_bot_goes_on(tmp_path: Path) -> None:
    written, moved = tmp_path / "kotsu.db", tmp_path / "moved.db"
    database = Database(f"sqlite:///{written}")
    with database.root() as root:
        root.organisations.connection.execute(text("CREATE TABLE kept (what TEXT)"))
        root.organisations.connection.execute(text("INSERT INTO kept VALUES ('一つ')"))
    await database.checkpoint()
    moved.write_bytes(written.read_bytes())  # without its log
    database.close()
    with closing(sqlite3.connect(moved)) as there:
        assert there.execute("SELECT what FROM kept").fetchall() == [("一つ",)]


async def test_a_log_that_cannot_be_tidied_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kotsu.db").write_text("no database at all" * 100, encoding="utf-8")
    with pytest.raises(DatabaseUnusable, match=r"kotsu\.db cannot be used: file is not a database"):
        await Database(f"sqlite:///{tmp_path}/kotsu.db").checkpoint()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "must be like"),
        ("kotsu.db", "must be like"),
        ("postgresql://host:port/kotsu", "must be like"),
        ("mysql://localhost/kotsu", "mysql is not known"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("sqlite:////dev/null/kotsu.db", "cannot be made"),
        ("sqlite:////dev/null/folder/kotsu.db", "cannot be made"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_one_sentence(url: str, said: str) -> None:
    with pytest.raises(DatabaseUnusable, match=said) as refused:
        Database(url)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_nobody_listening_is_said_in_one_sentence_without_the_password(scheme: str) -> None:
    database = Database(f"{scheme}://kotsu:secret@127.0.0.1:9/kotsu")
    with pytest.raises(DatabaseUnusable, match=r"cannot be used: .*refused") as refused:
        database.ping()
    database.close()
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_wrong_password_is_said_in_one_sentence(postgres: Postgres) -> None:
    postgres.tell("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    database = Database(postgres.url("postgres", role="guarded:wrong"))
    with pytest.raises(DatabaseUnusable, match="password authentication failed"):
        database.ping()
    database.close()
    postgres.tell("DROP ROLE guarded")


def test_a_file_that_is_no_database_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kotsu.db").write_bytes(b"not a database, but long enough to be looked at" * 100)
    database = Database(f"sqlite:///{tmp_path}/kotsu.db")
    with pytest.raises(DatabaseUnusable, match="not a database"):
        database.ping()
    database.close()


def test_after_the_server_has_restarted_everything_goes_on(postgres: Postgres, migrated_postgresql: str) -> None:
    name = postgres.create(migrated_postgresql)
    database = Database(postgres.url(name))
    before = town(database)
    postgres.stop()
    with pytest.raises(DatabaseUnusable):
        database.ping()
    postgres.start()
    with database.root() as root:
        assert [each.id for each in root.organisations.all()] == [before.number]
    database.close()
    postgres.drop(name)
