"""What the office and the head of a section must read of a week in a rehearsal: counted from everybody's account."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from bot.rehearsal.account import Account
from bot.rehearsal.plan import CALENDAR
from lessons.grouping import Group, shown
from lessons.weekly import Week, week_of


def of_section(accounts: Iterable[Account], now: datetime) -> tuple[str, ...] | None:
    """The figure that its head reads, none of fewer than five; None if nobody learns, and nothing comes."""
    group = _counted(accounts, week_of(CALENDAR.day(now)), now)
    if not group.learners:
        return None
    return () if group.small else (_said(group),)


def of_all(sections: dict[str, list[Account]], now: datetime) -> tuple[str, ...] | None:
    """The same for the office, of everybody."""
    week = week_of(CALENDAR.day(now))
    found = shown([_counted(accounts, week, now) for _, accounts in sorted(sections.items())])
    if not found.total.learners:
        return () if found.hidden else None
    return (_said(found.total),)


def at_work(accounts: Iterable[Account], now: datetime) -> bool:
    """Whether the cohort is: it was given a lesson, or answered, this week."""
    week = week_of(CALENDAR.day(now))
    return any(_is_at_work(each, week) for each in accounts)


def by_section(accounts: Iterable[tuple[str, Account]]) -> dict[str, list[Account]]:
    """Those in each."""
    found: defaultdict[str, list[Account]] = defaultdict(list)
    for section, account in accounts:
        found[section].append(account)
    return dict(found)


def _is_at_work(account: Account, week: Week) -> bool:
    """Of the answers the last one tells: those before it are of no later week."""
    last = next(reversed(account.answers.values()), None)
    return any(day in week for day in account.begun.values()) or (last is not None and CALENDAR.day(last[1]) in week)


def _said(group: Group) -> str:
    return f"{group.learners}人中{group.completed}人が今週の学習を終えました"


def _counted(accounts: Iterable[Account], week: Week, now: datetime) -> Group:
    there = [each for each in accounts if _counts(each, week, now)]
    return Group("", learners=len(there), completed=sum(_has_finished(each, week) for each in there))


def _counts(account: Account, week: Week, now: datetime) -> bool:
    """Who has joined, is still at it or finished with a lesson of this week, and had a working day in it."""
    if account.since is None:
        return False
    if account.ended and not any(day in week for day in account.begun.values()):
        return False
    first = max(account.starts_on, CALENDAR.day(account.since), week.monday)
    return account.since <= now and next(account.working_days(first)) in week


def _has_finished(account: Account, week: Week) -> bool:
    came = {number for number, day in account.begun.items() if day in week}
    return bool(came) and came <= account.finished.keys()
