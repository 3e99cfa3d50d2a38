"""`kotsu roster invite`: personal codes for those who have not joined yet."""

import asyncio
import getpass
from pathlib import Path
from typing import Annotated

import typer

from bot import letters_of_invitation, opening
from bot.slips import sheet
from channels.channel import Busy, Refused, Unknown
from lessons.phrases import phrases
from messages.incoming import ChannelName
from school.rights import operator
from school.roster import inviting
from school.roster.inviting import VALID
from school.roster.standing import Standing
from store.values import Account, Cohort
from store.work import Work


def invite(
    cohort: Annotated[str, typer.Option(help="The cohort's join code, as ABC234.")],
    section: Annotated[str, typer.Option(help="Only this section and those below it, as 総務部/総務課.")] = "",
    paper: Annotated[Path | None, typer.Option("--sheet", help="Write slips to cut apart into this PDF.")] = None,
    *,
    slack: Annotated[bool, typer.Option("--slack", help="Look each up in Slack by e-mail, and write to them.")] = False,
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """Print a one-time code for everybody on the list who has not joined, or a PDF of slips with QR codes.

    Codes are good for thirty days. Inviting again makes new ones, and the old ones are worth nothing any more. In Slack
    only those are written to who have no code yet.
    """
    if slack and paper:
        opening.sorry("Either --slack or --sheet: whoever gets a letter needs no slip.")
    if slack:
        _by_letter(cohort, section, org)
    else:
        _by_code(cohort, section, paper, org)


def _by_code(code: str, section: str, paper: Path | None, org: str | None) -> None:
    with opening.working(org) as work:
        say, at = phrases(work.organisation.language), opening.now()
        cohort, wanted = _wanted(work, code, section)
        slips = inviting.invite(work, operator(getpass.getuser()), cohort, wanted, at)
        if paper is None:
            for each in slips:
                typer.echo(f"{each.number}  {each.name}  {each.section}  参加 {each.code}")
            return
        until = (at + VALID).astimezone(work.organisation.timezone).date()
        try:
            paper.write_bytes(
                sheet(slips, cohort=cohort.name, until=until, line=_account(work, ChannelName.LINE), say=say)
            )
        except OSError as why:
            opening.sorry(f"{paper} cannot be written: {why.strerror}")
        typer.echo(f"{paper}: {len(slips)}")


def _by_letter(code: str, section: str, org: str | None) -> None:
    settings, library = opening.read_settings(), opening.read_library()
    with opening.reading(org) as work:
        account = _account(work, ChannelName.SLACK) or opening.sorry("There is no Slack workspace yet.")
        cohort, wanted = _wanted(work, code, section)
        holders = work.invitations.holders(cohort.id, opening.now())
        fresh = [each for each in wanted if each.staff.id not in holders]
    try:
        members = asyncio.run(letters_of_invitation.members(settings, [each for each in fresh if each.staff.email]))
    except (Refused, Busy, Unknown) as why:
        opening.sorry(f"Nobody was invited: {why}.")
    with opening.working(org) as work:
        at, actor = opening.now(), operator(getpass.getuser())
        holders = work.invitations.holders(cohort.id, at)
        found = [
            each
            for each in inviting.to_invite(work, section)
            if each.staff.number in members and each.staff.id not in holders
        ]
        slips = inviting.invite(work, actor, cohort, found, at)
        sent = letters_of_invitation.post(work, library, cohort, slips, members=members, slack=account, at=at)
    typer.echo(f"Slack: {sent}. Have a code already: {len(wanted) - len(fresh)}. Not found there: {len(fresh) - sent}.")


def _wanted(work: Work, code: str, section: str) -> tuple[Cohort, tuple[Standing, ...]]:
    cohort = opening.cohort_of(work, code)
    if section and work.sections.by_path(section) is None:
        opening.sorry(f"There is no section {section!r}.")
    wanted = inviting.to_invite(work, section)
    return cohort, wanted or opening.sorry(phrases(work.organisation.language)("roster.nobody_to_invite"))


def _account(work: Work, channel: ChannelName) -> Account | None:
    return next((each for each in work.accounts.all() if each.active and each.channel is channel), None)
