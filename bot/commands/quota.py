"""`kotsu quota`: what a course costs on LINE."""

import getpass
import json
from typing import Annotated

import typer

from bot import opening
from lessons import quota
from lessons.cards.quota import cost
from lessons.phrases import phrases
from lessons.quota import Bill, Load, Month, Proposal
from school import pulling
from school.foreseeing import month_of
from school.pulling import Why
from school.quota import on_line, read_at
from school.rights import operator
from store.announcement import Audience, Progress
from store.metered import Pull
from store.values import Account
from store.work import Work

app = typer.Typer(help="LINE's quota: messages and yen a month, before they are spent.", no_args_is_help=True)


Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
_WAYS = {
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
    typer.echo(f"On LINE {_WAYS[Pull.CHOSEN if pull else None]}.")


def _accounts(work: Work) -> tuple[Account, ...]:
    return on_line(work) or opening.sorry(
        "There is no LINE account yet: it is known once the bot has run with its token."
    )


def _standing(work: Work, account: Account, month: Month) -> list[str]:
    asked = read_at(work, account)
    local = asked.astimezone(work.organisation.timezone) if asked else None
    coming = f"{month.lessons:,} lessons if they are sent, {month.others:,} announced, {month.waiting:,} waiting"
    return [
        f"{account.handle}: {_WAYS[account.pull]}",
        f"  used      {month.used:,} of {'no limit' if month.limit is None else f'{month.limit:,}'}",
        *([] if month.remaining is None else [f"  left      {month.remaining:,}"]),
        f"  to come   {coming}",
        f"  foreseen  {month.foreseen:,}: {cost(month, phrases('en'))}",
        f"  LINE was asked {local:%Y-%m-%d %H:%M}." if local else "  LINE was not asked yet: the bot must run.",
    ]


@app.command()
def plan(
    learners: Annotated[int | None, typer.Option(min=0, help="People who learn on LINE.")] = None,
    cohort: Annotated[str | None, typer.Option(help="Or: those of this cohort, by its join code.")] = None,
    days: Annotated[int, typer.Option(min=0, max=31, help="Working days with a lesson in a month.")] = quota.BUSY_DAYS,
    digests: Annotated[int, typer.Option(min=0, help="Digests to each in a month, where they are pushed.")] = 0,
    announcements: Annotated[int, typer.Option(min=0, help="Announcements to each in a month.")] = 1,
    org: Org = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Messages and yen of a busy month in each of LINE's plans, the cheapest one, and what it saves if learners fetch
    their lessons from the menu (pull) instead of being sent them. Answers are free: they go as replies.
    """
    if (learners is None) == (cohort is None):
        opening.sorry("Say how many with --learners, or whose with --cohort: one of the two.")
    many = learners if learners is not None else _learners(cohort or "", org)
    found = quota.proposal(Load(many, days, digests, announcements))
    typer.echo(_json(found) if as_json else "\n".join(_told(found)))


def _learners(code: str, org: str | None) -> int:
    with opening.reading(org) as work:
        to = Audience(cohorts=(opening.cohort_of(work, code).id,), progress=Progress.UNFINISHED)
        return work.announcements.reach(to, opening.now()).line


def _told(found: Proposal) -> list[str]:
    load = found.load
    return [
        f"{load.learners} learners, {load.days} days, {load.digests} digests, {load.announcements} announcements",
        f"  messages a month    {load.messages:,} ({load.lessons:,} lessons, {load.unasked:,} others)",
        *(f"  {each.tariff.name:<18}  {_yen(each)}" for each in quota.bills(load.messages)),
        f"Cheapest: {found.push.tariff.name}, {_yen(found.push)} a month.",
        f"Fetched from the menu (pull): {load.unasked:,} messages, {found.pull.tariff.name}, {_yen(found.pull)}.",
        f"Pull saves {found.saved:,} yen a month.",
        f"Prices without tax as of {quota.AS_OF}; look again by {quota.REVIEW_BY}: {quota.SOURCE}",
    ]


def _yen(bill: Bill) -> str:
    return "cannot carry them" if bill.yen is None else f"{bill.yen:,} yen"


def _json(found: Proposal) -> str:
    load = found.load
    told = {
        "learners": load.learners,
        "messages": load.messages,
        "plans": {each.tariff.name: each.yen for each in quota.bills(load.messages)},
        "push": {"plan": found.push.tariff.name, "yen": found.push.yen},
        "pull": {"plan": found.pull.tariff.name, "yen": found.pull.yen, "messages": load.unasked},
        "saved": found.saved,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
