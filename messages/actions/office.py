"""What somebody wants of what the office says."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from messages.actions import announcing, silence
from messages.actions.announcing import Announcing
from messages.actions.silence import Silencing


@dataclass(frozen=True, slots=True)
class Vote:
    """This option is my answer to the question of the announcement."""

    announcement: int
    option: str


Office: TypeAlias = Vote | Announcing | Silencing
TAGS: Final[dict[str, type[Office]]] = {
    "v": Vote,
    **announcing.TAGS,
    **silence.TAGS,
}
