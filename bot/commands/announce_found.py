"""What the commands of announcements share: which one is meant, who acts, and how one is shown."""

import getpass
import re
from typing import Annotated, Final

import typer

from bot import opening
from bot.announced import outline
from school.rights import Actor, operator
from store.announcement import Announcement
from store.errors import NotFound
from store.work import Work

Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
Read = Annotated[
    str, typer.Argument(metavar="NUMBER-VERSION", help="The announcement, and the version you have read: 12-2.")
]
Number = Annotated[int, typer.Argument(help="The announcement's number, as `announce list` shows it.")]
_VERSION: Final = re.compile(r"(?P<number>[0-9]{1,18})-(?P<version>[0-9]{1,9})")


def me() -> Actor:
    """Whoever sits at the server."""
    return operator(getpass.getuser())


def found(work: Work, number: int) -> Announcement:
    """The announcement with this number, or an end that says there is none."""
    try:
        return work.announcements.get(number)
    except NotFound:
        opening.sorry(f"There is no announcement with the number {number}.")


def read_of(work: Work, text: str) -> tuple[Announcement, int]:
    """The announcement, and the version that whoever names it so has read; or an end that says what is missing."""
    parts = _VERSION.fullmatch(text)
    if parts is None:
        opening.sorry(f"{text!r} does not say which version you have read. `announce show` tells it, as in 12-2.")
    return found(work, int(parts["number"])), int(parts["version"])


def show(work: Work, announcement: Announcement) -> None:
    """Everything about it."""
    typer.echo("\n".join(outline(work, me(), announcement, opening.now())))
