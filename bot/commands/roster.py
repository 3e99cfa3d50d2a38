"""`kotsu roster`: the list of staff."""

import getpass
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import opening
from bot.commands.roster_invite import invite
from bot.roster import to_book, to_commas
from lessons.phrases import phrases
from school.rights import operator
from school.roster import importing, telling
from school.roster.faults import Malformed
from school.roster.files import MOST
from school.roster.importing import Undone
from school.roster.reading import Roster, read
from school.roster.writing import exported
from store.work import Work

app = typer.Typer(help="Roster: the list of staff, in and out.", no_args_is_help=True)
app.command()(invite)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The roster as .csv (any encoding of Excel's) or .xlsx.")],
    *,
    apply: Annotated[bool, typer.Option("--apply/--preview", help="Take it over, or only show what changes.")] = False,
    complete: Annotated[bool, typer.Option("--complete", help="Whoever is not in the file has left.")] = False,
    map_: Annotated[list[str] | None, typer.Option("--map", help="列名=項目 for a column of another name.")] = None,
    org: Org = None,
) -> None:
    """Show what a roster changes, or take it over: all of it or, if a single row is wrong, nothing."""
    with (opening.working if apply else opening.reading)(org) as work:
        roster = _read(work, file, map_ or [])
        say, actor = phrases(work.organisation.language), operator(getpass.getuser())
        found = (importing.take if apply else importing.preview)(work, actor, roster, opening.now(), complete=complete)
        if not apply:
            typer.echo(say("roster.preview", kind=roster.kind, people=len(roster.entries)))
        _tell(telling.faults(roster.warnings, say))
        _tell(telling.sections(found, say))
        _tell(f"{name}: {count}" for name, count in telling.summed(found, say))
        _tell(telling.changes(found, say))
        if not found.changes:
            typer.echo(say("roster.nothing"))
        elif apply:
            typer.echo(say("roster.done"))


@app.command()
def undo(org: Org = None) -> None:
    """Take the last import back, if nothing of it was changed since."""
    with opening.working(org) as work:
        say = phrases(work.organisation.language)
        outcome = importing.undo(work, operator(getpass.getuser()), opening.now())
        if not isinstance(outcome, Undone):
            opening.sorry(say(f"roster.kept_{outcome.value}"))
        typer.echo(say("roster.undone", people=outcome.people))


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to write: .csv or .xlsx.")],
    *,
    cp932: Annotated[bool, typer.Option("--cp932", help="CSV for old programs; what it lacks becomes 〓.")] = False,
    org: Org = None,
) -> None:
    """Write everybody on the list, so that it can be imported again."""
    if file.suffix.lower() not in {".csv", ".xlsx"}:
        opening.sorry(f"{file} is neither .csv nor .xlsx.")
    with opening.working(org) as work:
        say = phrases(work.organisation.language)
        rows = exported(work, operator(getpass.getuser()), opening.now())
        sheet = to_book(rows) if file.suffix.lower() == ".xlsx" else to_commas(rows, cp932=cp932)
        try:
            file.write_bytes(sheet.content)
        except OSError as why:
            opening.sorry(f"{file} cannot be written: {why.strerror}")
        if sheet.affected:
            typer.echo(say("roster.unmapped", count=len(sheet.affected)))
            _tell(sheet.affected)
        typer.echo(f"{file}: {len(rows) - 1}")


def _read(work: Work, file: Path, mapping: list[str]) -> Roster:
    try:
        with file.open("rb") as stream:
            return read(stream.read(MOST + 1), file.name, mapping)  # one byte more than is taken tells enough
    except OSError as why:
        opening.sorry(f"{file} cannot be read: {why.strerror}.")
    except Malformed as wrong:
        _refuse(work, wrong)


def _refuse(work: Work, wrong: Malformed) -> NoReturn:
    say = phrases(work.organisation.language)
    _tell(telling.faults(wrong.faults, say))
    opening.sorry(say("roster.refused"))


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
