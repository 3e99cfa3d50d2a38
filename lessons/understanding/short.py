"""A typed word or phrase: what is taken for an answer, and when two of them are the same."""

from typing import Final

from lessons.model import Quiz
from lessons.understanding.wording import folded, has_letters, plain, shown

MOST: Final = 100  # characters that are kept of what was written
_WORD: Final = 30  # characters a short answer may have in any case
_SENTENCE: Final = "、。!?,;"


def phrase(quiz: Quiz, text: str) -> tuple[str] | None:
    """The text as it was written, on one line; None if it is too long for a short answer, or a whole sentence.

    Whoever chats while a question waits has not answered it, and a first answer counts; but what is accepted is never
    turned away.
    """
    written = " ".join(text.split())[:MOST]
    if is_accepted(quiz, text):
        return (written,)
    most = max(_WORD, 2 * max(map(len, quiz.accepted), default=0))
    on_one_line = "\n" not in text.strip() and len(written) <= most
    said = plain(written)
    return (written,) if on_one_line and has_letters(said) and not any(mark in said for mark in _SENTENCE) else None


def is_accepted(quiz: Quiz, text: str) -> bool:
    """Whether it sounds like one of the accepted answers, with polite words around it or without."""
    sounds = {folded(shown(text)), folded(plain(text))} - {""}
    return not sounds.isdisjoint(folded(each) for each in quiz.accepted)
