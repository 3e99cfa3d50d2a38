"""Bringing lessons: pushed at the learner's own time, or taken when the learner asks."""

from dataclasses import replace
from datetime import datetime

from lessons import pacing
from lessons.cards.lesson import lesson_message
from lessons.cards.news import Card, above
from lessons.library import Library
from lessons.model import Lesson
from lessons.pacing import Wait
from lessons.phrases import Phrases, phrases
from messages.letter import Cost, Letter
from messages.message import Message
from school import news, silence
from school.inquiring import telling
from school.planning import day_after, first_at
from school.study import Study, office_calendar, studies_of, study_of
from store.contacts import Met
from store.letters import Overdue
from store.root import Root
from store.work import Work

LESSON = "lesson"
"""What the keys of letters begin with that bring lessons."""


def deliver_due(work: Work, library: Library, at: datetime, limit: int = 100) -> int:
    """Give every learner whose time has come the lesson that pacing picks, and move their time on.

    Returns how many learners were looked at: `limit` means that there may be more. Running it twice delivers once.
    """
    due = work.enrolments.due(at, limit)
    today = at.astimezone(work.organisation.timezone).date()
    turned = {each.id: each for each in work.accounts.all() if each.turned_at}  # most never were
    learners = work.contacts.met([each.contact for each in due])
    for study in studies_of(work, due, library.on(today)):
        learner = learners[study.enrolment.contact]
        account = turned.get(learner.contact.account)
        if account and account.pull:
            _leave_to_be_fetched(work, study, at)
        else:
            _deliver(work, study, learner, at, since=account.turned_at if account else None)
    return len(due)


def take(work: Work, library: Library, study: Study, at: datetime) -> Lesson | Wait:
    """The next lesson at the learner's own wish, marked as delivered; or why there is none now. The day brings no other
    unasked.
    """
    number = pacing.offer(study.standing(at), study.calendar, at)
    if isinstance(number, Wait):
        return number
    lesson = _mark(work, study, number, at)
    after = study_of(work, replace(study.enrolment, next_lesson=number + 1), library)
    work.enrolments.move(study.enrolment.id, first_at(work, after, at), number + 1)
    return lesson


def handed_over(work: Work, study: Study, lesson: Lesson, *, say: Phrases, at: datetime) -> tuple[Card, ...]:
    """The learner has the lesson at their own wish: its letter, if it still waits to leave, is needed no more. Returns
    what is told with it; `study` speaks the learner's language.
    """
    key = _key(study, lesson)
    unsaid = work.outbox.withdraw(key, at)
    if unsaid:
        work.answers.unsay(key)
    waited = news.told_in(work, study.enrolment, study.course, key=key, say=say) if unsaid else ()
    return (*waited, *news.take(work, study.enrolment, study.course, key=key, say=say))


def _message(work: Work, study: Study, lesson: Lesson, learner: Met, at: datetime) -> Message:
    """The lesson with its first question, in the learner's language where the course has it, and with examples from
    the learner's kind of section; above it what there is to tell.
    """
    person, key = learner.person, _key(study, lesson)
    course, say = study.course.spoken(person.language), phrases(person.language)
    told = news.take(work, study.enrolment, course, key=key, say=say)
    told = (*told, *telling.with_lesson(work, person, learner.contact, key, at))
    message = lesson_message(
        course,
        course.lessons[lesson.number - 1],
        enrolment=study.enrolment.id,
        family=person.section_family,
        today=study.today(at),
        say=say,
    )
    return above(told, message)


def replan_overdue(root: Root, library: Library, at: datetime) -> int:
    """Give letters that missed their working hours (a long outage) the next ones; returns how many.

    The learner's next lesson then comes a working day later, so that no day brings two unasked.
    """
    overdue = root.outbox.overdue(at)
    for late in overdue:
        work = root.work(late.organisation)
        if late.key.partition(":")[0] in silence.OF_THE_DAY:
            work.outbox.withdraw(late.key, at)
            continue
        enrolment = work.enrolments.get(late.enrolment) if late.enrolment else None
        if enrolment is None:
            _to_the_office(root, work, late, at)
            continue
        study = study_of(work, enrolment, library)
        opening = study.calendar.opening_after(at)
        if opening is None:
            continue
        root.outbox.reschedule(late.id, opening, study.calendar.closing(opening))
        if late.key.startswith("announcement:"):
            continue  # costs the learner no lesson
        if enrolment.next_at and study.today(enrolment.next_at) <= study.today(opening):
            work.enrolments.move(enrolment.id, day_after(study, opening), enrolment.next_lesson)
    return len(overdue)


def _to_the_office(root: Root, work: Work, late: Overdue, at: datetime) -> None:
    """Whoever does not learn hears an announcement in the organisation's own next hours."""
    calendar = office_calendar(work)
    if opening := calendar.opening_after(at):
        root.outbox.reschedule(late.id, opening, calendar.closing(opening))


def _leave_to_be_fetched(work: Work, study: Study, at: datetime) -> None:
    """The lesson that would come now lies ready for whoever asks for it; tomorrow it is looked at again."""
    plan = pacing.plan(study.standing(at), study.calendar, at)
    next_at = plan.next_at if plan.lesson is None else day_after(study, at)
    work.enrolments.move(study.enrolment.id, next_at, study.enrolment.next_lesson)


def _deliver(work: Work, study: Study, learner: Met, at: datetime, *, since: datetime | None) -> None:
    if silence.is_silent(study, at, since=since):
        silence.ask(work, study, learner, at)
        return
    plan = pacing.plan(study.standing(at), study.calendar, at)
    if plan.lesson is not None:
        _push(work, study, learner, plan.lesson, at)
        nudge_at = silence.nudge_at(work, study, learner.contact, at)
        work.enrolments.serve(study.enrolment.id, plan.next_at, plan.lesson + 1, nudge_at)
    else:
        work.enrolments.move(study.enrolment.id, plan.next_at, study.enrolment.next_lesson)


def _push(work: Work, study: Study, learner: Met, number: int, at: datetime) -> None:
    lesson = _mark(work, study, number, at)
    work.outbox.post(
        Letter(
            key=_key(study, lesson),
            address=learner.contact.address,
            message=_message(work, study, lesson, learner, at),
            due=at,
            cost=Cost.PAID,
            until=study.calendar.closing(at),
            enrolment=study.enrolment.id,
        ),
        at,
    )


def _key(study: Study, lesson: Lesson) -> str:
    return f"{LESSON}:{study.enrolment.id}:{lesson.number}"


def _mark(work: Work, study: Study, number: int, at: datetime) -> Lesson:
    lesson = study.course.lessons[number - 1]
    work.taken.deliver(study.enrolment.id, lesson.number, study.today(at), at)
    return lesson
