"""Questions whose answers are options: one right, several right, none right, true or false."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from lessons.bundle.faults import Word
from lessons.exchange.gift.answers import FULL, Answer, parted
from lessons.exchange.gift.marks import Marks
from lessons.exchange.gift.prose import prose
from lessons.exchange.gift.shapes import TRUE
from lessons.exchange.gift.shield import shown, tail
from lessons.exchange.sheaf import Notes, labelled
from lessons.model import Kind, Option

WORDS: Final = {"ja": ("正しい", "正しくない"), "easy": ("正しい", "正しくない"), "en": ("True", "False")}
_STEPS: Final = "12345"


def choice(answers: Word, said: Word, marks: Marks, form: str, notes: Notes) -> tuple[Kind, tuple[Option, ...], str]:
    """The kind of question that answers with at least one ~ make, its options, and the question's own last word."""
    found = parted(answers, notes.wrong)
    why = prose(said, form, notes)
    kind = _kind(found, answers.line, notes)
    if kind is Kind.POLL and marks.kind == Kind.SCALE:
        return Kind.SCALE, _steps(marks), marks.why or why
    if kind is Kind.POLL:
        _unjudged(found, notes)
        options = [Option("", prose(each.text, form, notes), right=False, why="") for each in found]
        return kind, labelled(options), marks.why or why
    rights = [each.mark == "=" if kind is Kind.SINGLE else each.weight > 0 for each in found]
    options = [_option(each, why, form, notes, is_right=right) for each, right in zip(found, rights, strict=True)]
    if why and all(each.why.text for each in found):
        notes.left.note(said.line, "what is said after any answer is not kept", "each option has its own explanation")
    return kind, labelled(options), ""


def true_or_false(answers: Word, said: Word, words: tuple[str, str], form: str, notes: Notes) -> tuple[Option, ...]:
    """True first, then false, in these words. Behind the first # is what a wrong answer hears, behind the second what
    a right one does.
    """
    parts = answers.text.split("#", 2)
    wrong_at, right_at = len(parts[0]) + 1, len("#".join(parts[:2])) + 1
    why = prose(said, form, notes)
    wrong = prose(tail(answers, wrong_at, right_at - 1), form, notes) if len(parts) > 1 else ""
    right = prose(tail(answers, right_at), form, notes) if len(parts) > 2 else ""
    if why and wrong and right:
        notes.left.note(said.line, "what is said after any answer is not kept", "true and false have their own")
    is_true = parts[0].strip() in TRUE
    first, second = (right or why, wrong or why) if is_true else (wrong or why, right or why)
    return Option("○", words[0], right=is_true, why=first), Option("×", words[1], right=not is_true, why=second)


def _kind(found: Sequence[Answer], line: int, notes: Notes) -> Kind:
    equals = sum(each.mark == "=" for each in found)
    if equals and len(found) > 1 and all(each.is_full for each in found):
        return Kind.POLL
    if equals > 1:
        why = "one is, and several are written with weights: ~%50%"
        notes.wrong.note(line, f"{equals} answers are wholly right beside wrong ones", why)
    if len(found) < 2:
        notes.wrong.note(line, "there is only one answer to choose", "write at least two")
    if equals:
        for each in found:
            if each.mark == "~" and each.weight > 0:
                what = f"that `{shown(each.text.text)[:20]}` counts {each.weight} % is not kept"
                notes.left.note(each.text.line, what, "here it is not right")
        return Kind.SINGLE
    _whole(found, line, notes)
    return Kind.MULTIPLE


def _whole(found: Sequence[Answer], line: int, notes: Notes) -> None:
    """Where several are right, all of them together are the whole."""
    total = sum((each.weight for each in found if each.weight > 0), Decimal(0))
    if not total:
        notes.wrong.note(line, "no answer is right", "write = before the right one, or weights such as ~%50%")
    elif not FULL - 1 < total < FULL + 1:
        notes.wrong.note(line, f"the right answers count {total} % together", "weights above 0 add up to 100")


def _unjudged(found: Sequence[Answer], notes: Notes) -> None:
    for each in found:
        if each.why.text:
            what = f"what is said to `{shown(each.text.text)[:20]}` is not kept"
            notes.left.note(each.why.line, what, "where every answer is welcome, one word is said after all of them")


def _option(answer: Answer, why: str, form: str, notes: Notes, *, is_right: bool) -> Option:
    return Option("", prose(answer.text, form, notes), right=is_right, why=prose(answer.why, form, notes) or why)


def _steps(marks: Marks) -> tuple[Option, ...]:
    texts = (marks.low, "", "", "", marks.high)
    return tuple(Option(label, text, right=False, why="") for label, text in zip(_STEPS, texts, strict=True))
