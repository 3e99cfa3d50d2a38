"""`kotsu quota`: what a course costs on LINE."""

import json
from typing import Annotated

import typer

from bot import opening
from lessons import quota
from lessons.quota import Bill, Load, Proposal
from store.announcement import Audience, Progress

app = typer.Typer(help="LINE's quota: messages and yen a month, before they are spent.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """A group, so that `quota plan` stays `quota plan` when more comes."""


@app.command()
def plan(
    learners: Annotated[int | None, typer.Option(min=0, help="People who learn on LINE.")] = None,
    cohort: Annotated[str | None, typer.Option(help="Or: those of this cohort, by its join code.")] = None,
    days: Annotated[int, typer.Option(min=0, max=31, help="Working days with a lesson in a month.")] = quota.BUSY_DAYS,
    digests: Annotated[int, typer.Option(min=0, help="Digests to each in a month, where they are pushed.")] = 0,
    announcements: Annotated[int, typer.Option(min=0, help="Announcements to each in a month.")] = 1,
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
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
