"""`kotsu audit`: who did what, when, on whom."""

import getpass
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from bot import deeds, opening
from school.rights import Verb, acts, operator

app = typer.Typer(help="The audit log: who did what, and when. Nothing in it can change.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """A group, so that `audit export` stays `audit export` when more comes."""


@app.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write; standard output unless given.")] = None,
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """One line an act, oldest first, this one last. People are numbers here; the operator is called by their login."""
    with opening.working(org) as work, ExitStack() as stack:
        try:
            stream = stack.enter_context(file.open("w", encoding="utf-8-sig", newline="")) if file else sys.stdout
        except OSError as why:
            opening.sorry(f"{file} cannot be written: {why.strerror}")
        me = operator(getpass.getuser())
        acts(work, me, Verb.READ_AUDIT, target="audit", detail="exported", at=opening.now())
        deeds.write(work.audit.export(), stream)
