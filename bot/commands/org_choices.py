"""`kotsu org`: what an organisation has chosen, and may choose otherwise."""

import getpass
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from bot import opening
from school.digests import due
from school.permitting import FREE_TEXT, allow_free_text, asked_for, come_to, confirm_silence, remind_on_line
from school.rights import Actor, Verb, acts, operator
from store.root import Root
from store.values import Organisation
from store.work import Work

Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]


def free_text(
    wish: Annotated[str, typer.Argument(help="on, off, or show.")],
    by: Annotated[str, typer.Option(help="Who decided it: a name and an office.")] = "",
    document: Annotated[str, typer.Option(help="The number of the document that says so.")] = "",
    org: Org = None,
) -> None:
    """Whether people may write about their own work in LINE itself. Off unless whoever is in charge of information
    security has approved it; every decision stays on record.
    """
    if wish not in {"on", "off", "show"}:
        opening.sorry(f"Say on, off or show, not {wish!r}.")
    with _choosing(org) as (root, chosen):
        if wish != "show":
            who, paper = by.strip(), document.strip()
            if not who or not paper:
                opening.sorry("Say who decided it and where it is written: --by NAME --document NUMBER.")
            allow_free_text(root, chosen, allowed=wish == "on", by=who, document=paper, at=opening.now())
        for each in reversed(root.work(chosen.id).approvals.of(FREE_TEXT)):
            day = f"{each.at.astimezone(chosen.timezone):%Y-%m-%d}"
            typer.echo(f"{day}  {'on ' if each.granted else 'off'}  {each.by}  {each.document}")
        allowed = root.organisations.get(chosen.id).line_free_text
    typer.echo(f"{chosen.name}: own words about work {'may' if allowed else 'may not'} be written in LINE.")


def reminders(
    wish: Annotated[str, typer.Argument(help="on or off.")],
    org: Org = None,
) -> None:
    """Whether reminders in LINE may cost a push; in Slack they cost nothing and are sent anyway."""
    _on_or_off(wish)
    with _choosing(org) as (root, chosen):
        remind_on_line(root, chosen, _me(), wanted=wish == "on", at=opening.now())
    typer.echo(f"Reminders in LINE are {wish}." + (" Each one counts as a message." if wish == "on" else ""))


def approval(
    wish: Annotated[str, typer.Argument(help="on or off.")],
    org: Org = None,
) -> None:
    """Whether an announcement needs the yes (承認) of somebody else than its author. Urgent ones always do."""
    _on_or_off(wish)
    with _choosing(org) as (root, chosen):
        asked_for(root, chosen, _me(), wanted=wish == "on", at=opening.now())
    typer.echo(f"{chosen.name}: announcements {'need' if wish == 'on' else 'do not need'} somebody else's yes.")


def silence_confirm(
    wish: Annotated[str, typer.Argument(help="on or off.")],
    org: Org = None,
) -> None:
    """Whether silence (災害モード) begins only with the yes of a second person who may."""
    _on_or_off(wish)
    with _choosing(org) as (root, chosen):
        confirm_silence(root, chosen, _me(), wanted=wish == "on", at=opening.now())
    typer.echo(f"{chosen.name}: silence {'needs' if wish == 'on' else 'does not need'} a second person's yes.")


def questions_channel(
    channel: Annotated[str, typer.Argument(help="The Slack channel's id (C…), or off.")],
    org: Org = None,
) -> None:
    """Where learners' questions come to: a channel, answered in its threads; off: to each facilitator. Invite the bot
    to the channel first (/invite).
    """
    room = "" if channel == "off" else channel.strip()
    if room and not re.fullmatch(r"[CG][A-Z0-9]{6,20}", room):
        opening.sorry(f"{channel!r} is no channel's id, as C0123ABCD (in Slack: the channel's name, at the very end).")
    with _choosing(org) as (root, chosen):
        come_to(root, chosen, _me(), channel=room, at=opening.now())
    where = f"to {room}. Invite the bot there: /invite @kotsu" if room else "to each facilitator"
    typer.echo(f"{chosen.name}: questions come {where}.")


def digests(
    wish: Annotated[str, typer.Argument(help="on or off; paid or free.")],
    org: Org = None,
) -> None:
    """Whether the week is summed up on its last working day, for learners, managers and the office; and whether a
    learner's summary may cost a push in LINE (paid), or waits there until it is asked for (free).
    """
    if wish not in {"on", "off", "paid", "free"}:
        opening.sorry(f"Say on, off, paid or free, not {wish!r}.")
    with opening.working(org) as work:
        if wish in {"on", "off"}:
            due.switch(work, opening.now(), wanted=wish == "on")
        else:
            due.pay(work, paid=wish == "paid")
        acts(work, _me(), Verb.APPOINT, target="organisation", detail=f"digests {wish}", at=opening.now())
        typer.echo(_told(work))


def _told(work: Work) -> str:
    stands = work.digests.round()
    if not stands.wanted or stands.next_at is None:
        return "There are no weekly digests."
    moment = f"{stands.next_at.astimezone(work.organisation.timezone):%Y-%m-%d %H:%M}"
    cost = (
        "is pushed, and counts as a message" if stands.line_paid else "waits until it is asked for, and costs nothing"
    )
    return f"The next digests come on {moment}. In LINE a learner's {cost}."


@contextmanager
def _choosing(org: str | None) -> Iterator[tuple[Root, Organisation]]:
    """The organisation of this name (or the only one there is), in one transaction."""
    with opening.opened() as database:
        chosen = opening.organisation_of(database, org)
        with database.root() as root:
            yield root, chosen


def _on_or_off(wish: str) -> None:
    if wish not in {"on", "off"}:
        opening.sorry(f"Say on or off, not {wish!r}.")


def _me() -> Actor:
    return operator(getpass.getuser())
