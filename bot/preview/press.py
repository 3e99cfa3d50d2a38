"""Where a press or a typed word in one of the chats leads: to the state that it would bring about."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.preview.learner import Learner
from bot.preview.steps import Moment, Step, steps
from bot.preview.view import View
from lessons.grading import grade, understand
from lessons.model import Kind, Quiz
from messages.actions import Choose, Finish, Resume, Skip, Today, Toggle, Unreadable, Write, unpack


def pressed(who: Learner, view: View, deed: str, wish: Any) -> View:
    """`deed` is what the page did (press, say, submit, close), `wish` the JSON it sent along. The same view for
    whatever leads nowhere.
    """
    step = _led_to(who, view, deed, wish)
    return view if step is None else view.at(step)


def _led_to(who: Learner, view: View, deed: str, wish: Any) -> Step | None:
    quiz = who.lesson.quizzes[view.step(who.lesson).question - 1]
    match deed, wish:
        case "press", {"data": str(packed)}:
            return _meant(who, packed, ())
        case "press", {"value": str(packed), "state": state}:
            return _meant(who, packed, tuple(_words(state)))
        case "press", {"value": str(packed)}:
            return _meant(who, packed, ())
        case "say", {"text": str(words)}:
            return _typed(who, quiz, words)
        case "submit", {"values": values}:
            return _typed(who, quiz, next(_words(values), ""))
        case "close", _:
            return _of(who, quiz, Moment.ASK) or steps(who.lesson)[0]
        case _:
            return None


def _meant(who: Learner, packed: str, filled_in: Sequence[str]) -> Step | None:
    try:
        action = unpack(packed)
    except Unreadable:
        return None
    match action:
        case Choose(quiz=key, option=label):
            return _answered(who, _quiz(who, key), (label,))
        case Toggle(quiz=key):
            return _of(who, _quiz(who, key), Moment.HALF)
        case Finish(quiz=key):
            return _answered(who, _quiz(who, key), filled_in)
        case Write(quiz=key):
            return _of(who, _quiz(who, key), Moment.WRITE)
        case Skip(quiz=key):
            return _of(who, _quiz(who, key), Moment.SKIPPED)
        case Today() | Resume():
            return steps(who.lesson)[0]
        case _:
            return None


def _quiz(who: Learner, key: str) -> Quiz | None:
    return next((quiz for quiz in who.lesson.quizzes if quiz.id == key), None)


def _typed(who: Learner, quiz: Quiz, words: str) -> Step | None:
    if quiz.kind is Kind.REFLECTION:
        return _of(who, quiz, Moment.ANSWERED)
    given = understand(quiz, words)
    return _of(who, quiz, Moment.PUZZLED) if given is None else _answered(who, quiz, given)


def _answered(who: Learner, quiz: Quiz | None, given: Sequence[str]) -> Step | None:
    """The state with this very answer, else one with an answer that is worth the same."""
    if quiz is None:
        return None
    labels = [option.label for option in quiz.options]
    answer = tuple(
        sorted(given, key=labels.index) if quiz.kind is Kind.MULTIPLE and set(given) <= set(labels) else given
    )
    known = [step for step in _steps(who, quiz) if step.moment is Moment.ANSWERED]
    worth = [step for step in known if grade(quiz, step.given).right == grade(quiz, answer).right]
    return next((step for step in known if step.given == answer), next(iter(worth or known), None))


def _of(who: Learner, quiz: Quiz | None, moment: Moment) -> Step | None:
    return next((step for step in _steps(who, quiz) if step.moment is moment), None) if quiz else None


def _steps(who: Learner, quiz: Quiz) -> Iterator[Step]:
    number = who.lesson.quizzes.index(quiz) + 1
    return (step for step in steps(who.lesson) if step.question == number and step.moment not in _AROUND)


_AROUND = {Moment.CARD, Moment.REMINDER, Moment.RESTING}


def _words(state: Any) -> Iterator[str]:
    """What is filled in, block by block: `{block: {element: word or [words]}}`."""
    blocks = state.values() if isinstance(state, dict) else ()
    for held in (value for block in blocks if isinstance(block, dict) for value in block.values()):
        yield from (each for each in (held if isinstance(held, list) else [held]) if isinstance(each, str))
