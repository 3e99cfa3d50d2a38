"""Every state a learner can be in with one lesson, in the order in which one steps through them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from lessons.model import Kind, Lesson, Quiz


class Moment(StrEnum):
    """What has just happened between the learner and the bot."""

    CARD = "card"  # the lesson has come
    ASK = "ask"  # a question was brought back, or came after another
    HALF = "half"  # something is picked, nothing counts
    WRITE = "write"  # the keyboard, or a form, is open
    PUZZLED = "puzzled"  # what was typed is no answer
    ANSWERED = "answered"
    SKIPPED = "skipped"
    AGAIN = "again"  # answered a second time
    REMINDER = "reminder"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Step:
    """One state: the question it is about, counted from 1, and what was given there. `name` stands in the URL;
    `said` is what the learner's answer is called.
    """

    name: str
    moment: Moment
    question: int = 1
    given: tuple[str, ...] = ()
    said: str = ""


def steps(lesson: Lesson) -> tuple[Step, ...]:
    """From the morning's card to the last question's close, and what may be said when nobody answers."""
    asked = tuple(step for number, quiz in enumerate(lesson.quizzes, start=1) for step in _asked(number, quiz))
    around = (Step("reminder", Moment.REMINDER), Step("resting", Moment.RESTING))
    return (Step("card", Moment.CARD), *asked, *around)


def _asked(number: int, quiz: Quiz) -> Iterator[Step]:
    if number > 1:
        yield Step("ask", Moment.ASK, number)
    if quiz.kind.picked:
        first = tuple(option.label for option in quiz.options[:1])
        yield Step("half", Moment.HALF, number, first)
    if not quiz.options:
        yield Step("write", Moment.WRITE, number)
    for name, given in _answers(quiz):
        yield Step(name, Moment.ANSWERED, number, given, "・".join(given))
    if quiz.kind is Kind.REFLECTION:
        yield Step("skipped", Moment.SKIPPED, number)
    yield Step("puzzled", Moment.PUZZLED, number)
    yield Step("again", Moment.AGAIN, number, next(given for _, given in _answers(quiz)))


def _answers(quiz: Quiz) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the URL calls an answer, and the answer: the right one first, then each that is not."""
    labels = tuple(option.label for option in quiz.options)
    right = tuple(option.label for option in quiz.right)
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.MULTIPLE:
            yield "right", right
            yield from (("partly", right[:1]),) if len(right) > 1 else ()
            yield from ((f"wrong-{_letter(quiz, label)}", (label,)) for label in labels if label not in right)
        case Kind.ORDERING:
            yield from (("right", quiz.order), ("wrong", labels))
        case Kind.NUMBER:
            value, off = (quiz.number.value, quiz.number.tolerance) if quiz.number else (0, 0)
            yield from (("right", (f"{value:f}",)), ("wrong", (f"{value + off + 1:f}",)))
        case Kind.SHORT:
            yield from (("right", quiz.accepted[:1]), ("wrong", ("☆☆☆",)))
        case Kind.POLL | Kind.SCALE:
            yield from ((f"chose-{_letter(quiz, label)}", (label,)) for label in labels)
        case Kind.REFLECTION:
            yield "written", ("…",)
        case _ as unreachable:
            assert_never(unreachable)


def _letter(quiz: Quiz, label: str) -> str:
    """As a URL has it: a, b, c for A, B, C, and for ○ and × too; the digit of a scale."""
    place = [option.label for option in quiz.options].index(label)
    return label if quiz.kind is Kind.SCALE else chr(ord("a") + place)
