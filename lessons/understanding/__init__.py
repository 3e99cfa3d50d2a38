"""What a typed answer means, whatever kind of question it answers."""

from typing import assert_never

from lessons.model import Kind, Quiz
from lessons.understanding.amount import amount
from lessons.understanding.options import NO, YES, chosen, ordered
from lessons.understanding.short import MOST, is_accepted, phrase
from lessons.understanding.wording import LONGEST, folded, has_letters, plain

__all__ = ["MOST", "NO", "YES", "folded", "has_letters", "is_accepted", "plain", "understand"]


def understand(quiz: Quiz, text: str) -> tuple[str, ...] | None:
    """What is logged as the answer: labels, in the quiz's order or in the order given where order is asked for; a
    number as a plain decimal; a short text as it was written.

    None if it means nothing here, or could mean two things. Bears any text whatever.
    """
    if len(text) > LONGEST:
        return None
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.MULTIPLE | Kind.POLL | Kind.SCALE:
            return chosen(quiz, text)
        case Kind.ORDERING:
            return ordered(quiz, text)
        case Kind.NUMBER:
            return amount(text, quiz.number.unit if quiz.number else "")
        case Kind.SHORT:
            return phrase(quiz, text)
        case Kind.REFLECTION:
            return None
        case _ as unreachable:
            assert_never(unreachable)
