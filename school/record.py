"""Everything that is held about one person, gathered."""

from dataclasses import dataclass
from datetime import date, datetime

from lessons.cards.record import Held
from lessons.hours import Pause
from lessons.library import Library
from lessons.model import Course
from school.editions import course_of
from school.given import GivenSitting, Knowledge, given_sittings, knowledge_of
from school.roster.standing import Standing, standing_of
from school.voted import GivenVote, votes_of
from store.told import Saying
from store.values import Attempt, Cohort, Contact, Enrolment, Note, Organisation, Person, Taken
from store.work import Work


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """`given` is what was chosen, with the options' words, or what was written; `question` is the quiz's text."""

    attempt: Attempt
    question: str
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenLesson:
    """A lesson that was brought."""

    taken: Taken
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """One course the person takes, took or left; `knowledge` is what the two forms tell, once both are in."""

    enrolment: Enrolment
    cohort: Cohort
    course: str
    lessons: tuple[GivenLesson, ...]
    answers: tuple[GivenAnswer, ...]
    picks: tuple[tuple[str, tuple[str, ...]], ...]
    rests: tuple[Pause, ...]
    sittings: tuple[GivenSitting, ...]
    knowledge: Knowledge | None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A note, and the question it answers (empty for a question to the office, with what was answered to it); or the
    lesson in which something is wrong, and what the editor answered.
    """

    note: Note
    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """All of it. `listed` is how they stand on the list of staff, if an invitation told who they are there."""

    organisation: Organisation
    person: Person
    contacts: tuple[Contact, ...]
    parts: tuple[Part, ...]
    words: tuple[OwnWords, ...]
    votes: tuple[GivenVote, ...]
    letters: tuple[Saying, ...]
    at: datetime
    listed: Standing | None = None

    def day(self, moment: datetime) -> date:
        """The organisation's own date."""
        return moment.astimezone(self.organisation.timezone).date()


def held(work: Work, person: Person) -> Held:
    """How much there is of each kind."""
    enrolments = work.enrolments.ever_of(person.id)
    return Held(
        addresses=len(work.contacts.of_person(person.id)),
        lessons=sum(len(work.taken.all(each.id)) for each in enrolments),
        answers=sum(len(work.attempts.of(each.id)) for each in enrolments),
        words=len(work.notes.of_person(person.id)),
        rests=sum(len(work.leaves.of(each.id)) for each in enrolments),
        votes=len(work.votes.by(person.id)),
        letters=work.outbox.told(person.id),
        listed=work.staff.of_person(person.id) is not None,
        sittings=sum(bool(work.responses.of(sat.id)) for each in enrolments for sat in work.sittings.of(each.id)),
    )


def record_of(work: Work, library: Library, person: Person, at: datetime) -> Record:
    """Everything, each thing beside the words it belongs to."""
    parts = tuple(_part(work, library, each) for each in work.enrolments.ever_of(person.id))
    courses = {each.enrolment.id: course_of(work, library, each.cohort) for each in parts}
    return Record(
        organisation=work.organisation,
        person=person,
        contacts=work.contacts.of_person(person.id),
        parts=parts,
        words=tuple(_words(work, note, courses) for note in work.notes.of_person(person.id)),
        votes=votes_of(work, person.id),
        letters=work.outbox.sayings(person.id),
        at=at,
        listed=standing_of(work, person.id),
    )


def _part(work: Work, library: Library, enrolment: Enrolment) -> Part:
    cohort = work.cohorts.get(enrolment.cohort)
    course = course_of(work, library, cohort)
    sittings = given_sittings(work, course, enrolment.id)
    return Part(
        enrolment=enrolment,
        cohort=cohort,
        course=course.title,
        lessons=tuple(_lesson(course, each) for each in work.taken.all(enrolment.id)),
        answers=tuple(_answer(course, each) for each in work.attempts.of(enrolment.id)),
        picks=work.picks.of(enrolment.id),
        rests=work.leaves.of(enrolment.id),
        sittings=sittings,
        knowledge=knowledge_of(sittings, course.assessment),
    )


def _lesson(course: Course, taken: Taken) -> GivenLesson:
    lesson = course.lesson(taken.lesson)
    return GivenLesson(taken, lesson.title if lesson else "")


def _answer(course: Course, attempt: Attempt) -> GivenAnswer:
    found = course.find(attempt.quiz)
    if found is None:
        return GivenAnswer(attempt, attempt.quiz, attempt.chosen)
    quiz = found[1]
    options = {option.label: f"{option.label} {option.text}" for option in quiz.options}
    return GivenAnswer(attempt, quiz.text, tuple(options.get(each, each) for each in attempt.chosen))


def _words(work: Work, note: Note, courses: dict[int, Course]) -> OwnWords:
    course = courses.get(note.enrolment or 0)
    report = work.reports.get(note.report) if note.report else None
    if report is not None:
        titles = {lesson.id: lesson.title for lesson in course.lessons} if course else {}
        return OwnWords(note, titles.get(report.lesson, report.lesson), report.answer)
    if note.inquiry is not None:
        later = [each.body for each in work.answers.of(note.inquiry) if each.sent and each.at >= note.at]
        return OwnWords(note, "", "\n\n".join(later))
    found = course.find(note.quiz) if course else None
    return OwnWords(note, found[1].text if found else note.quiz)
