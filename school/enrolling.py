"""Coming and going."""

from datetime import datetime

from lessons import pacing
from lessons.library import Library
from messages.incoming import Incoming
from school.study import study_of
from store.values import Account, Cohort, Enrolment
from store.work import Work


def enrol(
    work: Work,
    library: Library,
    cohort: Cohort,
    *,
    account: Account,
    incoming: Incoming,
    nickname: str,
    language: str,
    at: datetime,
) -> Enrolment:
    """Make somebody a learner of this cohort from now on; who left it before comes back to where they were.

    The first lesson comes at the cohort's usual time on the first working day from now on or from its start.
    """
    contact = work.contacts.find(account.id, incoming.who)
    if contact is None:
        person = work.people.create(nickname=nickname, language=language, at=at)
        contact = work.contacts.create(
            person=person.id, account=account.id, channel=incoming.channel, external=incoming.who, room=incoming.room
        )
    enrolment = work.enrolments.join(
        cohort=cohort.id, person=contact.person, contact=contact.id, delivery_time=cohort.delivery_time, at=at
    )
    study = study_of(work, enrolment, library)
    work.enrolments.set_next_at(enrolment.id, pacing.first_at(study.standing(at), study.calendar, at))
    return work.enrolments.get(enrolment.id)


def leave(work: Work, enrolment: Enrolment) -> None:
    """No more lessons; what waits to be sent is not sent. The record stays."""
    work.enrolments.leave(enrolment.id)
    work.outbox.cancel(enrolment.id)
