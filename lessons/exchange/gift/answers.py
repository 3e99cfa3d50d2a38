"""What stands in the braces: answers after = and ~, their weights, and what is said to whoever gives them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

import regex

from lessons.bundle.faults import Page, Word
from lessons.exchange.gift.shield import shown, tail

FULL: Final = Decimal(100)
_ANSWER: Final = regex.compile(r"[=~][^=~]*")
_MOST: Final = 12  # digits of a number


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `mark` is = or ~; `weight` is how much it counts, in per cent, by its mark where it says nothing."""

    mark: str
    weight: Decimal
    text: Word
    why: Word

    @property
    def is_full(self) -> bool:
        return self.weight == FULL


def general(answers: Word) -> tuple[Word, Word]:
    """What is said after any answer (the last `####`), parted from the answers themselves."""
    at = answers.text.rfind("####")
    if at < 0:
        return answers, Word("", answers.line)
    return tail(answers, 0, at), tail(answers, at + 4)


def parted(answers: Word, page: Page) -> tuple[Answer, ...]:
    """The answers in order; noted is what stands before the first, and every weight that is none."""
    first = _ANSWER.search(answers.text)
    before = tail(answers, 0, first.start() if first else None)
    if before.text:
        page.note(
            before.line, f"`{shown(before.text)[:20]}` stands before the first answer", "answers begin with = or ~"
        )
    return tuple(_answers(answers, page))


def amount(word: Word, page: Page) -> Decimal | None:
    """A number; None, and a note, if it is none."""
    text = shown(word.text)
    try:
        value = Decimal(text)
    except InvalidOperation:
        page.note(word.line, f"`{text[:20]}` is no number", "write digits, perhaps with a point and a minus")
        return None
    if not value.is_finite() or value.adjusted() >= _MOST:
        page.note(word.line, f"`{text[:20]}` is no number a question can have", f"at most {_MOST} digits")
        return None
    return value


def _answers(answers: Word, page: Page) -> Iterator[Answer]:
    for match in _ANSWER.finditer(answers.text):
        mark, word = match[0][0], tail(answers, match.start() + 1, match.end())
        weight, word = _weighed(word, FULL if mark == "=" else Decimal(0), page)
        at = word.text.find("#")
        text, why = (word, Word("", word.line)) if at < 0 else (tail(word, 0, at), tail(word, at + 1))
        if not text.text and not (mark == "~" and why.text):
            page.note(word.line, f"there is no answer after `{mark}`", f"write \\{mark} where the mark itself is meant")
        yield Answer(mark, weight, text, why)


def _weighed(word: Word, default: Decimal, page: Page) -> tuple[Decimal, Word]:
    if not word.text.startswith("%"):
        return default, word
    end = word.text.find("%", 1)
    if end < 0:
        page.note(word.line, "a weight never ends", "write it as %50%")
        return default, word
    weight = amount(tail(word, 1, end), page)
    if weight is not None and abs(weight) > FULL:
        page.note(word.line, f"the weight {weight} is too much", "it is between -100 and 100")
    return default if weight is None else weight, tail(word, end + 1)
