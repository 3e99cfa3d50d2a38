"""Coming and going."""

from datetime import datetime

from lessons.library import Library
from school.planning import replan
from school.study import study_of
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
    work.enrolments.see(contact.person, at.astimezone(work.organisation.timezone).date())
    work.silenced.join(enrolment.id, cohort.created_at)
    return replan(work, study_of(work, work.enrolments.get(enrolment.id), library), at)


def leave(work: Work, enrolment: Enrolment, at: datetime) -> None:
    """No more lessons; what waits to be sent is not sent, no link leads to a page, and a leave is over. The record
    stays.
    """
    if enrolment.away(at):
        work.leaves.end(enrolment.id, at)
        work.enrolments.rest(enrolment.id, at)
    work.enrolments.leave(enrolment.id)
    work.passes.revoke(enrolment.person)
    work.outbox.cancel(enrolment.id, at)
