"""Statements compiled once in a test process. Every story opens databases of its own, and each engine would compile all
its statements again: a sixth of the time that stories take.
"""

from collections.abc import Iterator, MutableMapping
from typing import Any, Final

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.dialects import plugins
from sqlalchemy.engine import Compiled, CreateEnginePlugin

_NAME: Final = "compiled_once"


class _Shared(MutableMapping[tuple[Any, ...], Compiled]):
    """A compiled statement's key begins with its engine's dialect: here one dialect is like another of its name."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], Compiled] = {}

    def __getitem__(self, key: tuple[Any, ...]) -> Compiled:
        return self._kept[(key[0].name, *key[1:])]

    def __setitem__(self, key: tuple[Any, ...], compiled: Compiled) -> None:
        self._kept[(key[0].name, *key[1:])] = compiled

    def __delitem__(self, key: tuple[Any, ...]) -> None:
        del self._kept[(key[0].name, *key[1:])]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


_SHARED: Final = _Shared()


class CompiledOnce(CreateEnginePlugin):
    """What SQLAlchemy calls for every engine whose address asks for it."""

    def update_url(self, url: URL) -> URL:
        return url

    def engine_created(self, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_SHARED)


plugins.register(_NAME, __name__, CompiledOnce.__name__)


def compiled_once(url: str) -> str:
    """The same address, of a database whose statements are compiled once."""
    return make_url(url).update_query_dict({"plugin": _NAME}).render_as_string(hide_password=False)
