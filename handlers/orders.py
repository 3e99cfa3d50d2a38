"""What a typed word of the office means."""

import re
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Appointing:
    """Brings a code for a role, in upper case; empty: wants to know which roles there are."""

    code: str


@dataclass(frozen=True, slots=True)
class Metering:
    """Wants to know how LINE's month stands."""


Order: TypeAlias = Appointing | Metering

_ROLE: Final = re.compile(r"(?:役割|やくわり|roles?)(?:コード)?[\s::]*(?P<code>[a-z0-9-]*)")

_QUOTA: Final = re.compile(r"(?:line ?の?)?(?:配信(?:量|数)|はいしんりょう|通数)|(?:line )?quota")


def ordered(word: str) -> Order | None:
    """What a folded text asks of the office, if it does."""
    if role := _ROLE.fullmatch(word):
        return Appointing(role["code"].replace("-", "").upper())
    return Metering() if _QUOTA.fullmatch(word) else None
