"""What is said while somebody picks or puts in order, before it counts."""

from collections.abc import Sequence

from lessons.cards.answered import THEN
from lessons.cards.answers import labels
from lessons.model import Kind, Quiz
from lessons.phrases import Phrases


def so_far(quiz: Quiz, picked: Sequence[str], say: Phrases) -> str:
    """What is picked now, or how things stand in order, and what is left to do."""
    if quiz.kind is not Kind.ORDERING:
        return say("quiz.picked", labels="・".join(picked)) if picked else say("quiz.picked_none")
    left = len(quiz.options) - len(picked)
    if not picked:
        return say("quiz.placed_none")
    return say("quiz.placed" if left else "quiz.placed_all", labels=THEN.join(picked), left=left)


def not_yet(quiz: Quiz, say: Phrases) -> str:
    """Why what is picked is no answer yet."""
    if quiz.kind is Kind.ORDERING:
        return say("quiz.place_all", labels=labels(quiz))
    return say("quiz.pick_first")
