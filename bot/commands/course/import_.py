"""`kotsu course import`: questions from a file of others into a lesson."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import opening
from bot.exchanging import NoSuchLesson, Plan, plan
from lessons.bundle.faults import Problem
from lessons.exchange import gift, sheet
from lessons.exchange.sheaf import Malformed, Notes, Sheaf
from lessons.library import read


def import_(
    file: Annotated[Path, typer.Argument(help="Questions as .csv, .xlsx, or GIFT (.txt, .gift).")],
    into: Annotated[Path, typer.Option(help="The course's folder, with its course.yaml.")],
    lesson: Annotated[str, typer.Option(help="The id of the lesson they go into.")],
    *,
    fact: Annotated[str, typer.Option(help="What questions rest on that name nothing themselves.")] = "",
    only: Annotated[list[str] | None, typer.Option(help="Only the question with this id; may be said again.")] = None,
    write: Annotated[bool, typer.Option("--write/--preview", help="Write them, or only show what would be.")] = False,
) -> None:
    """Show what would be added, and what of the file cannot be kept; with --write, add it. All questions or none.

    Whatever would break the course is named, and nothing is written. Status 1 then.
    """
    if not into.is_dir():
        opening.sorry(f"There is no folder {into}.")
    sheaf = _brought(file, into, fact, only or [])
    try:
        made = plan(into, lesson, sheaf, fact=fact, today=opening.now().date())
    except NoSuchLesson:
        opening.sorry(f"There is no lesson {lesson!r} in {into}.")
    except Malformed as broken:
        _refuse(broken.problems)
    if write:
        _carry_out(made)
    _tell(made, sheaf, written=write)


def _brought(file: Path, into: Path, fact: str, only: Collection[str]) -> Sheaf:
    course = read(into).course
    try:
        sheaf = _read(file, course.language if course else "ja", fact)
    except OSError as why:
        opening.sorry(f"{file} cannot be read: {why.strerror}.")
    except Malformed as broken:
        _refuse(broken.problems)
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


def _refuse(problems: Iterable[Problem]) -> NoReturn:
    for each in problems:
        typer.echo(f"{each.file}:{each.line}: {each.what} ({each.why})")
    typer.echo("Nothing was taken.", err=True)
    raise typer.Exit(1)


def _carry_out(made: Plan) -> None:
    try:
        made.carry_out()
    except OSError as why:
        opening.sorry(f"{made.own.path} cannot be written: {why.strerror}.")


def _tell(made: Plan, sheaf: Sheaf, *, written: bool) -> None:
    for each in sheaf.left:
        typer.echo(f"left behind: {each.file}:{each.line}: {each.what} ({each.why})")
    for draft, brought in zip(made.drafts, sheaf.drafts, strict=True):
        if brought.id and brought.id != draft.id:
            typer.echo(f"called {draft.id}: {brought.id!r} is taken, or no id")
    typer.echo(f"{made.own.path}, from line {made.own.addition.at}:")
    for line in made.own.addition.lines:
        typer.echo(f"+ {line}".rstrip())
    for language, read_out in made.readings:
        at = f"{read_out.path}, from line {read_out.addition.at}"
        typer.echo(f"{at}: the same words; put them into {language!r} there")
    count = len(made.drafts)
    typer.echo(f"{count} added." if written else f"{count} would be added. Nothing is written yet: say --write.")
