"""What kind of question the answers make, in the order in which Moodle asks itself."""

from enum import StrEnum
from typing import Final

from lessons.bundle.faults import Word
from lessons.exchange.gift.marks import Marks
from lessons.model import Kind

TRUE: Final = {"T", "TRUE"}
_FALSE: Final = {"F", "FALSE"}


class Shape(StrEnum):
    """A kind of answers in GIFT."""

    ESSAY = "essay"
    NUMBER = "numerical"
    ORDER = "ordering"
    CHOICE = "multiple choice"
    PAIRS = "matching"
    TRUTH = "true or false"
    SHORT = "short answer"


def shape(answers: Word, said: Marks) -> Shape:
    """By how the answers begin and what marks are in them; an arrow makes pairs unless a kotsu line says otherwise."""
    text = answers.text
    if text[:1] in {"", "#", ">"}:
        return {"": Shape.ESSAY, "#": Shape.NUMBER, ">": Shape.ORDER}[text[:1]]
    if "~" in text:
        return Shape.CHOICE
    if "=" in text and "->" in text and said.kind != Kind.SHORT:
        return Shape.PAIRS
    return Shape.TRUTH if text.partition("#")[0].strip() in TRUE | _FALSE else Shape.SHORT
