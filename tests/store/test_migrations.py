"""From an empty database to the newest schema, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

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
