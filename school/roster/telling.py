"""What a roster would change, and what is wrong with it, in words: one line each."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from lessons.phrases import Phrases
from school.roster.comparing import Change, Comparison, Kind
from school.roster.faults import Fault
from school.roster.headings import Header
from school.roster.places import letters
from school.roster.standing import Standing

SHOWN: Final = 20
_LONG: Final = 40  # characters of a heading


def summed(found: Comparison, say: Phrases) -> tuple[tuple[str, str], ...]:
    """How many of each kind."""
    counted = [(say(f"roster.{kind.value}"), str(found.counts[kind])) for kind in Kind if found.counts.get(kind)]
    sections = [(say("roster.sections"), str(len(found.sections)))] if found.sections else []
    return (*counted, (say("roster.unchanged"), str(found.unchanged)), *sections)


def sections(found: Comparison, say: Phrases, shown: int = SHOWN) -> Iterator[str]:
    """The first of the sections that are new to a list that stands already: a slip of the pen makes one too."""
    if found.sections and not found.is_first:
        names = "、".join((*found.sections[:shown], *_more(len(found.sections) - shown, say)))
        yield say("roster.sections_new", names=names)


def changes(found: Comparison, say: Phrases, shown: int = SHOWN) -> Iterator[str]:
    """The first of the changes, one person a line, and how many more there are."""
    yield from (_change(each, say) for each in islice(found.changes, shown))
    yield from _more(len(found.changes) - shown, say)


def faults(found: Sequence[Fault], say: Phrases, shown: int = SHOWN) -> Iterator[str]:
    """The first of the faults, one a line, and how many more there are."""
    yield from (_fault(each, say) for each in found[:shown])
    yield from _more(len(found) - shown, say)


def places(header: Header) -> tuple[int, ...]:
    """The columns that have a heading."""
    return tuple(place for place, cell in enumerate(header.cells) if cell)


def heading(header: Header, place: int, say: Phrases, most: int = _LONG) -> str:
    """A column as people point at it: B列「なまえ」."""
    return say("roster.column", letter=letters(place), heading=header.cells[place][:most])


def headings(header: Header, there: Sequence[int], say: Phrases) -> str:
    """The first of these columns, and how many more there are; nothing where there are none."""
    named = (heading(header, place, say) for place in there[:SHOWN])
    return "、".join((*named, *_more(len(there) - SHOWN, say)))


def _more(count: int, say: Phrases) -> Iterator[str]:
    if count > 0:
        yield say("roster.more", count=count)


def _fault(fault: Fault, say: Phrases) -> str:
    what = say(f"roster.bad_{fault.why.value}", column=fault.column, seen=fault.seen)
    return say("roster.line", line=fault.line, column=fault.column, what=what) if fault.line else what


def _change(change: Change, say: Phrases) -> str:
    one, before = change.after.staff, change.before
    kinds = "・".join(say(f"roster.{kind.value}") for kind in change.kinds)
    was = before.staff.name if before and before.staff.name != one.name else ""
    name = f"{was} → {one.name}" if was else one.name
    places = " → ".join(dict.fromkeys(_places(each) for each in (before, change.after) if each))
    return f"[{kinds}] {one.number} {name}: {places}"


def _places(standing: Standing) -> str:
    return "、".join(" ".join(filter(None, (each.path, each.title))) for each in standing.places) or "-"
