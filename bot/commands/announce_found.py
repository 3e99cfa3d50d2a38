"""What the commands of announcements share: which one is meant, who acts, and how one is shown."""

import getpass
from typing import Annotated

import typer

from bot import opening
from bot.announced import outline
from school.rights import Actor, operator
from store.announcement import Announcement
from store.errors import NotFound
from store.work import Work

Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
Number = Annotated[int, typer.Argument(help="The announcement's number, as `announce list` shows it.")]


def me() -> Actor:
    """Whoever sits at the server."""
    return operator(getpass.getuser())


def found(work: Work, number: int) -> Announcement:
    """The announcement with this number, or an end that says there is none."""
    try:
        return work.announcements.get(number)
    except NotFound:
        opening.sorry(f"There is no announcement with the number {number}.")


def show(work: Work, announcement: Announcement) -> None:
    """Everything about it."""
    typer.echo("\n".join(outline(work, me(), announcement, opening.now())))
