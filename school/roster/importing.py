"""Taking a roster over, and taking that back: each in one transaction, on record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from school.departing import depart, stay
from school.rights import Actor, Verb, acts, require
from school.roster.comparing import Comparison, compared
from school.roster.reading import Roster
from school.roster.standing import Standing, image, restored, standings
from store.office import Post, Section
from store.work import Work


class Why(StrEnum):
    """Why an import is not taken back; the phrase is `roster.kept_…`."""

    NONE = "none"  # there is none, or it was taken back
    CHANGED = "changed"  # somebody it concerned was changed since, or has joined


@dataclass(frozen=True, slots=True)
class Undone:
    """How many stand again as they stood before."""

    people: int


def preview(work: Work, actor: Actor, roster: Roster, at: datetime, *, complete: bool = False) -> Comparison:
    """What the roster would change; raises NotAllowed."""
    require(work, actor, Verb.IMPORT_ROSTER)
    return compared(work, roster, at.astimezone(work.organisation.timezone).date(), complete=complete)


def take(work: Work, actor: Actor, roster: Roster, at: datetime, *, complete: bool = False) -> Comparison:
    """The same, and it is so from now on; raises NotAllowed. A second time changes nothing. To those who have left
    nothing comes any more.
    """
    require(work, actor, Verb.IMPORT_ROSTER)
    work.imports.lock()
    found = preview(work, actor, roster, at, complete=complete)
    carry_out(work, actor, found, at)
    return found


def carry_out(work: Work, actor: Actor, found: Comparison, at: datetime) -> None:
    """What a comparison found, made in this very transaction after `work.imports.lock()`; raises NotAllowed."""
    if not found.changes:
        return
    told = " ".join(f"{kind.value}:{count}" for kind, count in sorted(found.counts.items()))
    acts(work, actor, Verb.IMPORT_ROSTER, target="roster", detail=told, at=at)
    before = {change.after.staff.number: change.before for change in found.changes}
    created = _sections(work, found.sections)
    after = _write(work, [change.after for change in found.changes], before)
    ended = depart(work, at)
    work.imports.keep(before=image(before), after=image(after), sections=created, ended=ended, at=at)


def undo(work: Work, actor: Actor, at: datetime) -> Undone | Why:
    """All that the last import concerned stand as they stood before it, unless something changed since; who would have
    left by it learns on.

    Raises NotAllowed. Only the last one can be taken back, and once.
    """
    require(work, actor, Verb.IMPORT_ROSTER)
    work.imports.lock()
    last = work.imports.last()
    if last is None or last.undone:
        return Why.NONE
    before, after, now = restored(last.before), restored(last.after), standings(work)
    if any(now.get(number) != each for number, each in after.items()):
        return Why.CHANGED
    acts(work, actor, Verb.IMPORT_ROSTER, target="roster", detail=f"undone people:{len(before)}", at=at)
    added = [now[number].staff.id for number, each in before.items() if each is None]
    _write(work, [each for each in before.values() if each], after)
    work.posts.clear_all(added)
    work.invitations.clear(added)
    work.staff.remove(added)
    used = {post.section for post in work.posts.all()}
    for section in last.sections:
        if section not in used:
            work.sections.close(section)
    stay(work, last.ended, at)
    work.imports.undo(last.id)
    return Undone(len(before))


def _sections(work: Work, paths: Iterable[str]) -> tuple[int, ...]:
    """Make these sections and those above them, or open them again; their numbers."""
    there = {section.path: section for section in work.sections.all()}
    return tuple(number for path in paths for number in _section(work, path, there))


def _section(work: Work, path: str, there: dict[str, Section]) -> list[int]:
    found = there.get(path)
    if found is not None and not found.closed:
        return []
    above = path.rpartition("/")[0]
    made = _section(work, above, there) if above else []
    if found is None:
        there[path] = work.sections.create(path, there[above].id if above else None)
    else:
        work.sections.close(found.id, closed=False)
        there[path] = work.sections.get(found.id)
    return [*made, there[path].id]


def _write(work: Work, wanted: list[Standing], before: Mapping[str, Standing | None]) -> dict[str, Standing]:
    """They stand so from now on, as is given back by number; in a few statements, however many they are, and only what
    is another than before is written: everybody else waits meanwhile.
    """
    was = {number: each for number, each in before.items() if each}
    new = [each.staff for each in wanted if each.staff.number not in was]
    work.staff.add(new)
    numbers = {each.number: each.id for each in work.staff.all()} if new else {}
    known = [each.staff for each in wanted if each.staff.number in was]
    work.staff.save_all([each for each in known if each != was[each.number].staff])
    now = {each.staff.number: _numbered(each, numbers.get(each.staff.number)) for each in wanted}
    moved = [each for number, each in now.items() if number not in was or each.places != was[number].places]
    work.posts.clear_all([each.staff.id for each in moved if each.staff.number in was])
    sections = {section.path: section.id for section in work.sections.all()}
    work.posts.add([post for each in moved for post in _posts(each, sections)])
    return now


def _numbered(standing: Standing, number: int | None) -> Standing:
    return replace(standing, staff=replace(standing.staff, id=number)) if number and not standing.staff.id else standing


def _posts(standing: Standing, sections: Mapping[str, int]) -> list[Post]:
    one = standing.staff.id
    return [Post(one, sections[place.path], place.title, concurrent=place.concurrent) for place in standing.places]
