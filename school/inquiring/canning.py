"""Answers that are given often are kept, and offered where a question is answered."""

from datetime import datetime
from typing import Final

from school.inquiring.replying import MOST
from school.rights import Actor, Verb, acts
from school.writing import Unfit, fit
from store.inquiry import Canned
from store.work import Work

TITLE: Final = 60  # characters


def add(work: Work, actor: Actor, title: str, body: str, at: datetime) -> Canned | Unfit:
    """One more is offered; raises NotAllowed, and AlreadyExists if one is called so."""
    named, words = fit(title, at, most=TITLE), fit(body, at, most=MOST)
    if isinstance(named, Unfit):
        return named
    if isinstance(words, Unfit):
        return words
    made = work.canned.add(named, words)
    acts(work, actor, Verb.ANSWER_QUESTIONS, target=f"canned:{made.id}", detail="added", at=at)
    return made


def remove(work: Work, actor: Actor, number: int, at: datetime) -> bool:
    """It is offered no more; False if there is none such. Raises NotAllowed."""
    acts(work, actor, Verb.ANSWER_QUESTIONS, target=f"canned:{number}", detail="removed", at=at)
    return work.canned.remove(number)
