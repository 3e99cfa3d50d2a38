"""`kotsu questions`: what learners have asked the training office."""

from typing import Annotated

import typer

from bot import opening
from store.values import Note, NoteKind
from store.work import Work

app = typer.Typer(help="Questions: what learners have asked the training office.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """A group, so that `questions list` stays `questions list` when more comes."""


@app.command("list")
def list_(org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None) -> None:
    """Number, day, nickname and question, the oldest first. They may be about people's work: print them nowhere."""
    with opening.reading(org) as work:
        notes = work.notes.of_kind(NoteKind.QUESTION)
        for note in notes:
            typer.echo(_line(work, note))
    if not notes:
        typer.echo("Nobody has asked anything yet.")


def _line(work: Work, note: Note) -> str:
    at = note.at.astimezone(work.organisation.timezone)
    body = "\n      ".join(note.body.splitlines())
    return f"{note.id}  {at:%Y-%m-%d %H:%M}  {work.people.get(note.person).nickname}\n      {body}"
