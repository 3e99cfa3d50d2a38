"""The questionnaire's own file: self-ratings, behaviour, the closing questions, and the plan."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lessons.assessment import NO, YES, Assessment, Item, Mark
from lessons.bundle.faults import Page, Word
from lessons.bundle.script import mapping, text_of
from lessons.bundle.stages import stages
from lessons.bundle.table import Table, named
from lessons.dimension import Dimension
from lessons.phrases import phrases

KEYS: Final = ("scale", "ratings", "behaviour", "recommend", "comment", "plan")
RECOMMEND: Final = ("id", "text", "low", "high")
WORDS: Final = ("id", "text")
LONGEST: Final = 100  # characters of a question
_RATING: Final = ("id", "d", "skills", "text")
_STEPS: Final = "12345"
_THREE: Final = frozenset({Dimension.DESIGN, Dimension.DATA, Dimension.DIGITAL})


def questionnaire(
    path: Path, page: Page, numbers: Mapping[str, int], *, language: str
) -> tuple[Assessment, tuple[Word, ...]] | None:
    """The assessment without its knowledge forms, and the ids of its items; None if the file is none at all."""
    text = text_of(path, page)
    node = None if text is None else mapping(text, page)
    if node is None:
        return None
    table = Table(node, name="the questionnaire", keys=KEYS, page=page)
    marks = tuple(Mark(label, word) for label, word in zip(_STEPS, scale(table), strict=False))
    ratings = table.tables("ratings", name="the self-rating", keys=_RATING)
    behaviour = table.tables("behaviour", name="the behaviour", keys=WORDS)
    recommend = table.table("recommend", name="`recommend`", keys=RECOMMEND)
    comment = table.table("comment", name="`comment`", keys=WORDS)
    asked = [each for each in (*ratings, *behaviour, recommend, comment) if each is not None]
    ids = tuple(Word(each.slug("id"), each.line_of("id")) for each in asked)
    made = Assessment(
        ratings=tuple(_rating(each, marks) for each in ratings),
        behaviour=tuple(_item(each, yes_no(language)) for each in behaviour),
        forms=((), ()),
        closing=(*((_recommend(recommend),) if recommend else ()), *((_item(comment, ()),) if comment else ())),
        plan=stages(table, numbers),
    )
    return made, tuple(word for word in ids if word.text)


def scale(table: Table, *, wider: int = 1) -> tuple[str, ...]:
    """The five steps of the self-rating, the lowest first."""
    steps = table.words("scale")
    if steps and len(steps) != len(_STEPS):
        table.note("scale", f"`scale` has {len(steps)} steps", "it wants five, the lowest first")
    for step in steps:
        if len(step.text) > 20 * wider:
            table.page.note(step.line, f"`{step.text[:20]}…` is too long", f"at most {20 * wider} characters fit")
    return tuple(step.text for step in steps)


def yes_no(language: str) -> tuple[Mark, ...]:
    """What is ticked where something was done, or was not."""
    say = phrases(language)
    return Mark(YES, say("sitting.yes")), Mark(NO, say("sitting.no"))


def _rating(table: Table, marks: tuple[Mark, ...]) -> Item:
    dimension = dimension_of(table)
    skills = tuple(word.text for word in table.words("skills"))
    return Item(table.text("id"), table.text("text", most=LONGEST), marks, dimension=dimension, skills=skills)


def dimension_of(table: Table) -> Dimension | None:
    """One of the three Ds, which every figure is sorted by."""
    word = table.text("d")
    found = named(Word(word, table.line_of("d")), Dimension, table.page) if word else None
    if found and found not in _THREE:
        table.note("d", f"`{word}` is none of the three Ds", f"known are {', '.join(sorted(_THREE))}")
    return found


def _item(table: Table, marks: tuple[Mark, ...]) -> Item:
    return Item(table.text("id"), table.text("text", most=LONGEST), marks)


def _recommend(table: Table) -> Item:
    """From 0 to 10, as it is asked everywhere."""
    marks = tuple(Mark(str(figure), str(figure)) for figure in range(11))
    low, high = (table.text(key, most=20) for key in ("low", "high"))
    return Item(table.text("id"), table.text("text", most=LONGEST), marks, low=low, high=high)
