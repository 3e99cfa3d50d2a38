"""`kotsu roster invite`: personal codes for those who have not joined yet."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.slips import sheet
from lessons.phrases import phrases
from messages.incoming import ChannelName
from school.rights import operator
from school.roster import inviting
from school.roster.inviting import VALID


def invite(
    cohort: Annotated[str, typer.Option(help="The cohort's join code, as ABC234.")],
    section: Annotated[str, typer.Option(help="Only this section and those below it, as 総務部/総務課.")] = "",
    paper: Annotated[Path | None, typer.Option("--sheet", help="Write slips to cut apart into this PDF.")] = None,
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Print a one-time code for everybody on the list who has not joined, or a PDF of slips with QR codes.

    Codes are good for thirty days. Inviting again makes new ones, and the old ones are worth nothing any more.
    """
    with opening.working(org) as work:
        say, at = phrases(work.organisation.language), opening.now()
        chosen = opening.cohort_of(work, cohort)
        if section and work.sections.by_path(section) is None:
            opening.sorry(f"There is no section {section!r}.")
        slips = inviting.invite(work, operator(getpass.getuser()), chosen, at, section=section)
        if not slips:
            opening.sorry(say("roster.nobody_to_invite"))
        line = next((each for each in work.accounts.all() if each.active and each.channel is ChannelName.LINE), None)
        if paper is None:
            for each in slips:
                typer.echo(f"{each.number}  {each.name}  {each.section}  参加 {each.code}")
            return
        until = (at + VALID).astimezone(work.organisation.timezone).date()
        try:
            paper.write_bytes(sheet(slips, cohort=chosen.name, until=until, line=line, say=say))
        except OSError as why:
            opening.sorry(f"{paper} cannot be written: {why.strerror}")
        typer.echo(f"{paper}: {len(slips)}")
