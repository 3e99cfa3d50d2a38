"""What a simulated learner answers to each kind of question, how that is typed, and what it is worth."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final

from lessons.model import Kind, Quiz
from lessons.phrases import phrases

_SAY: Final = phrases("ja")
_WIDE: Final = {mark: mark + 0xFEE0 for mark in map(ord, "ABCDE0123456789")}
_WRONG: Final = "べつのことば"


def guessed(quiz: Quiz, random: Random, *, knows: float) -> tuple[str, ...]:
    """The answer as the bot would log it; `knows` is how likely a right one is, beside what is guessed right."""
    labels = [option.label for option in quiz.options]
    if quiz.kind is Kind.ORDERING:
        guess = tuple(random.sample(labels, len(labels)))
        return quiz.order if random.random() < knows else guess
    if quiz.number:
        off = Decimal(0) if random.random() < knows else quiz.number.tolerance + 1
        return (f"{quiz.number.value + off:f}",)
    if quiz.kind is Kind.REFLECTION:
        return ()
    if quiz.kind is Kind.SHORT:
        return (quiz.accepted[0] if random.random() < knows else _WRONG,)
    picked = set(random.sample(labels, random.randint(1, 2) if quiz.kind is Kind.MULTIPLE else 1))
    meant = {option.label for option in quiz.right} if random.random() < knows and quiz.kind.scored else picked
    return tuple(label for label in labels if label in meant)


def typed(quiz: Quiz, given: Sequence[str], random: Random) -> str:
    """One of the ways in which people type this."""
    if quiz.kind is Kind.TRUEFALSE:
        first = given[0] == quiz.options[0].label
        return random.choice(("○", "はい", "正しいです") if first else ("×", "いいえ", "正しくない"))
    if quiz.number:
        said = random.choice((given[0], given[0].translate(_WIDE)))
        return random.choice((said, f"約{said}{quiz.number.unit}", f"{said}{quiz.number.unit}です"))
    if quiz.kind is Kind.REFLECTION:
        return _SAY("writing.skip")
    if quiz.kind is Kind.SHORT:
        return random.choice((given[0], f"{given[0]}です"))
    if quiz.kind is not Kind.SCALE and len(given) == 1 and random.random() < 0.3:
        return next(option.text for option in quiz.options if option.label == given[0])
    joint = random.choice(("", " ", "→", "、") if quiz.kind is Kind.ORDERING else ("", " ", "と", "・"))
    return random.choice((str, str.lower, lambda text: text.translate(_WIDE)))(joint.join(given))


def is_right(quiz: Quiz, given: tuple[str, ...], day: date) -> bool | None:
    """What an answer of that day is worth; None where nothing is right or wrong, or nobody knows any more."""
    if not quiz.kind.scored or (quiz.fact and quiz.fact.review_by < day):
        return None
    if quiz.kind is Kind.ORDERING:
        return given == quiz.order
    if quiz.number:
        return abs(Decimal(given[0]) - quiz.number.value) <= quiz.number.tolerance
    if quiz.kind is Kind.SHORT:
        return given[0] in quiz.accepted
    return {*given} == {option.label for option in quiz.right}


def explained(quiz: Quiz, given: tuple[str, ...], text: str) -> bool:
    """Whether the text explains this question's answer, or repeats the answer where there is nothing to explain."""
    if quiz.kind is Kind.REFLECTION:
        return _SAY("writing.thanks") in text or _SAY("writing.skipped") in text
    if quiz.why:
        return quiz.why in text
    if quiz.kind.scored:
        return all(option.why in text for option in quiz.right)
    chosen = (f"{option.label} {option.text}".strip() for option in quiz.options if option.label in given)
    return _SAY("verdict.yours", answer="・".join(chosen)) in text
