"""What a transaction consists of: the queries of many tables, of which most transactions need few."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

_Queries = TypeVar("_Queries")


class Whole(Protocol):
    """What has parts, all for the same scope: a connection, and whose rows they are."""

    @property
    def scope(self) -> tuple[object, ...]: ...


class Part(Generic[_Queries]):
    """One table's queries, made when they are first asked for."""

    def __init__(self, queries: Callable[..., _Queries]) -> None:
        self._queries = queries

    def __set_name__(self, _kind: type, name: str) -> None:
        self._name = name

    def __get__(self, whole: Whole, _kind: type) -> _Queries:
        made = self._queries(*whole.scope)
        vars(whole)[self._name] = made  # found there from now on
        return made
