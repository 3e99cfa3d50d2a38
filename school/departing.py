"""Who has left the organisation learns no more with it; and is back if that was a mistake."""

from collections.abc import Iterable
from datetime import datetime

from school import enrolling
from store.errors import NotFound
from store.values import Enrolment, EnrolmentState
from store.work import Work


def depart(work: Work, at: datetime) -> tuple[int, ...]:
    """Nothing comes any more to those who have left by today, as the list of staff says; the record stays. Returns the
    enrolments that ended. Running it twice ends each once.
    """
    gone = work.enrolments.departed(at.astimezone(work.organisation.timezone).date())
    for each in gone:
        enrolling.leave(work, each, at)
    return tuple(each.id for each in gone)


def stay(work: Work, ended: Iterable[int], at: datetime) -> int:
    """These enrolments never ended: their lessons go on from now; returns how many. Whoever came back meanwhile, or was
    erased, is left alone.
    """
    gone = [each for number in ended if (each := _left(work, number))]
    for each in gone:
        there = {"cohort": each.cohort, "person": each.person, "contact": each.contact}
        work.enrolments.join(**there, delivery_time=each.delivery_time, at=at)
        work.enrolments.move(each.id, at, each.next_lesson)
    return len(gone)


def _left(work: Work, enrolment: int) -> Enrolment | None:
    try:
        found = work.enrolments.get(enrolment)
    except NotFound:
        return None
    return found if found.state is EnrolmentState.LEFT else None
