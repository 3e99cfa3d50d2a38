"""`kotsu course amend`: mend the edition that a cohort learns from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.commands.course.changed import line
from lessons.changes import ChangeKind
from lessons.library import BrokenCourse, Library
from lessons.packing import pack, read_pack
from lessons.phrases import phrases
from lessons.shelf import course_in, packed
from school.amending import Amendment, Turned, amend, amendment
from school.editions import laid
from store.values import Cohort
from store.work import Work

Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]


def mend(
    code: Annotated[str, typer.Argument(metavar="COHORT", help="The cohort's join code, as ABC234.")],
    source: Annotated[
        Path | None, typer.Option("--from", help="The course's folder or pack; the one on the shelf unless given.")
    ] = None,
    *,
    apply: Annotated[bool, typer.Option("--apply/--preview", help="Write it; otherwise only look.")] = False,
    org: Org = None,
) -> None:
    """Give a cohort on its way the mended words, facts and right answers of another edition.

    Shows what changes and who has met it. Lessons, questions or options that come, go or move are refused. Where
    another answer is right now, what was answered is marked anew, and whoever that concerns reads of it with their next
    lesson.
    """
    library = opening.read_library()
    with (opening.working if apply else opening.reading)(org) as work:
        cohort = opening.cohort_of(work, code)
        found = _amendment(work, library, cohort, source)
        for told in _told(work, found):
            typer.echo(told)
        if found.refused:
            opening.sorry("This edition cannot be given to a cohort on its way: see what is refused above.")
        if not found.is_new:
            typer.echo("The cohort learns from this edition already.")
        elif not apply:
            typer.echo(f"Nothing was changed. To do it: kotsu course amend {cohort.code} --apply")
        elif amend(work, found, opening.now()):
            typer.echo(f"{cohort.name} learns from {found.course.edition} ({found.packed.digest[:12]}) now.")
        else:
            opening.sorry("Another edition has come in between. Look again before you apply.")


def _amendment(work: Work, library: Library, cohort: Cohort, source: Path | None) -> Amendment:
    there = library.packed(cohort.course)
    if source is None and there is None:
        opening.sorry(f"The shelf does not have {cohort.course}: say where it is with --from FOLDER.")
    try:
        plain = packed(_packed(source)) if source else there
        if plain is None:
            raise LookupError(cohort.course)
        new = laid(work, plain, cohort.course)
        return amendment(work, library, cohort, course_in(new), new)
    except BrokenCourse as broken:
        opening.sorry(broken)


def _packed(source: Path) -> bytes:
    """A folder's pack, or a pack as it is; raises BrokenCourse."""
    if source.is_dir():
        return pack(source)
    try:
        raw = source.read_bytes()
    except OSError as why:
        opening.sorry(f"{source} cannot be read: {why.strerror}")
    bundle = read_pack(raw)
    if bundle.course is None:
        raise BrokenCourse(bundle.problems)
    return raw


def _told(work: Work, found: Amendment) -> Iterator[str]:
    names = {each.id: work.people.get(each.person).nickname for each in work.enrolments.in_cohort(found.cohort.id)}
    yield f"{found.cohort.name} ({found.cohort.code}): {found.cohort.edition} -> {found.course.edition}"
    for seen in found.seen:
        refused = " REFUSED" if seen.change.kind is ChangeKind.STRUCTURE else ""
        where = f"{seen.change.lesson} " if seen.change.lesson else ""
        yield f"{seen.change.kind.value:<9}{refused} {where}{line(seen.change, phrases('en'))}"
        if seen.change.kind is ChangeKind.KEY:
            yield f"          answered by {len(seen.answered)}: {_names(seen.answered, names) or 'nobody'}"
        elif seen.change.lesson:
            yield f"          delivered to {seen.delivered}, answered by {len(seen.answered)}"
    if found.turned:
        yield f"{_count(found.turned, right=True)} answers become right, {_count(found.turned, right=False)} wrong"


def _names(enrolments: tuple[int, ...], names: dict[int, str]) -> str:
    return "・".join(names[each] for each in enrolments)


def _count(turned: tuple[Turned, ...], *, right: bool) -> int:
    return sum(each.right is right for each in turned)
