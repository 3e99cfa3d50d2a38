"""Kinds of columns: what a value becomes in SQL, and back."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String, Text, TypeDecorator

_LARGEST: Final = 2**63 - 1
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
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

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


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
