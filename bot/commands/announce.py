"""`kotsu announce`: say something to many, from the command line."""

import getpass
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.announced import FAILED, STAGES, outline
from lessons.notice import Notice
from lessons.phrases import phrases
from messages.incoming import ChannelName
from school.announcing import drafting, sending
from school.announcing.drafting import Draft
from school.announcing.sending import Sent, Why
from school.announcing.wording import Fault
from school.rights import Actor, operator
from store.announcement import Announcement, Audience, Progress
from store.errors import NotFound
from store.office import Role
from store.work import Work

app = typer.Typer(help="Announcements: write, look, send, stop, send again.", no_args_is_help=True)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
Number = Annotated[int, typer.Argument(help="The announcement's number, as `announce list` shows it.")]


@app.command()
def draft(
    title: Annotated[str, typer.Argument(help="The title, at most 60 characters.")],
    body: Annotated[Path | None, typer.Option(help="A UTF-8 file with the text; standard input unless given.")] = None,
    link: Annotated[str, typer.Option(help="An address that begins with https://")] = "",
    label: Annotated[str, typer.Option(help="What the link is called.")] = "",
    question: Annotated[str, typer.Option(help="A question to everybody.")] = "",
    option: Annotated[list[str] | None, typer.Option(help="An answer to it; give two to six.")] = None,
    cohort: Annotated[list[str] | None, typer.Option(help="Only these cohorts, by join code.")] = None,
    section: Annotated[list[str] | None, typer.Option(help="Only these sections, with all below.")] = None,
    role: Annotated[list[Role] | None, typer.Option(help="Only these roles; learners unless given.")] = None,
    platform: Annotated[list[ChannelName] | None, typer.Option(help="Only on this platform.")] = None,
    progress: Annotated[Progress | None, typer.Option(help="Only learners who are this far.")] = None,
    org: Org = None,
    *,
    urgent: Annotated[bool, typer.Option(help="At any hour; somebody else has to allow it.")] = False,
) -> None:
    """Write a draft and show how it looks, whom it reaches and what it costs. Nothing is sent."""
    notice = Notice(title, _read(body), link, label, question=question, options=tuple(option or ()))
    with opening.working(org) as work:
        to = Audience(
            cohorts=tuple(opening.cohort_of(work, code).id for code in cohort or ()),
            sections=tuple(_section(work, path) for path in section or ()),
            roles=tuple(role or (Role.LEARNER,)),
            channels=tuple(platform or ()),
            progress=progress,
        )
        made = drafting.draft(work, _me(), Draft(notice, to, urgent), opening.now())
        if not isinstance(made, Announcement):
            opening.sorry("\n".join(_fault(each) for each in made))
        _show(work, made)
    typer.echo(f"Send it with: kotsu announce send {made.id}")


@app.command()
def show(number: Number, org: Org = None) -> None:
    """How it looks, whom it reaches, how far it is, and whom it did not reach."""
    with opening.reading(org) as work:
        _show(work, _found(work, number))


@app.command("list")
def list_(org: Org = None) -> None:
    """All announcements, the newest first."""
    with opening.reading(org) as work:
        for each in work.announcements.all():
            way = work.announcements.way(each.id)
            typer.echo(f"{each.id}  {STAGES[each.stage]:<12}  {way.sent}/{way.total}  {each.notice.title}")


@app.command()
def send(
    number: Number,
    at: Annotated[str, typer.Option(help="Not before this local moment, as 2026-12-01T09:00.")] = "",
    org: Org = None,
) -> None:
    """Send it a minute from now (so that it can be undone), within working hours unless it is urgent."""
    with opening.working(org) as work:
        wanted = _moment(work, at) if at else None
        outcome = sending.send(work, _me(), _found(work, number), opening.now(), wanted_at=wanted)
        _told(work, outcome)


@app.command()
def approve(
    number: Number,
    comment: Annotated[str, typer.Option(help="What the author shall know.")] = "",
    org: Org = None,
    *,
    back: Annotated[bool, typer.Option("--return", help="No: give it back to the author.")] = False,
) -> None:
    """Allow what somebody else has written (承認), or give it back (差戻し)."""
    with opening.working(org) as work:
        outcome = sending.decide(work, _me(), _found(work, number), opening.now(), granted=not back, comment=comment)
        _told(work, outcome)


@app.command()
def undo(number: Number, org: Org = None) -> None:
    """Back to a draft, as long as nothing has left."""
    with opening.working(org) as work:
        if not sending.undo(work, _me(), _found(work, number), opening.now()):
            opening.sorry("It has left already. Stop the rest with: kotsu announce abort")
    typer.echo(f"{number} is a draft again.")


@app.command()
def abort(number: Number, org: Org = None) -> None:
    """Stop what has not left. What is on its way at this moment arrives."""
    with opening.working(org) as work:
        stopped = sending.abort(work, _me(), _found(work, number), opening.now())
        if stopped is None:
            opening.sorry("It is not going out.")
    typer.echo(f"{stopped} letters were stopped.")


@app.command()
def retry(number: Number, org: Org = None) -> None:
    """Once more to everybody whom it surely did not reach."""
    with opening.working(org) as work:
        again = sending.retry(work, _me(), _found(work, number), opening.now())
    typer.echo(f"{again} letters leave again.")


def _me() -> Actor:
    return operator(getpass.getuser())


def _found(work: Work, number: int) -> Announcement:
    try:
        return work.announcements.get(number)
    except NotFound:
        opening.sorry(f"There is no announcement with the number {number}.")


def _section(work: Work, path: str) -> int:
    found = work.sections.by_path(path)
    return found.id if found else opening.sorry(f"There is no section {path!r}.")


def _read(file: Path | None) -> str:
    try:
        return file.read_text(encoding="utf-8-sig") if file else sys.stdin.read()
    except (OSError, UnicodeDecodeError) as why:
        opening.sorry(f"{file} cannot be read as UTF-8: {why}")


def _moment(work: Work, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=work.organisation.timezone)
    except ValueError:
        opening.sorry(f"{text!r} is no moment, as 2026-12-01T09:00.")


def _fault(fault: Fault) -> str:
    return f"{fault.field}: {phrases('en')(fault.key, **dict(fault.facts))}"


def _show(work: Work, announcement: Announcement) -> None:
    lines: Sequence[str] = outline(work, _me(), announcement, opening.now())
    typer.echo("\n".join(lines))


def _told(work: Work, outcome: Sent | Why) -> None:
    match outcome:
        case Why():
            opening.sorry(FAILED[outcome])
        case Sent(announcement=announcement) if outcome.waits:
            typer.echo(f"Somebody else has to allow it: kotsu announce approve {announcement.id}")
        case Sent(announcement=announcement) if announcement.goes_at:
            local = announcement.goes_at.astimezone(work.organisation.timezone)
            typer.echo(f"It leaves at {local:%Y-%m-%d %H:%M:%S}. Until then: kotsu announce undo {announcement.id}")
        case Sent(announcement=announcement):
            typer.echo(f"{announcement.id} is a draft again, for its author to mend.")
