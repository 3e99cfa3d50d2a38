"""Reports of something wrong or out of date in a lesson: one open at a time for each person and lesson."""

from dataclasses import dataclass
from datetime import datetime

from lessons.library import Library
from lessons.model import Course, Lesson
from messages.actions import Report
from school.editions import course_of
from school.writing import Unfit, fit
from store import values
from store.values import Cohort, Enrolment, Note, NoteKind
from store.work import Work


@dataclass(frozen=True, slots=True)
class Subject:
    """The lesson that is spoken of, as this learner had it."""

    enrolment: Enrolment
    cohort: Cohort
    course: Course
    lesson: Lesson

    @property
    def action(self) -> Report:
        """What a button about it means."""
        return Report(self.course.id, self.lesson.id)


def subject(work: Work, library: Library, person: int, about: Report) -> Subject | None:
    """What a button or a word is about: a lesson this person was given, the last one if none is named."""
    for enrolment in reversed(work.enrolments.ever_of(person)):
        cohort = work.cohorts.get(enrolment.cohort)
        if about.course in {"", cohort.course}:
            course = course_of(work, library, cohort)
            given = sorted(work.taken.all(enrolment.id), key=lambda each: each.delivered_at)
            lessons = [lesson for each in given if (lesson := course.lesson(each.lesson))]
            named = [lesson for lesson in lessons if about.lesson in {"", lesson.id}]
            if named:
                return Subject(enrolment, cohort, course, named[-1])
    return None


def report(work: Work, subject: Subject, *, quiz: str, body: str, via: str, at: datetime) -> Note | Unfit:
    """Keep what is wrong, in the person's open report of this lesson or in a new one; `quiz` is the question meant, if
    it is one of the lesson's.
    """
    words = fit(body, at)
    if isinstance(words, Unfit):
        return words
    enrolment = subject.enrolment
    there = work.reports.open(
        enrolment, course=subject.course.id, edition=subject.cohort.edition, lesson=subject.lesson.id, at=at
    )
    return work.notes.add(
        person=enrolment.person,
        enrolment=enrolment.id,
        kind=NoteKind.REPORT,
        quiz=quiz if any(each.id == quiz for each in subject.lesson.quizzes) else "",
        body=words,
        via=via,
        at=at,
        report=there.id,
    )


def close(work: Work, report: values.Report, answer: str, at: datetime) -> bool:
    """The editor is done with it; an answer reaches the reporter with their next lesson. False if it was closed."""
    if not work.reports.close(report.id, answer, at):
        return False
    if answer:
        work.enrolments.set_news(report.enrolment, waiting=True)
    return True


def words_of(work: Work, report: values.Report) -> tuple[Note, ...]:
    """What the person wrote in it and has not taken back, the oldest first."""
    return tuple(note for note in work.notes.of_person(report.person) if note.report == report.id)
