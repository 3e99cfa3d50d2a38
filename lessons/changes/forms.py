"""What is asked before a course, in its middle and after it."""

from collections.abc import Iterator

from lessons.assessment import Assessment, Item
from lessons.changes.change import FormsRemade, Part, Reworded
from lessons.changes.texts import languages
from lessons.model import Course


def of_course(old: Course, new: Course) -> Iterator[FormsRemade | Reworded]:
    """Items by their ids: their wording may change, what they are may not."""
    before, after = _items(old.assessment), _items(new.assessment)
    for key, item in after.items():
        if key not in before or _shape(before[key]) != _shape(item):
            yield FormsRemade(key, _told(before.get(key)), _told(item))
        yield from _reworded(key, before.get(key), item, "")
    yield from (FormsRemade(key, _told(item), "") for key, item in before.items() if key not in after)
    if _plan(old.assessment) != _plan(new.assessment):
        yield FormsRemade("", _plan(old.assessment), _plan(new.assessment))
    for language in languages(old, new):
        yield from _read(old, new, language)


def _read(old: Course, new: Course, language: str) -> Iterator[Reworded]:
    before, after = _items(old.spoken(language).assessment), _items(new.spoken(language).assessment)
    own_before, own_after = _items(old.assessment), _items(new.assessment)
    for key, item in after.items():
        if (before.get(key), item) != (own_before.get(key), own_after.get(key)):
            yield from _reworded(key, before.get(key), item, language)


def _reworded(key: str, old: Item | None, new: Item, language: str) -> Iterator[Reworded]:
    if old is None:
        return
    if old.text != new.text:
        yield Reworded("", key, Part.QUESTION, "", old.text, new.text, language)
    marks = {mark.label: mark.text for mark in old.marks}
    for mark in new.marks:
        was = marks.get(mark.label, mark.text)
        if was != mark.text:
            yield Reworded("", key, Part.OPTION, mark.label, was, mark.text, language)
    for end, before, after in (("low", old.low, new.low), ("high", old.high, new.high)):
        if before != after:
            yield Reworded("", key, Part.OPTION, end, before, after, language)


def _items(asked: Assessment | None) -> dict[str, Item]:
    if asked is None:
        return {}
    every = (*asked.ratings, *asked.behaviour, *asked.forms[0], *asked.forms[1], *asked.closing)
    return {item.id: item for item in every}


def _shape(item: Item) -> object:
    """What its answers are counted by."""
    return [(mark.label, mark.right) for mark in item.marks], item.dimension, item.skills, item.topic, item.difficulty


def _told(item: Item | None) -> str:
    if item is None:
        return ""
    marks = " / ".join(f"{mark.label} {mark.text}{' ✔' if mark.right else ''}" for mark in item.marks)
    return f"{item.text} {marks}".strip()


def _plan(asked: Assessment | None) -> str:
    stages = asked.plan if asked else ()
    return " / ".join(
        f"{each.occasion.value} {each.lesson or each.days or ''}: {', '.join(each.parts)}" for each in stages
    )
