"""What a roster would change: nothing is written here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from school.roster.headings import Field
from school.roster.reading import Entry, Roster
from school.roster.standing import Standing, ordered, standings
from store.office import Staff
from store.work import Work


class Kind(StrEnum):
    """What happens to somebody; several things may at once."""

    NEW = "new"
    BACK = "back"
    MOVED = "moved"
    RETITLED = "retitled"
    CONCURRENT = "concurrent"
    RENAMED = "renamed"
    MENDED = "mended"  # anything else about them
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Change:
    """How somebody stood and how they will; `before` is None for somebody new."""

    kinds: tuple[Kind, ...]
    before: Standing | None
    after: Standing


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes in the file's order, the sections that are new, and how many stay as they are."""

    changes: tuple[Change, ...]
    sections: tuple[str, ...]
    unchanged: int

    @property
    def is_first(self) -> bool:
        """Whether nobody in the file stood on the list before: then its sections are no slips of the pen."""
        return not self.unchanged and all(Kind.NEW in change.kinds for change in self.changes)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How often each thing happens."""
        return Counter(kind for change in self.changes for kind in change.kinds)


def compared(work: Work, roster: Roster, today: date, *, complete: bool = False) -> Comparison:
    """What taking the roster would change. Only a `complete` one says of those it does not name that they have left."""
    now = standings(work)
    found = [_change(now.get(entry.number), entry, roster) for entry in roster.entries]
    if complete:
        named = {entry.number for entry in roster.entries}
        gone = (each for number, each in now.items() if number not in named and each.staff.left_on is None)
        found += [Change((Kind.LEFT,), each, _gone(each, today)) for each in gone]
    changes = tuple(change for change in found if change.kinds)
    there = {section.path for section in work.sections.all() if not section.closed}
    paths = {place.path for change in changes for place in change.after.places}
    return Comparison(changes, tuple(sorted(paths - there)), len(found) - len(changes))


def _gone(standing: Standing, on: date) -> Standing:
    return Standing(replace(standing.staff, left_on=on), ())


def _change(before: Standing | None, entry: Entry, roster: Roster) -> Change:
    after = _after(before, entry, roster)
    if before is None:
        return Change((Kind.NEW,), None, after)
    kinds = [kind for kind, holds in _holding(before, after).items() if holds]
    if not kinds and before != after:
        kinds = [Kind.MENDED]
    return Change(tuple(kinds), before, after)


def _holding(before: Standing, after: Standing) -> Mapping[Kind, bool]:
    """Which of these things happened."""
    old, new = before.staff, after.staff
    was, now = before.titles, after.titles
    left = new.left_on is not None and old.left_on is None
    return {
        Kind.BACK: old.left_on is not None and new.left_on is None,
        Kind.LEFT: left,
        Kind.MOVED: not left and before.main != after.main,
        Kind.RETITLED: any(title != was[path] for path, title in now.items() if path in was),
        Kind.CONCURRENT: not left and was.keys() - before.main != now.keys() - after.main,
        Kind.RENAMED: old.name != new.name,
    }


def _after(before: Standing | None, entry: Entry, roster: Roster) -> Standing:
    """What the file says, and of what it has no column, what was known."""
    old = before.staff if before else Staff(0, entry.number, entry.name, "", "", "", "", "")
    has = roster.fields.__contains__
    staff = replace(
        old,
        name=entry.name,
        kana=entry.kana if has(Field.KANA) else old.kana,
        alias=entry.alias if has(Field.ALIAS) else old.alias,
        employment=entry.employment if has(Field.EMPLOYMENT) else old.employment,
        days=entry.days if has(Field.DAYS) else old.days,
        email=entry.email if has(Field.EMAIL) else old.email,
        left_on=entry.left_on,
    )
    kept = before.places if before else ()
    return Standing(staff, () if staff.left_on else ordered(entry.places) if roster.places_told else kept)
