"""Leave: a learner rests until a day, and comes back. Why is nobody's business, and is not asked."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from lessons.days import read_day
from lessons.library import Library
from school import silence
from school.inquiring import telling
from school.planning import put_off
from school.study import Study, study_of
from store.values import Enrolment
from store.work import Work

AT_MOST: Final = 60  # days ahead
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NotADay:
    """Why a wish for a rest cannot be met: the key of a phrase and its facts."""

    key: str
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Rested:
    """The study as it stands now, and the day on which something comes unasked again, if anybody knows."""

    study: Study
    comes_on: date | None


def rest(
    work: Work, library: Library, enrolment: Enrolment, wish: str, at: datetime, *, at_most: int = AT_MOST
) -> Rested | NotADay:
    """Silence from now on through the day wished for, instead of any rest before; everything unasked waits till after.

    What is no such day changes nothing.
    """
    today = study_of(work, enrolment, library).today(at)
    last = read_day(wish, today)
    if last is None:
        return NotADay("rest.unclear")
    if last < today:
        return NotADay("rest.past")
    if last > today + at_most * _DAY:
        return NotADay("rest.too_long", (("days", at_most), ("last", today + at_most * _DAY)))
    until = _midnight_after(work, last)
    work.leaves.end(enrolment.id, at)
    work.leaves.add(enrolment.id, at, until)
    for kind in (*silence.OF_THE_DAY, silence.CHECK_IN):
        work.outbox.drop(kind, at, enrolment=enrolment.id)
    rested = _moved(work, library, enrolment, until, at)
    telling.hold_back(work, at)
    return rested


def come_back(work: Work, library: Library, enrolment: Enrolment, at: datetime) -> Rested | None:
    """The leave is over now, and what waited comes at the next turn; None if there was none."""
    if not enrolment.away(at) or not work.leaves.end(enrolment.id, at):
        return None
    return _moved(work, library, enrolment, at, at)


def _moved(work: Work, library: Library, enrolment: Enrolment, away_until: datetime, at: datetime) -> Rested:
    work.enrolments.rest(enrolment.id, away_until)
    study = study_of(work, replace(enrolment, away_until=away_until, nudge_at=None), library)
    moved = replace(study, enrolment=put_off(work, study, at))
    waits = None if moved.rests else work.outbox.coming(enrolment.id)
    return Rested(moved, moved.today(waits) if waits else moved.next_day)


def _midnight_after(work: Work, day: date) -> datetime:
    zone = work.organisation.timezone
    return datetime.combine(day + _DAY, time(), zone).astimezone(UTC)
