"""Right or not, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import assert_never

from lessons.model import Kind, Number, Option, Quiz
from lessons.understanding import is_accepted, understand

__all__ = ["Verdict", "fits", "grade", "understand"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer was worth; `right` is None where nothing is right or wrong.

    `chosen` are the options named, in the order given where order is asked for, `missed` the right ones that were not;
    `given` is the answer as it is logged.
    """

    right: bool | None
    chosen: tuple[Option, ...]
    missed: tuple[Option, ...]
    given: tuple[str, ...] = ()


def grade(quiz: Quiz, given: Iterable[str]) -> Verdict:
    """Whether this is the right answer: never a label that the quiz does not have, nothing where it is not graded."""
    words = tuple(given)
    return Verdict(
        right=_is_right(quiz, words) if quiz.scored else None,
        chosen=tuple(option for label in _in_order(quiz, words) if (option := quiz.option(label))),
        missed=tuple(option for option in quiz.right if option.label not in words),
        given=words,
    )


def fits(quiz: Quiz, given: Sequence[str]) -> bool:
    """Whether this can be an answer to the quiz at all: known labels, as many as its kind wants."""
    labels = [option.label for option in quiz.options]
    match quiz.kind:
        case Kind.ORDERING:
            return sorted(given) == sorted(labels)
        case Kind.MULTIPLE:
            return bool(given) and set(given) <= set(labels)
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.POLL | Kind.SCALE:
            return len(given) == 1 and given[0] in labels
        case Kind.NUMBER | Kind.SHORT | Kind.REFLECTION:
            return False
        case _ as unreachable:
            assert_never(unreachable)


def _is_right(quiz: Quiz, given: tuple[str, ...]) -> bool | None:
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.MULTIPLE:
            return frozenset(given) == {option.label for option in quiz.right}
        case Kind.ORDERING:
            return given == quiz.order
        case Kind.NUMBER:
            return quiz.number is not None and len(given) == 1 and _is_near(quiz.number, given[0])
        case Kind.SHORT:
            return len(given) == 1 and is_accepted(quiz, given[0])
        case Kind.POLL | Kind.SCALE | Kind.REFLECTION:
            return None
        case _ as unreachable:
            assert_never(unreachable)


def _is_near(number: Number, given: str) -> bool:
    try:
        return abs(Decimal(given) - number.value) <= number.tolerance
    except InvalidOperation:
        return False


def _in_order(quiz: Quiz, given: tuple[str, ...]) -> Sequence[str]:
    """As given where that is the answer, else as the question has them."""
    return given if quiz.kind is Kind.ORDERING else [each.label for each in quiz.options if each.label in given]
