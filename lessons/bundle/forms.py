"""The two forms of a knowledge test: parallel item by item, so that what changes between them is the learner."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lessons.assessment import Item, Mark
from lessons.bundle.faults import Page, Word
from lessons.bundle.questionnaire import LONGEST, dimension_of
from lessons.bundle.script import mapping, text_of
from lessons.bundle.stating import asked_about
from lessons.bundle.table import Table

KEYS: Final = ("items",)
OPTION: Final = 40  # characters of an option; a form in Slack has room for 75, whatever the language
WIDEST: Final = 75
_ITEM: Final = ("id", "topic", "d", "difficulty", "fact", "text", "options")
_OPTION: Final = ("text", "right")
_LETTERS: Final = "ABCD"
_ENOUGH: Final = 6  # items, from which on a pattern in the right answers can be seen


@dataclass(frozen=True, slots=True)
class Form:
    """One form as it is written: its items, and where each of them is."""

    page: Page
    items: tuple[Item, ...] = ()
    ids: tuple[Word, ...] = ()


def form(path: Path, page: Page) -> Form:
    """Read one form's file."""
    text = text_of(path, page)
    node = None if text is None else mapping(text, page)
    if node is None:
        return Form(page)
    table = Table(node, name="the form", keys=KEYS, page=page)
    tables = table.tables("items", name="the item", keys=_ITEM)
    items = tuple(_item(each) for each in tables)
    _balance(table, items)
    return Form(page, items, tuple(Word(item.id, each.line_of("id")) for item, each in zip(items, tables, strict=True)))


def compare(first: Form, second: Form) -> None:
    """Note wherever the second form is not parallel to the first."""
    if not (first.items and second.items):
        return
    if len(first.items) != len(second.items):
        why = f"{first.page.file} has {len(first.items)}, and the two are asked before and after"
        second.page.note(1, f"the form has {len(second.items)} items", why)
    for item, twin, word in zip(second.items, first.items, second.ids, strict=False):
        for key in ("topic", "dimension", "difficulty"):
            if getattr(item, key) != getattr(twin, key):
                what = f"`{item.id}` and `{twin.id}` differ in {'d' if key == 'dimension' else key}"
                second.page.note(word.line, what, "items in the same place are of one topic, D and difficulty")


def _item(table: Table) -> Item:
    difficulty = table.decimal("difficulty")
    if difficulty not in {1, 2, 3}:
        table.note("difficulty", f"`difficulty` is {difficulty}", "write 1 (easy), 2 or 3 (hard)")
    return Item(
        id=table.slug("id"),
        text=table.text("text", most=LONGEST),
        marks=_marks(table),
        dimension=dimension_of(table),
        topic=table.slug("topic"),
        difficulty=int(difficulty),
        fact=asked_about(Word(table.text("fact"), table.line_of("fact")), table.page),
    )


def _marks(item: Table) -> tuple[Mark, ...]:
    tables = item.tables("options", name="the option", keys=_OPTION)
    if tables and not 3 <= len(tables) <= len(_LETTERS):
        item.note("options", f"the item has {len(tables)} options", f"it wants 3 or {len(_LETTERS)}")
    marks = tuple(
        Mark(label, each.text("text", most=OPTION), each.flag("right"))
        for label, each in zip(_LETTERS, tables, strict=False)
    )
    right = sum(mark.right for mark in marks)
    if marks and right != 1:
        item.note("options", f"{right} options are right", "mark exactly one with `right: true`")
    for each, mark in zip(tables, marks, strict=False):
        if mark.text and sum(other.text == mark.text for other in marks) > 1:
            each.note("text", f"`{mark.text}` is there twice", "nobody could tell the two options apart")
    return marks


def _balance(table: Table, items: tuple[Item, ...]) -> None:
    """Who guesses by length or by place must not be right more often than by chance."""
    if len(items) < _ENOUGH:
        return
    longest = sum(_longest(item) for item in items)
    if longest * 3 > len(items):
        why = "make other options as long: at most a third may be"
        table.note("items", f"the right option is the longest in {longest} of {len(items)} items", why)
    places = Counter(_right(items))
    for label, count in places.items():
        if count * 2 > len(items):
            table.note(
                "items", f"{label} is right in {count} of {len(items)} items", "change the order of some options"
            )


def _longest(item: Item) -> bool:
    right = [len(mark.text) for mark in item.marks if mark.right]
    return bool(right) and all(len(mark.text) < right[0] for mark in item.marks if not mark.right)


def _right(items: tuple[Item, ...]) -> Iterator[str]:
    return (mark.label for item in items for mark in item.marks if mark.right)
