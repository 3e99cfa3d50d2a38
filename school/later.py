"""Questionnaires long after a course: one message each, on a working day, at the learner's own time."""

from datetime import datetime

from lessons import occasions
from lessons.cards import sitting as cards
from lessons.library import Library
from lessons.phrases import phrases
from messages.letter import Cost, Letter
from school import quota
from school.study import Study, studies_of
from store.sittings import Sitting
from store.values import EnrolmentState
from store.work import Work


def ask_due(work: Work, library: Library, at: datetime, limit: int = 100) -> int:
    """Ask everybody whose moment has come; who is on leave, or not at work just now, at their next time after it.

    Returns how many sittings were looked at: `limit` means that there may be more. Running it twice asks once.
    """
    due = work.sittings.due(at, limit)
    studies = studies_of(work, [work.enrolments.get(each.enrolment) for each in due], library)
    for sitting, study in zip(due, studies, strict=True):
        _ask(work, study, sitting, at)
    return len(due)


def _ask(work: Work, study: Study, sitting: Sitting, at: datetime) -> None:
    asked = study.course.assessment
    if asked is None or asked.stage(sitting.occasion) is None:
        work.sittings.move(sitting.id, None)
    elif not study.calendar.is_open(at) or _cannot_leave(work, study):
        turn = occasions.turn(study.calendar, study.today(at), study.enrolment.delivery_time, after=at)
        work.sittings.move(sitting.id, turn)
    else:
        work.sittings.begin(sitting.id, at)
        if not _learns_elsewhere(work, study):
            _post(work, study, sitting, at)


def _cannot_leave(work: Work, study: Study) -> bool:
    """Whether the month's messages are used up where the person is reached: then it comes when there are new ones."""
    return quota.is_short(work, work.contacts.get(study.enrolment.contact))


def _learns_elsewhere(work: Work, study: Study) -> bool:
    """Whether the person takes another course by now: its lessons are all that comes unasked, one a day. The
    questionnaire is open all the same, and the menu tells of it.
    """
    theirs = work.enrolments.of_person(study.enrolment.person)
    return any(each.state is EnrolmentState.ACTIVE and each.id != study.enrolment.id for each in theirs)


def _post(work: Work, study: Study, sitting: Sitting, at: datetime) -> None:
    person = work.people.get(study.enrolment.person)
    course = study.course.spoken(person.language).title
    work.outbox.post(
        Letter(
            key=f"sitting:{study.enrolment.id}:{sitting.occasion.value}",
            address=work.contacts.get(study.enrolment.contact).address,
            message=cards.letter(sitting.occasion, sitting.id, course, phrases(person.language)),
            due=at,
            cost=Cost.PAID,
            until=study.calendar.closing(at),
            enrolment=study.enrolment.id,
        ),
        at,
    )
