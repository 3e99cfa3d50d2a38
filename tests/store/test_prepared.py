"""A statement made once brings what it would by SQLAlchemy's own way, and its errors are told alike."""

from typing import Any, Final

import pytest
from sqlalchemy import Select, bindparam, insert, literal, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, InvalidRequestError

from messages.letter import State
from store.errors import DatabaseUnusable
from store.prepared import command, done, done_each, find
from store.root import Root
from store.schema import outbox
from tests.store.world import Town

_OPEN: Final = select(outbox).where(
    outbox.c.state.in_((State.WAITING, State.HELD)), outbox.c.account == bindparam("of")
)
_THESE: Final = select(outbox.c.key).where(outbox.c.key.in_(bindparam("keys", expanding=True))).order_by(outbox.c.key)
_RENAMED: Final = update(outbox).where(outbox.c.key == bindparam("old")).values(key=bindparam("new"))
_AGAIN: Final = insert(outbox).from_select(
    [each.name for each in outbox.c if each.name != "id"], select(*(each for each in outbox.c if each.name != "id"))
)


def _keys(root: Root, *keys: str) -> list[str]:
    return list(find(root.outbox.connection, _THESE, {"keys": keys}).scalars())


def test_rows_are_those_that_sqlalchemy_brings(here: Town) -> None:
    here.post(here.letter("one", "hana"), here.letter("two", "ken"))
    with here.database.root() as root:
        of = {"of": here.account.id}
        theirs = root.outbox.connection.execute(_OPEN, of).all()
        ours = find(root.outbox.connection, _OPEN, of).all()
    assert len(ours) == 2
    assert [row._asdict() for row in ours] == [row._asdict() for row in theirs]


def test_a_list_may_have_any_length(here: Town) -> None:
    here.post(here.letter("one", "hana"), here.letter("two", "ken"))
    with here.database.root() as root:
        assert _keys(root, "one", "two", "three") == ["one", "two"]
        assert _keys(root, "two") == ["two"]
        assert _keys(root) == []
        assert _keys(root, "one", *map(str, range(200))) == ["one"]


def test_what_was_touched_is_counted(here: Town) -> None:
    here.post(here.letter("one", "hana"), here.letter("two", "ken"))
    with here.database.root() as root:
        connection = root.outbox.connection
        assert done(connection, _RENAMED, {"old": "one", "new": "three"}) == 1
        assert done(connection, _RENAMED, {"old": "one", "new": "three"}) == 0
        done_each(connection, _RENAMED, [{"old": "two", "new": "four"}, {"old": "three", "new": "five"}])
        done_each(connection, _RENAMED, [])
        assert _keys(root, "one", "two", "three", "four", "five") == ["five", "four"]


def test_a_refusal_is_told_as_sqlalchemy_tells_it_and_names_no_values(here: Town) -> None:
    here.post(here.letter("はな's", "hana"))
    with here.database.root() as root, pytest.raises(IntegrityError) as refused:
        done(root.outbox.connection, _AGAIN, {})
    assert "はな" not in str(refused.value).partition("[SQL")[2]
    here.post(here.letter("afterwards all goes on", "hana"))


def test_words_that_no_database_knows_are_an_error_of_the_database(here: Town) -> None:
    with pytest.raises((DBAPIError, DatabaseUnusable)), here.database.root() as root:
        command(root.outbox.connection, "DO SOMETHING")
    here.post(here.letter("afterwards all goes on", "hana"))


def test_a_value_that_is_missing_is_noticed(here: Town) -> None:
    nothing: Select[*tuple[Any, ...]] = select(literal(1)).where(bindparam("here", type_=outbox.c.doubtful.type))
    with here.database.root() as root, pytest.raises(InvalidRequestError, match="here"):
        find(root.outbox.connection, nothing, {})
