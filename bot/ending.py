"""How a command ends that cannot do what was asked."""

from typing import NoReturn

import typer


def sorry(why: object) -> NoReturn:
    """Say it in plain words on standard error, and end with status 2: nothing was changed."""
    typer.echo(str(why), err=True)
    raise typer.Exit(2)
