"""Kinds of columns: what a value becomes in SQL, and back."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String, Text, TypeDecorator

_LARGEST: Final = 2**63 - 1
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_SPELLED: Final = len("2026-09-07 00:00:00.000000")
_Word = TypeVar("_Word", bound=StrEnum)


class Id(TypeDecorator[int]):
    """A row's number. One beyond 64 bits, as only a forged button carries, finds nothing instead of failing."""

    impl = BigInteger().with_variant(Integer(), "sqlite")
    cache_ok = True

    def process_bind_param(self, value: int | None, _dialect: Dialect) -> int | None:
        return value if value is None or -1 <= value <= _LARGEST else max(-1, min(value, _LARGEST))


class Words(TypeDecorator[str]):
    """Text of any length; NULs and lone surrogates, which databases refuse, become U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        if value is None:
            return None
        try:
            value.encode()  # a letter is long, and this is far quicker than looking at each character
        except UnicodeEncodeError:
            value = _SURROGATE.sub(_REPLACEMENT, value)
        return value.replace("\0", _REPLACEMENT)


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept and given back in UTC; a naive one is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], object] | None:
        return _spelled if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        return _read if dialect.name == "sqlite" else super().result_processor(dialect, coltype)

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else _in_utc(value)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return value.astimezone(UTC)


def _spelled(value: datetime | None) -> str | None:
    """The text that SQLite keeps, as SQLAlchemy spells it: in one step instead of four, for no other value is written
    and read as often.
    """
    return None if value is None else _in_utc(value).isoformat(" ", "microseconds")[:_SPELLED]


def _read(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


class HourMinute(TypeDecorator[time]):
    """A local time of day, as "HH:MM"."""

    impl = String(5)
    cache_ok = True

    def process_bind_param(self, value: time | None, _dialect: Dialect) -> str | None:
        return None if value is None else value.strftime("%H:%M")

    def process_result_value(self, value: str | None, _dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)


class Zone(TypeDecorator[ZoneInfo]):
    """A time zone, by its name."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: ZoneInfo | None, _dialect: Dialect) -> str | None:
        return None if value is None else value.key

    def process_result_value(self, value: str | None, _dialect: Dialect) -> ZoneInfo | None:
        return None if value is None else ZoneInfo(value)


class Labels(TypeDecorator[tuple[str, ...]]):
    """The labels of options, as a JSON list."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, _dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(list(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class OneOf(TypeDecorator[_Word]):
    """A word of a closed vocabulary."""

    impl = String(20)
    cache_ok = True

    def __init__(self, words: type[_Word]) -> None:
        super().__init__()
        self.words = words
        self._known = {word.value: word for word in words}

    def process_bind_param(self, value: _Word | None, _dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.value if type(value) is self.words else self.words(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> _Word | None:
        return None if value is None else self._known.get(value) or self.words(value)
