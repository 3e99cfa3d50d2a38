"""When the week's digests are told: their letters are written, some people in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import structlog

from lessons import weekly
from lessons.library import Library
from lessons.weekly import Week, week_of
from messages.incoming import ChannelName
from messages.letter import Cost, Letter
from messages.message import Message
from school import linking, quota
from school.digests.census import span
from school.digests.telling import Teller, teller
from school.silence import DIGEST
from school.silenced import resting
from school.study import Study, office_calendar, studies_of
from store.digests import Round
from store.values import Contact, Enrolment, EnrolmentState, Person
from store.work import Work

log: Final = structlog.get_logger()
_OWN, _SECTION, _OFFICE = "own", "section", "office"


def switch(work: Work, at: datetime, *, wanted: bool) -> datetime | None:
    """Digests are told from now on, or not; returns when the next one is."""
    next_at = weekly.next_told(office_calendar(work), at) if wanted else None
    work.digests.set(replace(work.digests.round(), wanted=wanted, next_at=next_at, reached=0))
    return next_at


def pay(work: Work, *, paid: bool) -> None:
    """A learner's digest may cost a push in LINE, or may not."""
    work.digests.set(replace(work.digests.round(), line_paid=paid))


def replan(work: Work, at: datetime) -> None:
    """The next digest comes when days and hours say so by now: they may have changed since it was planned."""
    stands = work.digests.round()
    if stands.next_at is None or stands.next_at <= at:
        return
    next_at = weekly.next_told(office_calendar(work), at)
    if next_at != stands.next_at:
        work.digests.set(replace(stands, next_at=next_at))


def withdraw(work: Work, at: datetime) -> None:
    """What waits for the office and for heads of sections who rest now, or whose section does, never leaves."""
    rests = resting(work)
    for grant in work.roles.all():
        if grant.section in rests.sections or rests.has(grant.person):
            for kind in (_SECTION, _OFFICE):
                work.outbox.drop(f"{DIGEST}:{kind}:{grant.person}", at)


def telling(work: Work, at: datetime) -> Week | None:
    """The week that is to be told now; None if none is, or if its day or hours are over."""
    stands = work.digests.round()
    return _timely(work, stands, at) if stands.next_at and stands.next_at <= at else None


def send_due(work: Work, library: Library, at: datetime, limit: int, *, public_url: str = "") -> int:
    """Write the letters to the next people of the round whose time has come, to each once; after the last one, plan the
    next round. One that missed its day is left out: the next one comes in a week, and the word shows this one.

    Returns how many people were looked at: `limit` means that there may be more. Running it twice tells once.
    """
    stands = work.digests.due(at)
    if stands is None:
        return 0
    of = _timely(work, stands, at)
    if of is None:
        log.info("digest_left_out", organisation=work.organisation.id)
        _over(work, stands, at)
        return 0
    tells, today = teller(work, library, of, at, public_url), office_calendar(work).day(at)
    readers = work.digests.readers(stands.reached, span(work, of)[0], today, limit)
    _tell(tells, readers, stands)
    if len(readers) < limit:
        _over(work, stands, at)
    else:
        work.digests.set(replace(stands, reached=readers[-1].id))
    return len(readers)


def _over(work: Work, stands: Round, at: datetime) -> None:
    work.digests.set(replace(stands, next_at=weekly.next_told(office_calendar(work), at), reached=0))


def _timely(work: Work, stands: Round, at: datetime) -> Week | None:
    calendar = office_calendar(work)
    if resting(work).everybody:
        return None
    if stands.next_at is None or calendar.day(stands.next_at) != calendar.day(at) or not calendar.is_open(at):
        return None
    return week_of(calendar.day(at))


def _tell(tells: Teller, readers: Sequence[Person], stands: Round) -> None:
    """Whatever there is for each: nothing on a leave, in a silence, and where they are not reached."""
    work, at, rests = tells.work, tells.at, resting(tells.work)
    enrolled = work.enrolments.of_people([each.id for each in readers if not rests.has(each.id)])
    reached, granted = linking.reached_of(work, enrolled), {grant.person for grant in work.roles.all()}
    here = [each for each in readers if each.id in reached and not _is_away(enrolled[each.id], at)]
    learning = [enrolled[each.id][-1] for each in here if enrolled[each.id] and _bears(work, reached[each.id], stands)]
    studies = {study.enrolment.person: study for study in studies_of(work, learning, tells.library)}
    for person in here:
        contact, study = reached[person.id], studies.get(person.id)
        if study and _learns(study, tells.survey.of, at):
            _post(tells, contact, _OWN, tells.own(study, person.language, contact.channel), study)
        if person.id in granted:
            sections = tells.sections(person, without=rests.sections)
            for kind, message in ((_SECTION, sections), (_OFFICE, tells.office(person))):
                if message is not None:
                    _post(tells, contact, kind, message, None)


def _is_away(enrolments: Sequence[Enrolment], at: datetime) -> bool:
    return any(each.silent or each.away(at) for each in enrolments)


def _bears(work: Work, contact: Contact, stands: Round) -> bool:
    """Whether a learner's may be sent there: in LINE only where it is paid for, and not while messages run short."""
    return contact.channel is not ChannelName.LINE or (stands.line_paid and not quota.is_short(work, contact))


def _learns(study: Study, of: Week, at: datetime) -> bool:
    """Whether this week brought the learner anything: not before the course, not in a rest, not long after the end."""
    if study.enrolment.quiet or study.cohort.paused or not study.calendar.is_open(at):
        return False
    if study.enrolment.state is EnrolmentState.FINISHED:
        return any(day in of for day in study.finished_days)
    return study.enrolment.state is EnrolmentState.ACTIVE and bool(study.taken)


def _post(tells: Teller, contact: Contact, kind: str, message: Message, study: Study | None) -> None:
    work, at = tells.work, tells.at
    work.outbox.post(
        Letter(
            key=f"{DIGEST}:{kind}:{contact.person}:{tells.survey.of.name}",
            address=contact.address,
            message=message,
            due=at,
            cost=Cost.PAID,
            until=office_calendar(work).closing(at),
            enrolment=study.enrolment.id if study else None,
        ),
        at,
    )
