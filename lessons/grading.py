"""Right or not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from lessons.model import Option, Quiz
from lessons.understanding import understand

__all__ = ["Verdict", "grade", "understand"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer was worth. `chosen` are the options picked, `missed` the right ones that were not; `right` is None
    where nothing is right or wrong.
    """

    right: bool | None
    chosen: tuple[Option, ...]
    missed: tuple[Option, ...]


def grade(quiz: Quiz, chosen: Iterable[str]) -> Verdict:
    """Whether these labels are exactly the right ones. A label that the quiz does not have is never right."""
    labels = frozenset(chosen)
    return Verdict(
        right=labels == {option.label for option in quiz.right} if quiz.kind.scored else None,
        chosen=tuple(option for option in quiz.options if option.label in labels),
        missed=tuple(option for option in quiz.right if option.label not in labels),
    )
