"""An assessment in another language: only its words; what is right stays where the course's own language says it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from lessons.assessment import Assessment, Item
from lessons.bundle import forms
from lessons.bundle.faults import Page
from lessons.bundle.questionnaire import KEYS, LONGEST, RECOMMEND, WORDS, scale, yes_no
from lessons.bundle.script import mapping, text_of
from lessons.bundle.table import Table

_ITEM: Final = ("id", "text", "options")
_OPTION: Final = ("text",)
_OWN: Final = tuple(key for key in KEYS if key != "plan")


def reworded(path: Path, page: Page, made: Assessment, *, file: str, language: str) -> Assessment:
    """The assessment with the words of one file in this language; `file` is the one that it reads."""
    text = text_of(path, page)
    node = None if text is None else mapping(text, page)
    if node is None:
        return made
    wider = 2 if language == "en" else 1
    if file.startswith("form-"):
        table = Table(node, name="the reading", keys=forms.KEYS, page=page)
        first, second = made.forms
        if file == "form-a.yaml":
            return made.with_forms(_form(table, first, wider), second)
        return made.with_forms(first, _form(table, second, wider))
    return _questionnaire(Table(node, name="the reading", keys=_OWN, page=page), made, wider, language)


def _questionnaire(table: Table, made: Assessment, wider: int, language: str) -> Assessment:
    steps = scale(table, wider=wider)
    recommend = table.table("recommend", name="`recommend`", keys=RECOMMEND)
    comment = table.table("comment", name="`comment`", keys=WORDS)
    ratings = _worded(table, "ratings", made.ratings, wider)
    closing = [
        _closing(each, base, wider) for each, base in zip((recommend, comment), made.closing, strict=False) if each
    ]
    return replace(
        made,
        ratings=tuple(
            replace(item, marks=tuple(replace(mark, text=word) for mark, word in zip(item.marks, steps, strict=False)))
            for item in ratings
        ),
        behaviour=tuple(
            replace(item, marks=yes_no(language)) for item in _worded(table, "behaviour", made.behaviour, wider)
        ),
        closing=tuple(closing),
    )


def _closing(table: Table, base: Item, wider: int) -> Item:
    _same(table, base)
    low, high = (table.text(key, most=20 * wider) if base.low else "" for key in ("low", "high"))
    return replace(base, text=table.text("text", most=LONGEST * wider), low=low, high=high)


def _worded(table: Table, key: str, own: Sequence[Item], wider: int) -> tuple[Item, ...]:
    tables = _matched(table, key, own, WORDS)
    return tuple(
        replace(base, text=each.text("text", most=LONGEST * wider)) for each, base in zip(tables, own, strict=False)
    )


def _form(table: Table, own: Sequence[Item], wider: int) -> tuple[Item, ...]:
    tables = _matched(table, "items", own, _ITEM)
    return tuple(_item(each, base, wider) for each, base in zip(tables, own, strict=False))


def _item(table: Table, base: Item, wider: int) -> Item:
    options = table.tables("options", name="the option", keys=_OPTION)
    if options and len(options) != len(base.marks):
        table.note("options", f"the item has {len(options)} options", f"the course's own has {len(base.marks)}")
    most = min(forms.OPTION * wider, forms.WIDEST)
    marks = (replace(mark, text=each.text("text", most=most)) for each, mark in zip(options, base.marks, strict=False))
    return replace(base, text=table.text("text", most=LONGEST * wider), marks=tuple(marks))


def _matched(table: Table, key: str, own: Sequence[Item], keys: tuple[str, ...]) -> tuple[Table, ...]:
    """The same items in the same order, as many as there are."""
    tables = table.tables(key, name="the item", keys=keys)
    if tables and len(tables) != len(own):
        table.note(key, f"the reading has {len(tables)} of these", f"the course's own has {len(own)}")
    for each, base in zip(tables, own, strict=False):
        _same(each, base)
    return tables


def _same(table: Table, base: Item) -> None:
    if (said := table.text("id")) and said != base.id:
        table.note("id", f"the id is `{said}`", f"in this place the course's own has `{base.id}`")
