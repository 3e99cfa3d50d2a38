"""Reminders, the one question to who stays silent, and what happens when something is heard again."""

from dataclasses import replace
from datetime import datetime

from lessons import silence
from lessons.cards import rest as cards
from lessons.library import Library
from lessons.model import Lesson
from lessons.phrases import phrases
from messages.incoming import ChannelName
from messages.letter import Cost, Letter
from messages.message import Message
from school.planning import replan
from school.study import Study, studies_of, study_of
from store.contacts import Met
from store.values import Contact, Enrolment, EnrolmentState
from store.work import Work

REMINDER = "reminder"
CHECK_IN = "checkin"
DIGEST = "digest"
OF_THE_DAY = (REMINDER, DIGEST)  # letters that mean nothing on another day


def heard(work: Work, library: Library, enrolments: tuple[Enrolment, ...], at: datetime) -> tuple[Enrolment, ...]:
    """The person with these enrolments did something; returns them as they stand now. Written once a day at most; who
    was quiet is so no more, and lessons come again.
    """
    active = [each for each in enrolments if each.state is EnrolmentState.ACTIVE]
    today = at.astimezone(work.organisation.timezone).date()
    if all(each.seen_on and each.seen_on >= today for each in active):
        return enrolments
    person = active[0].person
    work.enrolments.see(person, today)
    for enrolment in enrolments:
        if enrolment.quiet and enrolment.state is EnrolmentState.ACTIVE:
            work.enrolments.wake(enrolment.id)
            work.outbox.drop(CHECK_IN, at, enrolment=enrolment.id)
            replan(work, study_of(work, replace(enrolment, quiet=False), library), at)
    return work.enrolments.of_person(person)


def is_silent(study: Study, at: datetime, *, since: datetime | None = None) -> bool:
    """Whether it is time to ask: three working days have gone by with something waiting, and nothing was heard. `since`
    is when lessons began to come there again, if ever they did not: nobody is silent where nothing came.
    """
    if not study.open_lessons or not study.calendar.is_open(at):
        return False
    heard_on = max(study.heard_on, study.today(since)) if since else study.heard_on
    return silence.is_silent(study.calendar, since=heard_on, today=study.today(at))


def ask(work: Work, study: Study, learner: Met, at: datetime) -> None:
    """One kind question instead of a lesson, once for one silence; then nothing more until something is heard."""
    enrolment, today = study.enrolment, study.today(at)
    say = phrases(learner.person.language)
    key = f"{CHECK_IN}:{enrolment.id}:{today.isoformat()}"
    work.outbox.post(_letter(key, study, learner.contact, cards.check_in(say), at), at)
    work.enrolments.hush(enrolment.id, today)


def nudge_at(work: Work, study: Study, contact: Contact, at: datetime) -> datetime | None:
    """When to think of a reminder of the lesson that comes now; None where none may be sent."""
    return silence.nudge_at(study.calendar, at) if _allowed(work, contact) else None


def remind_due(work: Work, library: Library, at: datetime, limit: int = 100) -> int:
    """Remind everybody whose moment has come and who has not touched the day's lesson; each lesson once at most.

    Returns how many learners were looked at: `limit` means that there may be more. Running it twice reminds once.
    """
    due = work.enrolments.nudged(at, limit)
    learners = work.contacts.met([each.contact for each in due])
    for study in studies_of(work, due, library):
        work.enrolments.remind(study.enrolment.id, None)
        if lesson := _untouched(work, study, at):
            _remind(work, study, lesson, learners[study.enrolment.contact], at)
    return len(due)


def _untouched(work: Work, study: Study, at: datetime) -> Lesson | None:
    """The day's lesson, if it lies there as it came and may be spoken of now."""
    enrolment, today = study.enrolment, study.today(at)
    if enrolment.quiet or not study.calendar.is_open(at):
        return None
    here = [each for each in study.taken if each.day == today and each.finished_at is None]
    lesson = study.course.lesson(max(each.lesson for each in here)) if here else None
    if lesson is None or any(study.today(each.at) == today for each in work.attempts.of(enrolment.id)):
        return None
    return None if work.outbox.waits(enrolment.id) else lesson


def _remind(work: Work, study: Study, lesson: Lesson, learner: Met, at: datetime) -> None:
    person, contact = learner.person, learner.contact
    if person.reminders and _allowed(work, contact):
        key = f"{REMINDER}:{study.enrolment.id}:{lesson.number}"
        work.outbox.post(_letter(key, study, contact, cards.reminder(lesson, phrases(person.language)), at), at)


def _allowed(work: Work, contact: Contact) -> bool:
    """On LINE a reminder costs a push: only where the office wants to pay for it, and lessons are sent."""
    if contact.channel is not ChannelName.LINE:
        return True
    return work.organisation.line_reminders and work.accounts.get(contact.account).pull is None


def _letter(key: str, study: Study, contact: Contact, message: Message, at: datetime) -> Letter:
    return Letter(
        key=key,
        address=contact.address,
        message=message,
        due=at,
        cost=Cost.PAID,
        until=study.calendar.closing(at),
        enrolment=study.enrolment.id,
    )
