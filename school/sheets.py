"""What is asked on a page of ours, and what is written there."""

from dataclasses import dataclass
from datetime import datetime

from lessons.library import Library
from lessons.model import Kind, Lesson, Quiz
from messages.actions import Ask, AskOn, Report, Write
from messages.incoming import ChannelName
from school import reporting, writing
from school.answering import Already
from school.inquiring import asking
from school.inquiring.asking import Asker
from school.passing import Visit
from school.reporting import Subject
from school.study import Study, study_of
from school.writing import Unfit
from store.values import NoteKind
from store.work import Work

_VIA = "page"


@dataclass(frozen=True, slots=True)
class Reflection:
    """A question of a lesson that was given to this learner."""

    study: Study
    lesson: Lesson
    quiz: Quiz

    @property
    def more(self) -> bool:
        """Whether another question of the lesson waits besides this one."""
        return any(each.id not in self.study.answered | {self.quiz.id} for each in self.lesson.quizzes)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Who writes and to what: a question of a lesson, what is wrong in one, or to the training office whatever they
    would like to know.
    """

    visit: Visit
    reflection: Reflection | None
    subject: Subject | None = None

    @property
    def answered(self) -> bool:
        """Whether the question of the lesson has its answer."""
        asked = self.reflection
        return asked is not None and asked.quiz.id in asked.study.answered


@dataclass(frozen=True, slots=True)
class Received:
    """Kept now, or by the same press before. `more` says that another question of the lesson waits."""

    more: bool


def sheet_of(work: Work, library: Library, visit: Visit) -> Sheet | None:
    """What this visitor may write; None if the pass is for something else, or the course has changed since."""
    match visit.purpose:
        case Ask() | AskOn():
            return Sheet(visit, None)
        case Report() as about:
            subject = reporting.subject(work, library, visit.person.id, about)
            return Sheet(visit, None, subject) if subject else None
        case Write(enrolment=enrolment, quiz=name):
            study = study_of(work, work.enrolments.get(enrolment), library)
            found = study.course.find(name)
            if found is None or found[1].kind is not Kind.REFLECTION or not study.delivered(found[0]):
                return None
            return Sheet(visit, Reflection(study, *found))
        case _:
            return None


def receive(
    work: Work, library: Library, sheet: Sheet, body: str, at: datetime, *, where: str = ""
) -> Received | Already | Unfit:
    """Keep what was written, once, however often it is sent; what cannot be kept does not use the pass up. `where` is
    the question in which something is wrong.
    """
    ticket = sheet.visit.ticket
    words = writing.fit(body, at)
    if ticket.used_at is None and isinstance(words, Unfit):
        return words
    if not work.passes.use(ticket.id, at):
        return _once_more(work, sheet, body, at)
    if sheet.subject is not None:
        kept = reporting.report(work, sheet.subject, quiz=where, body=body, via=_VIA, at=at)
        return kept if isinstance(kept, Unfit) else Received(more=False)
    if sheet.reflection is None:
        return _asked(work, library, sheet, body, at)
    asked = sheet.reflection
    outcome = writing.reflect(work, asked.study, lesson=asked.lesson, quiz=asked.quiz, body=body, via=_VIA, at=at)
    return outcome if isinstance(outcome, Already | Unfit) else Received(asked.more)


def _asked(work: Work, library: Library, sheet: Sheet, body: str, at: datetime) -> Received | Unfit:
    """A question, or what is asked on. Such pages are opened from LINE."""
    person, purpose = sheet.visit.person.id, sheet.visit.purpose
    enrolled, contacts = work.enrolments.of_person(person), work.contacts.of_person(person)
    line = [each.account for each in contacts if each.channel is ChannelName.LINE]
    asker = Asker(person, line[0] if line else None, enrolled[-1] if enrolled else None, _VIA)
    if isinstance(purpose, AskOn):
        kept = asking.ask_on(work, asker, purpose.inquiry, body, at)
    else:
        kept = asking.ask(work, library, asker, body, at)
    return kept if isinstance(kept, Unfit) else Received(more=False)


def _once_more(work: Work, sheet: Sheet, body: str, at: datetime) -> Received | Already:
    """The same words again are thanked for again; others came too late."""
    asked = sheet.reflection
    kind = NoteKind.REFLECTION if asked else NoteKind.REPORT if sheet.subject else NoteKind.QUESTION
    notes = work.notes.of_person(sheet.visit.person.id)
    meant = [each for each in notes if each.kind is kind and (asked is None or each.quiz == asked.quiz.id)]
    same = (each.body == writing.tidied(body) for each in meant)
    if any(same):
        return Received(more=asked.more if asked else False)
    used = sheet.visit.ticket.used_at or at
    return Already(right=False, on=used.astimezone(work.organisation.timezone).date())
