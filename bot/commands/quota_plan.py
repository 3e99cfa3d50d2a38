"""`kotsu quota plan`: what a busy month costs on LINE, before it is spent."""

import json
from dataclasses import replace
from typing import Annotated

import typer

from bot import opening
from lessons import quota
from lessons.quota import Bill, Load, Proposal
from school.digests.cost import readers as readers_of_digests
from school.foreseeing import recalled
from school.quota import on_line
from store.announcement import Audience, Progress

Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]


def plan(
    learners: Annotated[int | None, typer.Option(min=0, help="People who learn on LINE.")] = None,
    cohort: Annotated[str | None, typer.Option(help="Or: those of this cohort, by its join code.")] = None,
    days: Annotated[int, typer.Option(min=0, max=31, help="Working days with a lesson in a month.")] = quota.BUSY_DAYS,
    digests: Annotated[int | None, typer.Option(min=0, help="Digests to each in a month, where they are paid.")] = None,
    announcements: Annotated[int, typer.Option(min=0, help="Announcements to each in a month.")] = 1,
    questionnaires: Annotated[int, typer.Option(min=0, help="Questionnaires sent to each in a month.")] = 0,
    reminders: Annotated[
        int | None, typer.Option(min=0, max=100, help="Of 100 lessons so many are recalled, where that is paid.")
    ] = None,
    readers: Annotated[
        int | None, typer.Option(min=0, help="Managers and officers on LINE, who get a digest a week.")
    ] = None,
    org: Org = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Messages and yen of a busy month in each of LINE's plans, the cheapest one, and what it saves if learners fetch
    their lessons from the menu (pull) instead of being sent them. Answers are free: they go as replies. With --cohort,
    digests, reminders and readers are as the organisation has them now, unless you say otherwise.
    """
    if (learners is None) == (cohort is None):
        opening.sorry("Say how many with --learners, or whose with --cohort: one of the two.")
    load = _stands(cohort, org) if cohort is not None else Load(learners or 0)
    found = quota.proposal(
        replace(
            load,
            days=days,
            announcements=announcements,
            questionnaires=questionnaires,
            digests=load.digests if digests is None else digests,
            reminders=load.reminders if reminders is None else reminders,
            readers=load.readers if readers is None else readers,
        )
    )
    typer.echo(_json(found) if as_json else "\n".join(_told(found)))


def _stands(code: str, org: str | None) -> Load:
    """The cohort's learners on LINE, and what comes beside their lessons as things stand."""
    with opening.reading(org) as work:
        at, told = opening.now(), work.digests.round()
        to = Audience(cohorts=(opening.cohort_of(work, code).id,), progress=Progress.UNFINISHED)
        habits = [recalled(work, each, at) for each in on_line(work)]
        return Load(
            learners=work.announcements.reach(to, at).line,
            digests=quota.WEEKS if told.wanted and told.line_paid else 0,
            reminders=quota.share(100, sum(each for _, each in habits), sum(sent for sent, _ in habits)),
            readers=sum(readers_of_digests(work, each) for each in on_line(work)) if told.wanted else 0,
        )


def _told(found: Proposal) -> list[str]:
    load = found.load
    each = f"{load.digests} digests, {load.announcements} announcements, {load.questionnaires} questionnaires"
    kinds = f"{load.lessons:,} lessons, {load.recalled:,} reminders, {load.unasked:,} others"
    return [
        f"{load.learners} learners, {load.days} days; to each {each}; {load.readers} other readers of digests",
        f"  messages a month    {load.messages:,} ({kinds})",
        *(f"  {one.tariff.name:<18}  {_yen(one)}" for one in quota.bills(load.messages)),
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
        "lessons": load.lessons,
        "reminders": load.recalled,
        "others": load.unasked,
        "plans": {each.tariff.name: each.yen for each in quota.bills(load.messages)},
        "push": {"plan": found.push.tariff.name, "yen": found.push.yen},
        "pull": {"plan": found.pull.tariff.name, "yen": found.pull.yen, "messages": load.unasked},
        "saved": found.saved,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
