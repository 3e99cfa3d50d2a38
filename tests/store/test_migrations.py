"""From an empty database to the newest schema, on both databases."""

from typing import Final

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from store import migrate
from store.engine import address, open_engine
from store.schema import metadata


def test_an_empty_database_becomes_exactly_what_the_schema_says(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    engine = open_engine(address(empty_database_url), threads=1, durable=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}
    engine.dispose()


def test_where_a_database_stands_can_be_told(empty_database_url: str) -> None:
    assert migrate.current(empty_database_url) is None
    migrate.upgrade(empty_database_url)
    assert migrate.current(empty_database_url) == migrate.head()


def test_what_was_asked_before_questions_were_conversations_waits_for_an_answer(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url, "0006")
    engine = open_engine(address(empty_database_url), threads=1, durable=False)
    with engine.begin() as connection:
        for statement in _BEFORE:
            connection.execute(text(statement))
    migrate.upgrade(empty_database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT id, state FROM inquiries")).all() == [(7, "open")]
        assert connection.execute(text("SELECT inquiry FROM notes ORDER BY id")).scalars().all() == [None, 7]
    engine.dispose()


_BEFORE: Final = (
    (
        "INSERT INTO organisations (id, name, timezone, language, opens, closes, lunch_from, lunch_to)"
        " VALUES (1, 'town', 'Asia/Tokyo', 'ja', '08:30', '17:15', '12:00', '13:00')"
    ),
    (
        "INSERT INTO people (id, organisation, nickname, language, section_family, created_at)"
        " VALUES (1, 1, 'hana', 'ja', 'counter', '2026-09-07 00:00:00')"
    ),
    *(
        "INSERT INTO notes (id, organisation, person, kind, quiz, body, via, at)"
        f" VALUES ({number}, 1, 1, '{kind}', '', 'x', 'page', '2026-09-07 00:00:00')"
        for number, kind in ((3, "reflection"), (7, "question"))
    ),
)
