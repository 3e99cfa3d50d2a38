"""Questions whose answers are typed or put in order: a number, a short text, an order."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import regex

from lessons.bundle.faults import Word
from lessons.exchange.gift.answers import Answer, amount, parted
from lessons.exchange.gift.prose import prose
from lessons.exchange.gift.shield import raw, shown, tail
from lessons.exchange.sheaf import Notes, labelled
from lessons.model import Number, Option

_SETTINGS: Final = regex.compile(
    r"\s*(?<count>\d+)?(?:\s+(?:ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG)\b)?(?:\s+(?:HORIZONTAL|HORI|H|VERTICAL|VERT|V)\b)?"
    r"(?:\s+(?<grading>ALL_OR_NOTHING|ABSOLUTE_POSITION|ABSOLUTE|ABS|RELATIVE\w*|REL|LONGEST_\w+)\b)?"
    r"(?:\s+(?:SHOW|TRUE|YES|HIDE|FALSE|NO)\b)?(?:\s+(?:none|123|abc|ABCD|iii|IIII)\b)?"
)


def number(answers: Word, unit: str, form: str, notes: Notes) -> tuple[Number | None, str]:
    """What the number must be, and what is said to whoever gives it."""
    body = answers if answers.text.startswith(("=", "~")) else Word(f"={answers.text}", answers.line)
    found = parted(body, notes.wrong)
    right = _right(found, answers.line, notes)
    if right is None:
        return None, ""
    value, tolerance = _reach(right.text, notes)
    made = None if value is None or tolerance is None else Number(value, tolerance, unit)
    return made, prose(right.why, form, notes)


def short(answers: Word, form: str, notes: Notes) -> tuple[tuple[str, ...], str]:
    """The texts that are right, the best one first, and what is said to whoever gives it."""
    found = parted(answers, notes.wrong)
    right = [each for each in found if each.is_full]
    _unheard([each for each in found if not each.is_full], notes)
    if not right:
        notes.wrong.note(answers.line, "no answer is wholly right", "one of them counts 100 %")
        return (), ""
    for each in right[1:]:
        if each.why.text and each.why.text != right[0].why.text:
            what = f"what is said to `{shown(each.text.text)[:20]}` is not kept"
            notes.left.note(each.why.line, what, "a short question has one explanation")
    return tuple(_heard(each, form, notes) for each in right), prose(right[0].why, form, notes)


def ordering(answers: Word, notes: Notes) -> tuple[Option, ...]:
    """The steps in the right order, one a line, exactly as they are written."""
    head = _SETTINGS.match(answers.text)
    count, grading = (head["count"], head["grading"]) if head else (None, None)
    steps = tail(answers, head.end() if head else 0)
    texts = [text for line in steps.text.split("\n") if (text := raw(line).strip())]
    if count is None:
        notes.wrong.note(answers.line, "the order does not say how many steps are shown", "write it as {>3 ALL …}")
    elif int(count) > len(texts) or len(texts) < 2:
        notes.wrong.note(answers.line, f"there are {len(texts)} steps, and {count} are shown", "one step a line")
    elif int(count) < len(texts):
        notes.left.note(answers.line, f"that only {count} of {len(texts)} steps are shown is not kept", "all are")
    if grading not in {None, "ALL_OR_NOTHING"}:
        notes.left.note(answers.line, f"the grading {grading} is not kept", "only the whole order is right")
    return labelled([Option("", text, right=False, why="") for text in texts])


def _right(found: Sequence[Answer], line: int, notes: Notes) -> Answer | None:
    """The one number that is wholly right."""
    full = [each for each in found if each.is_full and each.text.text != "*"]
    _unheard([each for each in found if each not in full], notes)
    if len(full) == 1:
        return full[0]
    what = f"{len(full)} numbers are wholly right" if full else "no number is wholly right"
    notes.wrong.note(line, what, "a question has one, perhaps with a tolerance: {#12.5:0.5}")
    return None


def _unheard(others: Sequence[Answer], notes: Notes) -> None:
    for each in others:
        text = shown(each.text.text)[:20] or "any other answer"
        counts = f", which counts {each.weight} %," if each.weight else ""
        why = "an answer is right here or it is not"
        notes.left.note(each.text.line, f"`{text}`{counts} and what is said to it are not kept", why)


def _reach(word: Word, notes: Notes) -> tuple[Decimal | None, Decimal | None]:
    """The value and how far off still counts, from 12.5, 12.5:0.5 or 12..13."""
    if (at := word.text.find("..")) > 0:
        low, high = amount(tail(word, 0, at), notes.wrong), amount(tail(word, at + 2), notes.wrong)
        if low is None or high is None:
            return None, None
        if low > high:
            notes.wrong.note(word.line, f"{low} is more than {high}", "write the smaller one first")
        return (low + high) / 2, abs(high - low) / 2
    if (at := word.text.find(":")) < 0:
        return amount(word, notes.wrong), Decimal(0)
    value, tolerance = amount(tail(word, 0, at), notes.wrong), amount(tail(word, at + 1), notes.wrong)
    if tolerance is not None and tolerance < 0:
        notes.wrong.note(word.line, f"the tolerance is {tolerance}", "write how far off still counts: 0 or more")
    return value, tolerance


def _heard(answer: Answer, form: str, notes: Notes) -> str:
    """An accepted text; in Moodle a star stands for anything, and for itself behind a backslash."""
    text = prose(answer.text, form, notes)
    if "*" in text.replace("\\*", ""):
        notes.left.note(
            answer.text.line, f"that * in `{text[:20]}` stands for anything is not kept", "it is a star here"
        )
    return text.replace("\\*", "*")
