"""GIFT → questions."""

from dataclasses import replace
from typing import assert_never

from lessons.bundle.faults import Word
from lessons.exchange.gift.answers import general
from lessons.exchange.gift.blocks import CATEGORY, Asked, Block, asked, blocks, text_of
from lessons.exchange.gift.choices import WORDS, choice, true_or_false
from lessons.exchange.gift.given import number, ordering, short
from lessons.exchange.gift.marks import Marks, marks
from lessons.exchange.gift.prose import format_of, prose
from lessons.exchange.gift.shapes import Shape, shape
from lessons.exchange.gift.shield import shown, tail
from lessons.exchange.sheaf import Draft, Gathering, Notes, Sheaf
from lessons.model import Kind


def read(raw: bytes, file: str, *, language: str = "ja") -> Sheaf:
    """The questions in a GIFT file, which problems call `file`. True and false are said in the course's language.

    A title is the question's id if it can be one. Raises Malformed, with every line that is wrong.
    """
    gathering = Gathering(Notes.on(file))
    text = text_of(raw, gathering.notes.wrong)
    for block in blocks(text or ""):
        if block.word.text.startswith(CATEGORY):
            _category(block, gathering.notes)
        elif quiz := _quiz(block, WORDS.get(language, WORDS["en"]), gathering.notes):
            gathering.add(quiz, block.word.line)
    return gathering.sheaf()


def _category(block: Block, notes: Notes) -> None:
    name = tail(block.word, len(CATEGORY))
    if not name.text:
        notes.wrong.note(block.word.line, "the category has no name", "write it as $CATEGORY: name")
    elif "\n" in name.text:
        notes.wrong.note(block.word.line, "a category is followed by more", "a blank line comes after it")
    else:
        notes.left.note(name.line, f"the category `{shown(name.text)}` is not kept", "questions go where you say")


def _quiz(block: Block, words: tuple[str, str], notes: Notes) -> Draft | None:
    said, parts = marks(block.comments, notes.wrong), asked(block, notes.wrong)
    if parts is None:
        return None
    text = prose(parts.text, "moodle", notes)
    if parts.answers is None:
        notes.left.note(parts.text.line, f"the description `{text[:20]}` is not kept", "it asks nothing")
        return None
    if not text:
        notes.wrong.note(parts.text.line, "there is no question before the answers", "write what is asked")
    blank = Draft(parts.title, Kind.REFLECTION, text, fact=said.fact, scenario=bool(said.scenario))
    made = _answered(blank, parts, said, words, notes)
    if made and said.kind and made.kind != said.kind:
        notes.wrong.note(parts.answers.line, f"the answers make a `{made.kind}`", f"a kotsu line says `{said.kind}`")
    return made


def _answered(blank: Draft, parts: Asked, said: Marks, words: tuple[str, str], notes: Notes) -> Draft | None:
    """The question with its answers; None, and a note, where they are pairs to be matched."""
    answers, after = general(parts.answers or parts.text)
    form = format_of(parts.text.text, "moodle")
    match shape(answers, said):
        case Shape.ESSAY:
            return replace(blank, why=_last(said, after, form, notes))
        case Shape.NUMBER:
            found, own = number(tail(answers, 1), said.unit, form, notes)
            return replace(blank, kind=Kind.NUMBER, number=found, why=_last(said, after, form, notes) or own)
        case Shape.ORDER:
            steps = ordering(tail(answers, 1), notes)
            return replace(blank, kind=Kind.ORDERING, options=steps, why=_last(said, after, form, notes))
        case Shape.CHOICE:
            kind, options, why = choice(answers, after, said, form, notes)
            return replace(blank, kind=kind, options=options, why=why)
        case Shape.PAIRS:
            notes.left.note(answers.line, f"the pairs of `{blank.text[:20]}` are not kept", "there is no matching here")
            return None
        case Shape.TRUTH:
            options = true_or_false(answers, after, (said.yes or words[0], said.no or words[1]), form, notes)
            return replace(blank, kind=Kind.TRUEFALSE, options=options)
        case Shape.SHORT:
            accepted, own = short(answers, form, notes)
            return replace(blank, kind=Kind.SHORT, accepted=accepted, why=_last(said, after, form, notes) or own)
        case _ as unreachable:
            assert_never(unreachable)


def _last(said: Marks, after: Word, form: str, notes: Notes) -> str:
    """The question's own last word."""
    return said.why or prose(after, form, notes)
