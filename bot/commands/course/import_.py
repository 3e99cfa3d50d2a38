"""`kotsu course import`: questions from a file of others into a lesson."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import opening
from bot.commands.course.telling import Tongue, lines, spoken
from bot.exchanging import NoSuchLesson, Plan, plan
from lessons.bundle.faults import Problem
from lessons.exchange import gift, sheet
from lessons.exchange.sheaf import Malformed, Notes, Sheaf
from lessons.hygiene.advice import wording
from lessons.hygiene.faults import translated
from lessons.library import read


def import_(
    file: Annotated[Path, typer.Argument(help="Questions as .csv, .xlsx, or GIFT (.txt, .gift).")],
    into: Annotated[Path, typer.Option(help="The course's folder, with its course.yaml.")],
    lesson: Annotated[str, typer.Option(help="The id of the lesson they go into.")],
    *,
    fact: Annotated[str, typer.Option(help="What questions rest on that name nothing themselves.")] = "",
    only: Annotated[list[str] | None, typer.Option(help="Only the question with this id; may be said again.")] = None,
    write: Annotated[bool, typer.Option("--write/--preview", help="Write them, or only show what would be.")] = False,
    language: Annotated[Tongue | None, typer.Option(help="Tell it in ja or en; by LANG if not said.")] = None,
) -> None:
    """Show what would be added, and what of the file cannot be kept; with --write, add it. All questions or none.

    Whatever would break the course is named, and nothing is written. Status 1 then.
    """
    if not into.is_dir():
        opening.sorry(f"There is no folder {into}.")
    tongue = spoken(language)
    sheaf = _brought(file, into, fact, only or [], tongue)
    try:
        made = plan(into, lesson, sheaf, fact=fact, today=opening.now().date())
    except NoSuchLesson:
        opening.sorry(f"There is no lesson {lesson!r} in {into}.")
    except Malformed as broken:
        _refuse(broken.problems, tongue)
    if write:
        _carry_out(made)
    _tell(made, sheaf, tongue, written=write)


def _brought(file: Path, into: Path, fact: str, only: Collection[str], tongue: Tongue) -> Sheaf:
    course = read(into).course
    try:
        sheaf = _read(file, course.language if course else "ja", fact)
    except OSError as why:
        opening.sorry(f"{file} cannot be read: {why.strerror}.")
    except Malformed as broken:
        _refuse(broken.problems, tongue)
    if missing := set(only) - {draft.id for draft in sheaf.drafts}:
        opening.sorry(f"There is no question {', '.join(sorted(missing))} in {file}.")
    return sheaf.picked(only) if only else sheaf


def _read(file: Path, language: str, fact: str) -> Sheaf:
    """The questions in the file, whose name says what it is."""
    raw, notes = file.read_bytes(), Notes.on(str(file))
    match file.suffix.lower():
        case ".csv" | ".tsv":
            return sheet.read(sheet.from_commas(raw, notes.wrong), notes, language=language, fact=fact)
        case ".xlsx" | ".xlsm" | ".xls":
            return sheet.read(sheet.from_book(raw, notes.wrong), notes, language=language, fact=fact)
        case ".txt" | ".gift":
            return gift.read(raw, str(file), language=language)
        case other:
            return opening.sorry(f"{file} is of no known kind ({other or 'no ending'}): .csv, .xlsx, .txt or .gift.")


def _refuse(problems: Iterable[Problem], tongue: Tongue) -> NoReturn:
    for each in problems:
        typer.echo(lines(Path(), translated(each, tongue)))
    typer.echo(wording(tongue)["import"]["nothing_taken"], err=True)
    raise typer.Exit(1)


def _carry_out(made: Plan) -> None:
    try:
        made.carry_out()
    except OSError as why:
        opening.sorry(f"{made.own.path} cannot be written: {why.strerror}.")


def _tell(made: Plan, sheaf: Sheaf, tongue: Tongue, *, written: bool) -> None:
    words = wording(tongue)["import"]
    for each in sheaf.left:
        typer.echo(lines(Path(), translated(each, tongue), before=words["left"]))
    for draft, brought in zip(made.drafts, sheaf.drafts, strict=True):
        if brought.id and brought.id != draft.id:
            typer.echo(words["called"].format(id=draft.id, brought=brought.id))
    typer.echo(words["lines"].format(file=made.own.path, line=made.own.addition.at))
    for line in made.own.addition.lines:
        typer.echo(f"+ {line}".rstrip())
    for language, read_out in made.readings:
        typer.echo(words["reading"].format(file=read_out.path, line=read_out.addition.at, language=language))
    typer.echo(words["added" if written else "would_add"].format(count=len(made.drafts)))
