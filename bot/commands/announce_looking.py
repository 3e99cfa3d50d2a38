"""`kotsu announce preview`, `show`, `list` and `ledger`: nothing is changed."""

from typing import Annotated

import typer

from bot import opening
from bot.announced import STAGES, looks
from bot.commands import announce_found
from bot.commands.announce_found import Number, Org, found, me
from lessons.phrases import phrases
from messages.letter import State
from school.announcing import ledger as ledgers


def preview(number: Number, org: Org = None) -> None:
    """How LINE and Slack will show it, whom it reaches at this moment, and what that costs."""
    with opening.reading(org) as work:
        typer.echo("\n".join(looks(work, me(), found(work, number), opening.now())))


def show(number: Number, org: Org = None) -> None:
    """What it says, whom it reaches, how far it is, what was decided and answered."""
    with opening.reading(org) as work:
        announce_found.show(work, found(work, number))


def list_(org: Org = None) -> None:
    """All announcements, the newest first."""
    with opening.reading(org) as work:
        for each in work.announcements.all():
            way = work.announcements.way(each.id)
            typer.echo(f"{each.id}  {STAGES[each.stage]:<12}  {way.sent}/{way.total}  {each.notice.title}")


def ledger(
    number: Number,
    page: Annotated[int, typer.Option(min=1, help="Which page, if there are several.")] = 1,
    org: Org = None,
    *,
    everybody: Annotated[bool, typer.Option("--all", help="Those whom it reached, too.")] = False,
) -> None:
    """Whom it did not reach, by name, and why."""
    say = phrases("en")
    with opening.reading(org) as work:
        states = tuple(State) if everybody else ledgers.LOST
        told = ledgers.ledger(work, me(), found(work, number), number=page, states=states)
    for line in told.lines:
        typer.echo(f"{line.called or say('ledger.erased')}  {line.channel}  {say(f'ledger.{line.fate.value}')}")
    typer.echo(f"{told.total} in all, page {told.number} of {told.pages}.")
