"""Statements that are made once and carried out often.

Of what a statement costs by way of SQLAlchemy, the database takes a tenth: the rest is finding out, each time anew, how
its parameters are written and its columns read. Here that is found out once; how, SQLAlchemy says.

A statement is known by itself, so that it has to be made once: a constant of a module, or cached. One made in the call
belongs to `Connection.execute`, and so does one with a list of values, whose length its text follows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import CompoundSelect, Connection, Delete, Dialect, Insert, Result, Select, Update
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.interfaces import DBAPICursor, DBAPIModule
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import ExpandedState, SQLCompiler

Statement: TypeAlias = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]] | Insert | Update | Delete
Values: TypeAlias = Mapping[str, object]
_Turned: TypeAlias = Callable[[Any], Any]
_MOST: Final = 4096  # statements remembered; there are some hundreds
_KNOWN: Final[dict[tuple[str, Statement, tuple[str, ...]], "Prepared | None"]] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """A parameter: how the value of this name is written, or what always stands there."""

    key: str
    name: str | None
    written: _Turned | None
    always: object = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement as its driver takes it. `columns` is None where it brings no rows."""

    text: str
    places: tuple[Place, ...]
    by_name: bool
    columns: SimpleResultMetaData | None
    readers: tuple[tuple[int, _Turned], ...]

    def bound(self, values: Values) -> Sequence[object] | Values:
        """The values in the driver's order, or by the driver's names."""
        written = [
            each.always
            if each.name is None
            else values[each.name]
            if each.written is None
            else each.written(values[each.name])
            for each in self.places
        ]
        return dict(zip((each.key for each in self.places), written, strict=True)) if self.by_name else written

    def read(self, rows: Sequence[Sequence[Any]]) -> Sequence[Sequence[Any]]:
        """The rows with each value as its column's type has it."""
        return [self._turned(row) for row in rows] if self.readers else rows

    def _turned(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for place, reader in self.readers:
            values[place] = reader(values[place])
        return tuple(values)


def find(connection: Connection, statement: Statement, values: Values) -> Result[*tuple[Any, ...]]:
    """The rows that a statement made once brings with these values."""
    prepared = _prepared(connection, statement, tuple(values))
    if prepared is None or prepared.columns is None:
        return connection.execute(statement, values)
    rows, _ = _driven(connection, prepared.text, prepared.bound(values))
    return IteratorResult(prepared.columns, iter(prepared.read(rows)))


def done(connection: Connection, statement: Statement, values: Values) -> int:
    """How many rows a statement made once touches with these values."""
    prepared = _prepared(connection, statement, tuple(values))
    if prepared is None:
        return connection.execute(statement, values).rowcount
    return _driven(connection, prepared.text, prepared.bound(values))[1]


def done_each(connection: Connection, statement: Statement, rows: Sequence[Values]) -> None:
    """The same for many rows at once; nothing if there are none."""
    prepared = _prepared(connection, statement, tuple(rows[0])) if rows else None
    if prepared is not None:
        _driven(connection, prepared.text, [prepared.bound(row) for row in rows], each=True)
    elif rows:
        connection.execute(statement, rows)


def command(connection: Connection, words: str) -> None:
    """Carry out what has no parameters and brings nothing, as it stands."""
    _driven(connection, words, ())


def known() -> int:
    """How many statements are remembered: asked the same again, it must not grow."""
    return len(_KNOWN)


def _driven(
    connection: Connection, words: str, parameters: Any, *, each: bool = False
) -> tuple[Sequence[Sequence[Any]], int]:
    """The rows and their count, by the driver. Its errors are told as SQLAlchemy tells them."""
    cursor = connection.connection.cursor()
    try:
        if each:
            cursor.executemany(words, parameters)
        else:
            cursor.execute(words, parameters)
        return (cursor.fetchall() if cursor.description else ()), cursor.rowcount
    except connection.dialect.loaded_dbapi.Error as error:
        raise _told(connection, words, error, cursor) from error
    finally:
        cursor.close()


def _told(connection: Connection, words: str, error: DBAPIModule.Error, cursor: DBAPICursor) -> BaseException:
    """What a broken connection had begun is lost."""
    dialect = connection.dialect
    gone = dialect.is_disconnect(error, connection.connection, cursor)
    if gone:
        connection.invalidate(error)
    kind = dialect.loaded_dbapi.Error
    return DBAPIError.instance(
        words, None, error, kind, hide_parameters=True, connection_invalidated=gone, dialect=dialect
    )


def _prepared(connection: Connection, statement: Statement, names: tuple[str, ...]) -> Prepared | None:
    known = connection.dialect.name, statement, names
    try:
        return _KNOWN[known]
    except KeyError:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        return _KNOWN.setdefault(known, _prepare(connection.dialect, statement, names))


def _prepare(dialect: Dialect, statement: Statement, names: tuple[str, ...]) -> Prepared | None:
    """Nothing where its text follows a list of values, or a column is filled by Python."""
    compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=sorted(names))
    listed = any(bound.expanding and bound.key in names for bound in compiled.binds.values())
    if listed or compiled.insert_prefetch or compiled.update_prefetch:
        return None
    state = compiled.construct_expanded_state(dict.fromkeys(names))
    columns = tuple(statement.exported_columns)
    readers = [each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns]
    return Prepared(
        state.statement,
        tuple(_place(key, names, compiled, state) for key in state.positiontup or state.parameters),
        by_name=not compiled.positional,
        columns=SimpleResultMetaData([each.key or "" for each in columns]) if columns else None,
        readers=tuple((place, reader) for place, reader in enumerate(readers) if reader),
    )


def _place(key: str, names: tuple[str, ...], compiled: SQLCompiler, state: ExpandedState) -> Place:
    if key in compiled.binds:
        written = compiled.binds[key].type.dialect_impl(compiled.dialect).bind_processor(compiled.dialect)
    else:  # one of a list that is always the same
        written = state.processors.get(key)
    if key in names:
        return Place(key, key, written)
    always = state.parameters[key]
    return Place(key, None, None, written(always) if written else always)
