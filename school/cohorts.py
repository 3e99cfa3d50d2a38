"""Cohorts: people who take a course together, and the rests they take."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from lessons.assessment import Occasion
from lessons.library import Library
from school import editions, silence
from school.certifying import certificate_of
from school.inquiring import telling
from school.planning import go_on
from school.study import Study, studies_of, study_of
from store.errors import AlreadyExists
from store.values import Cohort, EnrolmentState
from store.work import Work

_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
_LENGTH: Final = 6
_TRIES: Final = 20


def create(
    work: Work,
    library: Library,
    *,
    name: str,
    course: str,
    starts_on: date,
    delivery_time: time,
    at: datetime,
    reserve: int = 0,
) -> Cohort:
    """A new cohort with a code of its own, beginning on the first working day from `starts_on`, which learns from the
    course as it is on the shelf now, whatever becomes of that. `reserve`: working days kept free after the last lesson.
    """
    taken = library.course(course)
    digest = editions.keep(work, library, taken, at)
    for _ in range(_TRIES):
        code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        try:
            return work.cohorts.create(
                name=name,
                course=course,
                edition=taken.edition,
                code=code,
                starts_on=starts_on,
                delivery_time=delivery_time,
                at=at,
                digest=digest,
                reserve=reserve,
            )
        except AlreadyExists:
            continue
    raise AlreadyExists("no free code was found")


def pause(work: Work, cohort: Cohort, at: datetime) -> bool:
    """Silence at once, with what waits to be sent; False if it rests already."""
    if not work.cohorts.add_pause(cohort.id, at):
        return False
    for kind in silence.OF_THE_DAY:
        work.outbox.drop(kind, at, cohort=cohort.id)
    work.outbox.hold(cohort.id)
    telling.hold_back(work, at)
    return True


def resume(work: Work, library: Library, cohort: Cohort, at: datetime) -> bool:
    """Go on where it stopped; False if it did not rest.

    Nobody gets a flood: a letter that was held comes at the learner's next time, and the next lesson the day after.
    """
    if not work.cohorts.end_pause(cohort.id, at):
        return False
    for kind in silence.OF_THE_DAY:  # one that was under way when the pause began
        work.outbox.drop(kind, at, cohort=cohort.id)
    held = work.outbox.held(cohort.id)
    for enrolment in work.enrolments.in_cohort(cohort.id):
        if enrolment.state is EnrolmentState.LEFT or enrolment.silent:
            continue  # the one goes on no more, the other when that silence is over
        go_on(work, study_of(work, enrolment, library), at, held=held)
    return True


@dataclass(frozen=True, slots=True)
class Status:
    """How a cohort stands, in numbers only: nobody's answers. `questionnaires`: how many are answered, of how many."""

    active: int
    finished: int
    left: int
    begun_today: int
    lessons_finished: int
    lessons_open: int
    certificates: int
    questionnaires: Mapping[Occasion, tuple[int, int]]


def status(work: Work, library: Library, cohort: Cohort, at: datetime) -> Status:
    """The cohort at this moment."""
    enrolments = work.enrolments.in_cohort(cohort.id)
    studies = [*studies_of(work, [each for each in enrolments if each.state is not EnrolmentState.LEFT], library)]
    counts = work.cohorts.counts(cohort.id)
    return Status(
        active=counts[EnrolmentState.ACTIVE],
        finished=counts[EnrolmentState.FINISHED],
        left=counts[EnrolmentState.LEFT],
        begun_today=sum(study.today(at) in study.finished_days for study in studies),
        lessons_finished=sum(study.finished for study in studies),
        lessons_open=sum(len(study.open_lessons) for study in studies),
        certificates=sum(_earned(work, study) for study in studies),
        questionnaires=work.sittings.counts(cohort.id),
    )


def _earned(work: Work, study: Study) -> bool:
    found = certificate_of(work, study)
    return found is not None and found.earned
