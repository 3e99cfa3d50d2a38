"""An answer in words: the right one, and the one that was given."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from lessons.grading import Verdict
from lessons.model import Kind, Number, Option, Quiz
from lessons.phrases import Phrases

THEN: Final = " → "
"""Between things in order."""


def right_answer(quiz: Quiz) -> str:
    """What is right, in one breath: A・C, B → A → C, 12.5%, オープンデータ; empty where nothing is."""
    if quiz.kind is Kind.ORDERING:
        return THEN.join(quiz.order)
    if quiz.number:
        return amount(quiz.number.value, quiz.number.unit)
    if quiz.accepted:
        return quiz.accepted[0]
    return "・".join(option.label for option in quiz.right)


def given_answer(quiz: Quiz, verdict: Verdict) -> str:
    """What was answered, the same way."""
    if quiz.kind is Kind.ORDERING:
        return THEN.join(verdict.given)
    if quiz.number:
        return amount(Decimal(verdict.given[0]), quiz.number.unit)
    if quiz.kind is Kind.SHORT:
        return verdict.given[0]
    return "・".join(f"{option.label} {option.text}".strip() for option in verdict.chosen)


def in_turn(options: Sequence[Option], say: Phrases) -> str:
    """One line a place: 1. B the text."""
    lines = (
        say("verdict.place", number=number, label=option.label, text=option.text)
        for number, option in enumerate(options, start=1)
    )
    return "\n".join(lines)


def amount(value: Decimal, unit: str) -> str:
    """As 12,000人."""
    return f"{value:,f}{unit}"


def leeway(number: Number, say: Phrases) -> str:
    """How far off still counts; empty where nothing does."""
    off = amount(number.tolerance, number.unit)
    return say("verdict.leeway", value=amount(number.value, number.unit), off=off) if number.tolerance else ""
