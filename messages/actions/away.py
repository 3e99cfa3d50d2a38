"""What the office wants of somebody's leave."""

from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class AskAway:
    """Who is away, and until when?"""


@dataclass(frozen=True, slots=True)
class BringBack:
    """This person is not away any more."""

    person: int


Absence: TypeAlias = AskAway | BringBack
TAGS: Final[dict[str, type[Absence]]] = {"away": AskAway, "away-end": BringBack}
