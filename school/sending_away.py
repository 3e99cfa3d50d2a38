"""Leave that the office sets for somebody who helps elsewhere, is ill or has a child. Why is not asked, nor kept."""

from datetime import date, datetime, timedelta
from typing import Final

from lessons.library import Library
from school.resting import NotADay, come_back, rest
from school.rights import Actor, Verb, acts, require
from store.values import Enrolment, EnrolmentState
from store.work import Work

AT_MOST: Final = 400  # days ahead


def send_away(
    work: Work, library: Library, actor: Actor, person: int, at: datetime, *, wish: str
) -> NotADay | date | None:
    """Away in every course through the day wished for, as if the person had said so; that day, or None for who is in no
    course. The person may come back earlier by their own word. Raises NotAllowed.
    """
    require(work, actor, Verb.SET_LEAVE)
    last = None
    for enrolment in _active(work, person):
        if isinstance(rested := rest(work, library, enrolment, wish, at, at_most=AT_MOST), NotADay):
            return rested
        last = rested.study.away_through(at)
    if last:
        acts(work, actor, Verb.SET_LEAVE, target=f"person:{person}", detail="away", at=at)
    return last


def longest(work: Work, at: datetime) -> date:
    """The last day until which somebody may be sent away now."""
    return at.astimezone(work.organisation.timezone).date() + timedelta(days=AT_MOST)


def bring_back(work: Work, library: Library, actor: Actor, person: int, at: datetime) -> bool:
    """Back in every course from now on; False if the person was away in none. Raises NotAllowed."""
    require(work, actor, Verb.SET_LEAVE)
    back = [come_back(work, library, each, at) is not None for each in _active(work, person)]
    if any(back):
        acts(work, actor, Verb.SET_LEAVE, target=f"person:{person}", detail="back", at=at)
    return any(back)


def _active(work: Work, person: int) -> tuple[Enrolment, ...]:
    return tuple(each for each in work.enrolments.of_person(person) if each.state is EnrolmentState.ACTIVE)
