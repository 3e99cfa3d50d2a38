"""`kotsu announce`: say something to many, from the command line."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final

import typer

from bot import opening
from bot.announced import named
from bot.commands import announce_going as going
from bot.commands import announce_looking as looking
from bot.commands.announce_found import Org, found, me, show
from bot.commands.announce_votes import votes
from lessons.phrases import phrases
from messages.incoming import ChannelName
from school.announcing import correcting, drafting, filling
from school.announcing.sending import Why
from school.announcing.wording import Fault
from store.announcement import Announcement, Progress
from store.office import Role
from store.work import Work

app = typer.Typer(help="Announcements: write, look, send, stop, send again, put right.", no_args_is_help=True)
Title = Annotated[str, typer.Argument(help="The title, at most 60 characters.")]
Body = Annotated[Path | None, typer.Option(help="A UTF-8 file with the text; standard input unless given.")]
Link = Annotated[str, typer.Option(help="An address that begins with https://")]
Label = Annotated[str, typer.Option(help="What the link is called.")]
Image = Annotated[str, typer.Option(help="The address of a picture, which begins with https://")]
Alt = Annotated[str, typer.Option("--image-alt", help="What the picture shows, for those who do not see it.")]
Question = Annotated[str, typer.Option(help="A question to everybody.")]
Options = Annotated[list[str] | None, typer.Option(help="An answer to it; give two to six.")]
Corrects = Annotated[
    int | None, typer.Option(help="What is right, for exactly those who got this announcement: its number (訂正).")
]
Urgent = Annotated[bool, typer.Option(help="At any hour; somebody else has to allow it.")]
_TO_WHOM: Final = "A correction goes to exactly those who got the first: leave out to whom."


@app.command()
def draft(
    title: Title,
    body: Body = None,
    link: Link = "",
    label: Label = "",
    image: Image = "",
    alt: Alt = "",
    question: Question = "",
    option: Options = None,
    cohort: Annotated[list[str] | None, typer.Option(help="Only these cohorts, by join code.")] = None,
    section: Annotated[list[str] | None, typer.Option(help="Only these sections, with all below.")] = None,
    role: Annotated[list[Role] | None, typer.Option(help="Only these roles; learners unless given.")] = None,
    platform: Annotated[list[ChannelName] | None, typer.Option(help="Only on this platform.")] = None,
    progress: Annotated[Progress | None, typer.Option(help="Only learners who are this far.")] = None,
    without: Annotated[list[str] | None, typer.Option(help="Not to them, by staff number or nickname.")] = None,
    corrects: Corrects = None,
    org: Org = None,
    *,
    urgent: Urgent = False,
) -> None:
    """Write a draft and show how it looks, whom it reaches and what it costs. Nothing is sent."""
    links = {"link": link, "link_label": label, "image": image, "image_alt": alt}
    said = links | {"title": title, "question": question, "options": _lines(option), "body": _read(body)}
    said |= {"urgent": filling.YES if urgent else filling.NO}
    chosen = cohort, section, role, platform, progress, without
    with opening.working(org) as work:
        if corrects is not None:
            _made(work, _correction(work, corrects, said) if not any(chosen) else opening.sorry(_TO_WHOM))
            return
        whom = {
            "cohorts": _lines(str(opening.cohort_of(work, code).id) for code in cohort or ()),
            "sections": _lines(str(_section(work, path)) for path in section or ()),
            "roles": _lines(role or (Role.LEARNER,)),
            "channels": _lines(platform),
            "progress": progress or filling.ANY,
            "without": _lines(without),
        }
        wish = filling.filled(work, said | whom, opening.now())
        _made(work, wish if isinstance(wish, tuple) else drafting.draft(work, me(), wish, opening.now()))


for _each in (looking.preview, looking.show, looking.ledger, going.send, going.approve, going.undo, going.discard):
    app.command()(_each)
for _each in (going.abort, going.retry):
    app.command()(_each)
app.command("list")(looking.list_)
app.command()(votes)


def _correction(work: Work, corrects: int, said: Mapping[str, str]) -> Announcement | tuple[Fault, ...]:
    """What is right, for exactly those who got the first (訂正)."""
    notice, urgent = filling.notice_of(said), filling.is_urgent(said)
    outcome = correcting.correct(work, me(), found(work, corrects), notice, opening.now(), urgent=urgent)
    if isinstance(outcome, Why):
        opening.sorry("Only what has been sent, and goes out no more, is corrected. See: kotsu announce show")
    return outcome


def _made(work: Work, made: Announcement | tuple[Fault, ...]) -> None:
    """Show the draft, or end with everything that is wrong."""
    if not isinstance(made, Announcement):
        say = phrases("en")
        opening.sorry("\n".join(f"{each.field}: {say(each.key, **dict(each.facts))}" for each in made))
    show(work, made)
    typer.echo(f"Look at it with: kotsu announce preview {made.id}\nSend it with:    kotsu announce send {named(made)}")


def _section(work: Work, path: str) -> int:
    known = work.sections.by_path(path)
    return known.id if known else opening.sorry(f"There is no section {path!r}.")


def _read(file: Path | None) -> str:
    try:
        return file.read_text(encoding="utf-8-sig") if file else sys.stdin.read()
    except (OSError, UnicodeDecodeError) as why:
        opening.sorry(f"{file} cannot be read as UTF-8: {why}")


def _lines(several: Iterable[str] | None) -> str:
    return "\n".join(several or ())
