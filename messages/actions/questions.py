"""What somebody of the office wants of learners' questions."""

from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class ShowQuestions:
    """Which questions wait?"""


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """I answer this one, having seen so many answers to it."""

    inquiry: int
    seen: int = 0


@dataclass(frozen=True, slots=True)
class SendAnswer:
    """This answer of mine goes out, although somebody was quicker."""

    answer: int


@dataclass(frozen=True, slots=True)
class ClaimQuestion:
    """I take this one on."""

    inquiry: int


@dataclass(frozen=True, slots=True)
class HandQuestion:
    """This person takes it on; 0: ask me who."""

    inquiry: int
    to: int = 0


Questions: TypeAlias = ShowQuestions | AnswerQuestion | SendAnswer | ClaimQuestion | HandQuestion
TAGS: Final[dict[str, type[Questions]]] = {
    "q": ShowQuestions,
    "qa": AnswerQuestion,
    "qs": SendAnswer,
    "qc": ClaimQuestion,
    "qh": HandQuestion,
}
