"""Coming and going."""

from dataclasses import replace
from datetime import datetime

from lessons import pacing
from lessons.library import Library
from school.study import Study, study_of
from store.values import Account, Cohort, Enrolment
from store.work import Work


def enrol(
    work: Work,
    library: Library,
    cohort: Cohort,
    *,
    account: Account,
    who: str,
    room: str,
    nickname: str,
    language: str,
    at: datetime,
) -> Enrolment:
    """Make somebody a learner of this cohort from now on; who left it before comes back to where they were.

    The first lesson comes at the cohort's usual time on the first working day from now on or from its start.
    """
    contact = work.contacts.find(account.id, who)
    if contact is None:
        person = work.people.create(nickname=nickname, language=language, section_family="default", at=at)
        contact = work.contacts.create(person=person.id, account=account.id, external=who, room=room)
    enrolment = work.enrolments.join(
        cohort=cohort.id, person=contact.person, contact=contact.id, delivery_time=cohort.delivery_time, at=at
    )
    return replan(work, study_of(work, enrolment, library), at)


def replan(work: Work, study: Study, at: datetime) -> Enrolment:
    """The enrolment, with the moment of its next lesson as things stand now."""
    next_at = pacing.first_at(study.standing(at), study.calendar, at)
    work.enrolments.move(study.enrolment.id, next_at, study.enrolment.next_lesson)
    return replace(study.enrolment, next_at=next_at)


def leave(work: Work, enrolment: Enrolment, at: datetime) -> None:
    """No more lessons; what waits to be sent is not sent, and no link leads to a page. The record stays."""
    work.enrolments.leave(enrolment.id)
    work.passes.revoke(enrolment.person)
    work.outbox.cancel(enrolment.id, at)
