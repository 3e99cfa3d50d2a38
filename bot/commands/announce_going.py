"""`kotsu announce send` and what comes after it: allowed, undone, stopped, sent again."""

from datetime import datetime
from typing import Annotated

import typer

from bot import opening
from bot.announced import FAILED, named
from bot.commands.announce_found import Number, Org, Read, found, me, read_of
from lessons.phrases import phrases
from school.announcing import drafting, sending
from school.announcing.sending import Sent, Why
from store.work import Work


def send(
    read: Read,
    at: Annotated[str, typer.Option(help="Not before this local moment, as 2026-12-01T09:00.")] = "",
    org: Org = None,
) -> None:
    """Send it a minute from now (so that it can be undone), within working hours unless it is urgent."""
    with opening.working(org) as work:
        (announcement, seen), wanted = read_of(work, read), _moment(work, at) if at else None
        _told(work, sending.send(work, me(), announcement, opening.now(), wanted_at=wanted, seen=seen))


def approve(
    read: Read,
    comment: Annotated[str, typer.Option(help="What the author shall know.")] = "",
    org: Org = None,
    *,
    back: Annotated[bool, typer.Option("--return", help="No: give it back to the author.")] = False,
) -> None:
    """Allow what somebody else has written (承認), or give it back (差戻し)."""
    with opening.working(org) as work:
        (announcement, seen), at = read_of(work, read), opening.now()
        outcome = sending.decide(work, me(), announcement, at, granted=not back, comment=comment, seen=seen)
        _told(work, outcome)


def undo(number: Number, org: Org = None) -> None:
    """Back to a draft, as long as nothing has left."""
    with opening.working(org) as work:
        if not sending.undo(work, me(), found(work, number), opening.now()):
            opening.sorry("It has left already. Stop the rest with: kotsu announce abort")
    typer.echo(f"{number} is a draft again.")


def discard(number: Number, org: Org = None) -> None:
    """Throw a draft away."""
    with opening.working(org) as work:
        if not drafting.discard(work, me(), found(work, number), opening.now()):
            opening.sorry("It is no draft.")
    typer.echo(f"{number} is thrown away.")


def abort(number: Number, org: Org = None) -> None:
    """Stop what has not left. What is on its way at this moment arrives."""
    with opening.working(org) as work:
        stopped = sending.abort(work, me(), found(work, number), opening.now())
        if stopped is None:
            opening.sorry("It is not going out.")
    typer.echo(f"{stopped} letters were stopped.")


def retry(number: Number, org: Org = None) -> None:
    """Once more to everybody whom it surely did not reach."""
    with opening.working(org) as work:
        announcement = found(work, number)
        again = sending.retry(work, me(), announcement, opening.now())
        if not again:
            told = "announcing.corrected" if sending.is_corrected(work, announcement) else "announcing.none_again"
            opening.sorry(phrases("en")(told))
    typer.echo(f"{again} letters leave again.")


def _moment(work: Work, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=work.organisation.timezone)
    except ValueError:
        opening.sorry(f"{text!r} is no moment, as 2026-12-01T09:00.")


def _told(work: Work, outcome: Sent | Why) -> None:
    match outcome:
        case Why():
            opening.sorry(FAILED[outcome])
        case Sent(announcement=announcement) if outcome.waits:
            typer.echo(f"Somebody else has to allow it: kotsu announce approve {named(announcement)}")
        case Sent(announcement=announcement) if announcement.goes_at:
            local = announcement.goes_at.astimezone(work.organisation.timezone)
            typer.echo(f"It leaves at {local:%Y-%m-%d %H:%M:%S}. Until then: kotsu announce undo {announcement.id}")
        case Sent(announcement=announcement):
            typer.echo(f"{announcement.id} is a draft again, for its author to mend.")
