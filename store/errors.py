"""What may go wrong with the store, in one plain sentence each."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import URL


class DatabaseUnusable(Exception):
    """The database cannot be used: a bad address, a missing folder, nobody listening, a wrong password."""


class AlreadyExists(Exception):
    """There is one already, and there can be only one."""


class NotFound(LookupError):
    """There is no such row, or it is another organisation's."""


_Value = TypeVar("_Value")


def only(found: Sequence[_Value]) -> _Value:
    """What was asked for by its number; raises NotFound."""
    if not found:
        raise NotFound(NotFound.__doc__)
    return found[0]


def unusable(url: URL, error: BaseException | None) -> DatabaseUnusable:
    """One sentence with the address (without its password) and the first line of what the driver says."""
    said = str(error).strip().partition("\n")[0]
    return DatabaseUnusable(f"The database at {url.render_as_string()} cannot be used: {said}")
