"""Reads Slack's JSON, in which anything may be missing or of another kind."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

UNREADABLE: Final = (LookupError, TypeError, AttributeError, ValueError, RecursionError)
"""What Bolt raises on a body whose shape it did not expect."""


def dig(raw: Any, *path: str) -> Any:
    """The value at the end of the path, or None where the path breaks off."""
    for name in path:
        if not isinstance(raw, dict):
            return None
        raw = raw.get(name)
    return raw


def word(raw: Any, *path: str) -> str:
    """The text at the end of the path, or an empty one, without the NULs and half characters no database keeps."""
    found = dig(raw, *path)
    return found.replace("\0", "").encode(errors="replace").decode() if isinstance(found, str) else ""


def number(raw: Any, *path: str) -> int:
    """The whole number at the end of the path, or 0."""
    found = dig(raw, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def items(raw: Any, *path: str) -> list[Any]:
    """The list at the end of the path, or an empty one."""
    found = dig(raw, *path)
    return found if isinstance(found, list) else []


def leaves(raw: Any, *path: str) -> Iterator[tuple[str, Any]]:
    """(name, value) of the object at the end of the path."""
    found = dig(raw, *path)
    return iter(found.items() if isinstance(found, dict) else ())


def moment(stamp: str) -> datetime | None:
    """When a `ts` such as "1757203200.000100" was; None if it is no such thing."""
    try:
        return datetime.fromtimestamp(float(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        return None
