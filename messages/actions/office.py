"""What somebody wants of what the office says."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from messages.actions import announcing
from messages.actions.announcing import Announcing


@dataclass(frozen=True, slots=True)
class Vote:
    """This option is my answer to the question of the announcement."""

    announcement: int
    option: str


Office: TypeAlias = Vote | Announcing
TAGS: Final[dict[str, type[Office]]] = {
    "v": Vote,
    **announcing.TAGS,
}
