"""`kotsu quota`: what a course costs on LINE."""

import getpass
from typing import Annotated

import typer

from bot import opening
from bot.commands.quota_plan import plan
from lessons.cards.quota import cost
from lessons.month import Month
from lessons.phrases import phrases
from school import pulling
from school.foreseeing import month_of
from school.pulling import Why
from school.quota import on_line, read_at
from school.rights import operator
from store.metered import Pull
from store.values import Account
from store.work import Work

app = typer.Typer(help="LINE's quota: messages and yen a month, before they are spent.", no_args_is_help=True)
app.command()(plan)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
WAYS = {
    None: "lessons are sent (push)",
    Pull.CHOSEN: "lessons are fetched (pull): somebody chose so",
    Pull.SHORT: "lessons are fetched (pull): what is left does not carry a day",
    Pull.SPENT: "lessons are fetched (pull): LINE takes no more this month",
}
_KEPT = {
    Why.ALREADY: "It is so already.",
    Why.TOO_FEW: "What is left this month does not carry a day: choose a larger plan first, or wait for the month.",
}


@app.command()
def status(org: Org = None) -> None:
    """How the month stands: used, left, foreseen in messages and yen, and how lessons come. LINE's own figures are
    asked for once an hour while the bot runs; what has left since is added.
    """
    with opening.reading(org) as work:
        for account in _accounts(work):
            month = month_of(work, opening.read_library(), account, opening.now())
            typer.echo("\n".join(_standing(work, account, month)))


@app.command()
def pull(org: Org = None) -> None:
    """Send no lessons on LINE: learners open them from the menu, which is free. Until `kotsu quota push`."""
    _choose(org, pull=True)


@app.command()
def push(org: Org = None) -> None:
    """Send lessons on LINE again."""
    _choose(org, pull=False)


def _choose(org: str | None, *, pull: bool) -> None:
    with opening.working(org) as work:
        actor, library = operator(getpass.getuser()), opening.read_library()
        for account in _accounts(work):
            kept = pulling.choose(work, library, actor, account, pull=pull, at=opening.now())
            if kept is not None:
                opening.sorry(_KEPT[kept])
    typer.echo(f"On LINE {WAYS[Pull.CHOSEN if pull else None]}.")


def _accounts(work: Work) -> tuple[Account, ...]:
    return on_line(work) or opening.sorry(
        "There is no LINE account yet: it is known once the bot has run with its token."
    )


def _standing(work: Work, account: Account, month: Month) -> list[str]:
    asked = read_at(work, account)
    local = asked.astimezone(work.organisation.timezone) if asked else None
    return [
        f"{account.handle}: {WAYS[account.pull]}",
        f"  used      {month.used:,} of {'no limit' if month.limit is None else f'{month.limit:,}'}",
        *([] if month.remaining is None else [f"  left      {month.remaining:,}"]),
        f"  to come   {_coming(month)}",
        f"  foreseen  {month.foreseen:,}: {cost(month, phrases('en'))}",
        f"  LINE was asked {local:%Y-%m-%d %H:%M}." if local else "  LINE was not asked yet: the bot must run.",
    ]


def _coming(month: Month) -> str:
    told = (
        f"{month.lessons:,} lessons if they are sent",
        f"{month.reminders:,} reminders as lately",
        f"{month.digests:,} digests",
        f"{month.questionnaires:,} questionnaires",
        f"{month.announced:,} announced",
        f"{month.waiting:,} waiting",
    )
    return ", ".join(told)
