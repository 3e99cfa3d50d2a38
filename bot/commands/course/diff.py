"""`kotsu course diff`: what a new edition of a course changes for those who learn."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.course.changed import line
from bot.commands.course.course_at import course_at
from bot.commands.course.shifted import overlay_at, shift_line
from bot.commands.course.telling import Tongue, spoken
from lessons.changes import Change, ChangeKind, changes
from lessons.model import Course
from lessons.overlay import under
from lessons.phrases import Phrases, phrases


def diff(
    old: Annotated[Path, typer.Argument(help="The edition there was: a course's folder, or a pack.")],
    new: Annotated[Path, typer.Argument(help="The edition there will be.")],
    overlay: Annotated[Path | None, typer.Option(help="An overlay's folder: what must be looked at in it.")] = None,
    language: Annotated[Tongue | None, typer.Option(help="Tell it in ja or en; by LANG if not said.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Tell it to a program.")] = False,  # noqa: FBT002
) -> None:
    """Tell what learners would notice: changed right answers first, then lesson by lesson."""
    before, after = course_at(old), course_at(new)
    found = changes(before, after)
    shifts = under(before, after, overlay_at(overlay, before)) if overlay else ()
    if as_json:
        rows = [{"shift": type(each).__name__, **asdict(each)} for each in shifts]
        both = figures(before, after, found) | ({"overlay": rows} if overlay else {})
        typer.echo(json.dumps(both, ensure_ascii=False, indent=2))
        return
    say = phrases(spoken(language).value)
    for told in _told(before, after, found, say):
        typer.echo(told)
    if overlay:
        typer.echo(f"\n{say('overlay.under' if shifts else 'overlay.untouched')}")
    for each in shifts:
        typer.echo(f"  {shift_line(each, say)}")


def figures(old: Course, new: Course, found: Sequence[Change]) -> dict[str, object]:
    """For a program: both editions, how many changes there are of each kind, whether a cohort on its way can take them,
    and each change by its fields.
    """
    counts = Counter(change.kind for change in found)
    return {
        "old": {"id": old.id, "title": old.title, "edition": old.edition},
        "new": {"id": new.id, "title": new.title, "edition": new.edition},
        "counts": {kind.value: counts[kind] for kind in ChangeKind},
        "amendable": not counts[ChangeKind.STRUCTURE],
        "changes": [{"kind": each.kind.value, "change": type(each).__name__, **asdict(each)} for each in found],
    }


def _told(old: Course, new: Course, found: Sequence[Change], say: Phrases) -> Iterator[str]:
    yield f"{old.title} {old.edition} → {new.title} {new.edition}"
    if not found:
        yield say("changes.none")
        return
    yield _counted(found, say)
    yield say("changes.refused" if any(each.kind is ChangeKind.STRUCTURE for each in found) else "changes.amendable")
    keys = [each for each in found if each.kind is ChangeKind.KEY]
    if keys:
        yield f"\n{say('changes.keys')}"
        yield from (f"  {line(each, say)}" for each in keys)
    for lesson, heading in _headings(old, new, say):
        own = [each for each in found if each.lesson == lesson and each.kind is not ChangeKind.KEY]
        if own:
            yield f"\n{heading}"
            yield from (f"  {line(each, say)}" for each in own)


def _counted(found: Sequence[Change], say: Phrases) -> str:
    counts = Counter(change.kind for change in found)
    return "  ".join(say(f"changes.kind_{kind.value}", count=counts[kind]) for kind in ChangeKind if counts[kind])


def _headings(old: Course, new: Course, say: Phrases) -> Iterator[tuple[str, str]]:
    """The course as a whole, the new edition's lessons in order, and those that are gone."""
    yield "", say("changes.whole")
    still = {lesson.id for lesson in new.lessons}
    for lesson in (*new.lessons, *(each for each in old.lessons if each.id not in still)):
        yield lesson.id, say("changes.lesson", day=lesson.number, title=lesson.title)
