"""How a statement that is made once and carried out often is given to its driver.

Of what a statement costs by way of SQLAlchemy, the database takes a tenth: the rest is finding out, each time anew, how
its parameters are written and its columns read. Here that is found out once; how, SQLAlchemy says.

A statement is known by itself, so that it has to be made once: a constant of a module, or cached. One made in the call
belongs to `Connection.execute`. The text of one with a list of values follows the list's length: it is prepared for
each length.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, cast

from sqlalchemy import CompoundSelect, Delete, Dialect, Insert, Select, Update
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import ExpandedState, SQLCompiler

Statement: TypeAlias = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]] | Insert | Update | Delete
Values: TypeAlias = Mapping[str, object]
_Turned: TypeAlias = Callable[[Any], Any]
_MOST: Final = 4096  # statements remembered; there are some hundreds
_LONGEST: Final = 100  # values of a list: twice a batch
_KNOWN: Final[dict[tuple[str, Statement, tuple[str, ...]], "Prepared | Listed | None"]] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """A parameter: how the value of this name is written, or what always stands there."""

    key: str
    name: str | None
    written: _Turned | None
    always: object = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement as its driver takes it. `columns` is None where it brings no rows; `lists` names each value of each
    list.
    """

    text: str
    places: tuple[Place, ...]
    by_name: bool
    columns: SimpleResultMetaData | None
    readers: tuple[tuple[int, _Turned], ...]
    lists: tuple[tuple[str, Sequence[str]], ...] = ()

    def bound(self, values: Values) -> Sequence[object] | Values:
        """The values in the driver's order, or by the driver's names."""
        if self.lists:
            spread = (zip(names, _list(values, name), strict=True) for name, names in self.lists)
            values = {**values, **{key: value for pairs in spread for key, value in pairs}}
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


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement whose text follows the lengths of these lists."""

    lists: tuple[str, ...]
    by_lengths: dict[tuple[int, ...], Prepared | None] = field(default_factory=dict)


def known() -> int:
    """How many statements are remembered: asked the same again, it must not grow."""
    return sum(len(each.by_lengths) if isinstance(each, Listed) else 1 for each in _KNOWN.values())


def prepared_for(dialect: Dialect, statement: Statement, values: Values) -> Prepared | None:
    """How the statement is carried out with such values; nothing where Python fills a column, or a list is long."""
    known = dialect.name, statement, tuple(values)
    try:
        found = _KNOWN[known]
    except KeyError:
        _forget_too_many(_KNOWN)
        found = _KNOWN.setdefault(known, _first(dialect, statement, values))
    return _of_lengths(dialect, statement, found, values) if isinstance(found, Listed) else found


def _of_lengths(dialect: Dialect, statement: Statement, listed: Listed, values: Values) -> Prepared | None:
    lengths = tuple(len(_list(values, name)) for name in listed.lists)
    if max(lengths) > _LONGEST:
        return None
    try:
        return listed.by_lengths[lengths]
    except KeyError:
        _forget_too_many(listed.by_lengths)
        compiled = _compiled(dialect, statement, values)
        return listed.by_lengths.setdefault(lengths, _prepare(statement, compiled, values, listed.lists))


def _forget_too_many(remembered: dict[Any, Any]) -> None:
    if len(remembered) >= _MOST:
        remembered.clear()


def _first(dialect: Dialect, statement: Statement, values: Values) -> Prepared | Listed | None:
    compiled = _compiled(dialect, statement, values)
    lists = tuple(key for key, bound in compiled.binds.items() if bound.expanding and key in values)
    return Listed(lists) if lists else _prepare(statement, compiled, values)


def _compiled(dialect: Dialect, statement: Statement, values: Values) -> SQLCompiler:
    compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=sorted(values))
    return compiled


def _prepare(
    statement: Statement, compiled: SQLCompiler, values: Values, lists: tuple[str, ...] = ()
) -> Prepared | None:
    if compiled.insert_prefetch or compiled.update_prefetch:
        return None
    state = compiled.construct_expanded_state({name: _list(values, name) if name in lists else None for name in values})
    spread = tuple((name, state.parameter_expansion[name]) for name in lists)
    given = {*values, *(key for _, keys in spread for key in keys)}
    columns = tuple(statement.exported_columns)
    readers = [each.type.dialect_impl(compiled.dialect).result_processor(compiled.dialect, None) for each in columns]
    return Prepared(
        state.statement,
        tuple(_place(key, given, compiled, state) for key in state.positiontup or state.parameters),
        by_name=not compiled.positional,
        columns=SimpleResultMetaData([each.key or "" for each in columns]) if columns else None,
        readers=tuple((place, reader) for place, reader in enumerate(readers) if reader),
        lists=spread,
    )


def _list(values: Values, name: str) -> Sequence[object]:
    return tuple(cast("Collection[object]", values[name]))


def _place(key: str, given: Collection[str], compiled: SQLCompiler, state: ExpandedState) -> Place:
    if key in compiled.binds:
        written = compiled.binds[key].type.dialect_impl(compiled.dialect).bind_processor(compiled.dialect)
    else:  # one of a list
        written = state.processors.get(key)
    if key in given:
        return Place(key, key, written)
    always = state.parameters[key]
    return Place(key, None, None, written(always) if written else always)
