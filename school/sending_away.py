"""Leave that the office sets for somebody who helps elsewhere, is ill or has a child. Why is not asked, nor kept."""

from datetime import datetime
from typing import Final

from lessons.library import Library
from school.resting import NotADay, come_back, rest
from school.rights import Actor, Verb, acts, require
from store.values import Enrolment, EnrolmentState
from store.work import Work

AT_MOST: Final = 400  # days ahead


def send_away(work: Work, library: Library, actor: Actor, person: int, at: datetime, *, wish: str) -> NotADay | int:
    """Away in every course through the day wished for, as if the person had said so; in how many courses that is. The
    person may come back earlier by their own word. Raises NotAllowed.
    """
    require(work, actor, Verb.SET_LEAVE)
    learns = _active(work, person)
    for enrolment in learns:
        if isinstance(rested := rest(work, library, enrolment, wish, at, at_most=AT_MOST), NotADay):
            return rested
    if learns:
        acts(work, actor, Verb.SET_LEAVE, target=f"person:{person}", detail="away", at=at)
    return len(learns)


def bring_back(work: Work, library: Library, actor: Actor, person: int, at: datetime) -> bool:
    """Back in every course from now on; False if the person was away in none. Raises NotAllowed."""
    require(work, actor, Verb.SET_LEAVE)
    back = [come_back(work, library, each, at) is not None for each in _active(work, person)]
    if any(back):
        acts(work, actor, Verb.SET_LEAVE, target=f"person:{person}", detail="back", at=at)
    return any(back)


def _active(work: Work, person: int) -> tuple[Enrolment, ...]:
    return tuple(each for each in work.enrolments.of_person(person) if each.state is EnrolmentState.ACTIVE)
