"""What somebody wants of what the office says."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from messages.actions import questions
from messages.actions.questions import Questions


@dataclass(frozen=True, slots=True)
class Vote:
    """This option is my answer to the question of the announcement."""

    announcement: int
    option: str


Office: TypeAlias = Vote | Questions
TAGS: Final[dict[str, type[Office]]] = {
    "v": Vote,
    **questions.TAGS,
}
