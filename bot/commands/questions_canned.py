"""`kotsu questions canned`: answers that are given often."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from school.inquiring import canning
from school.inquiring.replying import MOST
from school.rights import operator
from school.writing import Unfit
from store.errors import AlreadyExists

app = typer.Typer(help="Canned answers: offered where a question is answered.", no_args_is_help=True)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]


@app.command()
def add(
    title: Annotated[str, typer.Argument(help="What it is called, at most 60 characters.")],
    file: Annotated[Path, typer.Argument(help="A UTF-8 file with its text; - is standard input.")] = Path("-"),
    org: Org = None,
) -> None:
    """Add one."""
    try:
        body = sys.stdin.read() if file == Path("-") else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as why:
        opening.sorry(f"{file} cannot be read as UTF-8: {why}")
    with opening.working(org) as work:
        try:
            made = canning.add(work, operator(getpass.getuser()), title, body, opening.now())
        except AlreadyExists:
            opening.sorry(f"There is one called {title!r} already.")
        if isinstance(made, Unfit):
            opening.sorry(
                f"It needs a title of at most 60 characters and a text of at most {MOST}, without personal data."
            )
    typer.echo(f"{made.id}  {made.title}")


@app.command("list")
def list_(org: Org = None) -> None:
    """Number, title and text of each."""
    with opening.reading(org) as work:
        everything = work.canned.all()
    for each in everything:
        typer.echo(f"{each.id}  {each.title}\n" + "\n".join(f"      {line}" for line in each.body.splitlines()))
    if not everything:
        typer.echo("There is none. Add one: kotsu questions canned add TITLE FILE")


@app.command()
def remove(
    number: Annotated[int, typer.Argument(help="The number that `canned list` shows.")],
    org: Org = None,
) -> None:
    """Offer it no more."""
    with opening.working(org) as work:
        if not canning.remove(work, operator(getpass.getuser()), number, opening.now()):
            opening.sorry(f"There is no canned answer with the number {number}.")
    typer.echo(f"{number} is offered no more.")
