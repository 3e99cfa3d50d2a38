"""Pull: lessons are fetched, not sent, while LINE's month has no room for them or the office wants it so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from lessons.cards import quota as cards
from lessons.library import Library
from lessons.month import Month
from lessons.phrases import phrases
from messages.incoming import ChannelName
from messages.letter import Cost, Letter
from school import officers, quota
from school.foreseeing import month_of
from school.rights import Actor, Verb, acts, require
from school.silenced import resting
from school.study import office_calendar
from store.metered import Pull
from store.root import Root
from store.values import Account
from store.work import Work


class Why(StrEnum):
    """Why lessons go on as they did."""

    ALREADY = "already"
    TOO_FEW = "too_few"  # what is left does not carry a day


def choose(work: Work, library: Library, actor: Actor, account: Account, *, pull: bool, at: datetime) -> Why | None:
    """Lessons are fetched from now on until somebody chooses otherwise, or sent again; None if so it is. Raises
    NotAllowed.
    """
    require(work, actor, Verb.PLAN_QUOTA)
    if not pull and not month_of(work, library, account, at).carries_a_day:
        return Why.TOO_FEW
    if not work.accounts.turn(account.id, Pull.CHOSEN if pull else None, at):
        return Why.ALREADY
    detail = "pull" if pull else "push"
    acts(work, actor, Verb.PLAN_QUOTA, target=f"account:{account.id}", detail=detail, at=at)
    return None


def refused(root: Root, number: int, at: datetime) -> bool:
    """LINE takes nothing more that counts from this account: lessons are fetched from now on, if its own figures say so
    too. If they leave room, what was refused is tried again in an hour, and by then LINE has been asked anew. True if
    the account turned.
    """
    account = next(each for each in root.accounts.all() if each.id == number)
    work = root.work(account.organisation)
    spent = account.pull is None and quota.is_used_up(work, account, at)
    return spent and work.accounts.turn(number, Pull.SPENT, at)


def watch(work: Work, library: Library, at: datetime) -> tuple[Account, ...]:
    """Tell the office in time that a month does not last, let lessons be fetched before it is used up, and send them
    again when the next one begins. Returns the accounts that turned. Running it twice tells and turns once.
    """
    return tuple(turned for each in quota.on_line(work) if (turned := _watched(work, library, each, at)))


def _watched(work: Work, library: Library, account: Account, at: datetime) -> Account | None:
    month = month_of(work, library, account, at)
    pull = _wanted(work, account, month, at)
    turned = replace(account, pull=pull, turned_at=at)
    if pull is not account.pull and work.accounts.turn(account.id, pull, at):
        _tell(work, turned, month, at)
        return turned
    _tell(work, account, month, at)
    return None


def _wanted(work: Work, account: Account, month: Month, at: datetime) -> Pull | None:
    """How lessons are to be had. What was used up is so until the month turns, or a larger plan carries the rest."""
    turned_at = account.turned_at or at
    is_over = turned_at < quota.month_began(work, at) and month.carries_a_day
    match account.pull:
        case None:
            return None if month.carries_a_day else Pull.SHORT
        case Pull.SHORT | Pull.SPENT:
            lasts = month.fits and month.lessons > 0  # a larger plan, or fewer learners; not the month's last evening
            return None if is_over or lasts else account.pull
        case Pull.CHOSEN:
            return Pull.CHOSEN


def _tell(work: Work, account: Account, month: Month, at: datetime) -> None:
    """Each officer once; who rests hears it afterwards, if it is so still."""
    rests = resting(work)
    for what, once in _news(work, account, month, at):
        for officer in officers.reached(work, Verb.PLAN_QUOTA):
            if rests.has(officer.person):
                continue
            if officer.channel is ChannelName.LINE and (account.pull is Pull.SPENT or month.remaining == 0):
                continue  # it would wait until it is no news any more: they see it when they ask
            say = phrases(work.people.get(officer.person).language)
            letter = Letter(
                key=f"quota:{account.id}:{once}:{officer.person}",
                address=officer.address,
                message=cards.notice(what, month, say),
                due=office_calendar(work).opening_after(at) or at,
                cost=Cost.PAID,
            )
            work.outbox.post(letter, at)


def _news(work: Work, account: Account, month: Month, at: datetime) -> Iterator[tuple[str, str]]:
    """What there is to tell, and what keeps it from being told twice: the month, or the moment of the turn."""
    began = quota.month_began(work, at)
    name = f"{quota.day_of(work, at):%Y-%m}"
    if account.turned_at and account.turned_at >= began and account.pull is not Pull.CHOSEN:
        yield account.pull or "push", f"{account.turned_at:%Y-%m-%dT%H:%M:%S}"
    if account.pull is None and not month.fits:
        yield "foreseen", f"{name}:foreseen"
    if account.pull is None and month.mostly_used:
        yield "most", f"{name}:most"
