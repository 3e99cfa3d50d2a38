"""One learner's course as it stands: what was delivered, what is open, where the calendar is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from lessons.calendar import Calendar, Hours
from lessons.cards.weeks import Days
from lessons.library import Library
from lessons.model import Course, Lesson, Quiz
from lessons.pacing import Standing
from school.editions import course_of
from store.silence import Silence
from store.values import Cohort, Enrolment, EnrolmentState, Organisation, Taken
from store.work import Work


@dataclass(frozen=True, slots=True)
class Study:
    """Everything a verb needs to know about one enrolment; `answered` holds the ids of quizzes already answered."""

    enrolment: Enrolment
    cohort: Cohort
    course: Course
    calendar: Calendar
    taken: tuple[Taken, ...]
    answered: frozenset[str]

    def today(self, at: datetime) -> date:
        """The learner's own date."""
        return at.astimezone(self.calendar.zone).date()

    @property
    def open_lessons(self) -> tuple[Lesson, ...]:
        """Delivered and not finished, oldest first."""
        numbers = sorted(each.lesson for each in self.taken if each.finished_at is None)
        return tuple(lesson for number in numbers if (lesson := self.course.lesson(number)))

    @property
    def finished_days(self) -> frozenset[date]:
        """The local days on which a lesson was finished."""
        return frozenset(each.finished_day for each in self.taken if each.finished_day)

    @property
    def since(self) -> date:
        """The first day that counts for this learner: the cohort's, or that of joining."""
        return max(self.cohort.starts_on, self.today(self.enrolment.joined_at))

    @property
    def heard_on(self) -> date:
        """Since when nothing was heard while something waited: the last day that does not count as silent."""
        waits = min((each.day for each in self.taken if each.finished_at is None), default=self.since)
        return max(self.enrolment.seen_on or self.since, waits - timedelta(days=1))

    def away_through(self, at: datetime) -> date | None:
        """The last day of the leave the learner is on at this moment."""
        until = self.enrolment.away_until
        if until is None or not self.enrolment.away(at) or self.enrolment.state is not EnrolmentState.ACTIVE:
            return None
        return self.today(until - timedelta(seconds=1))

    @property
    def next_day(self) -> date | None:
        """The learner's day on which the next lesson comes unasked; None if none does, or nobody knows in a pause."""
        next_at = self.enrolment.next_at
        return None if next_at is None or self.rests else self.today(next_at)

    @property
    def rests(self) -> bool:
        """Whether the office lets the cohort, or this learner, rest now."""
        return self.cohort.paused or self.enrolment.silent

    @property
    def moved_end(self) -> date | None:
        """The day of the course's last lesson, if pauses have moved it and somebody knows it."""
        calendar, lessons = self.calendar, len(self.course.lessons)
        end = calendar.numbered(self.cohort.starts_on, lessons) if calendar.pauses else None
        return None if end == replace(calendar, pauses=()).numbered(self.cohort.starts_on, lessons) else end

    @property
    def finished(self) -> int:
        """How many lessons are finished."""
        return sum(each.finished_at is not None for each in self.taken)

    @property
    def days(self) -> Days:
        """The course's weeks as this learner has gone through them, on the cohort's days."""
        return Days(
            finished=frozenset(each.lesson for each in self.taken if each.finished_at is not None),
            open=frozenset(each.lesson for each in self.taken if each.finished_at is None),
            firsts=tuple(
                self.calendar.numbered(self.cohort.starts_on, week.lessons[0].number) for week in self.course.weeks
            ),
        )

    def delivered(self, lesson: Lesson) -> bool:
        """Whether the lesson has been given to this learner."""
        return any(each.lesson == lesson.number for each in self.taken)

    def next_quiz(self, lesson: Lesson) -> Quiz | None:
        """The lesson's first question without an answer."""
        return next((quiz for quiz in lesson.quizzes if quiz.id not in self.answered), None)

    def waiting(self) -> tuple[Lesson, Quiz] | None:
        """The oldest question that waits for an answer."""
        pairs = ((lesson, self.next_quiz(lesson)) for lesson in self.open_lessons)
        return next(((lesson, quiz) for lesson, quiz in pairs if quiz), None)

    def finishing(self, lesson: Lesson, at: datetime) -> "Study":
        """The same with this lesson finished at that moment, unless it was before."""
        taken = (
            replace(each, finished_day=self.today(at), finished_at=at)
            if each.lesson == lesson.number and each.finished_at is None
            else each
            for each in self.taken
        )
        return replace(self, taken=tuple(taken))

    def standing(self, at: datetime) -> Standing:
        """The same in the words of pacing."""
        today = self.today(at)
        return Standing(
            next_lesson=self.enrolment.next_lesson,
            lessons=len(self.course.lessons),
            starts_on=self.cohort.starts_on,
            delivery_time=self.enrolment.delivery_time,
            open_lessons=len(self.open_lessons),
            delivered_today=sum(each.day == today for each in self.taken) + (self.enrolment.asked_on == today),
            taken_today=sum(today in (each.day, each.finished_day) for each in self.taken),
        )


def study_of(work: Work, enrolment: Enrolment, library: Library) -> Study:
    """The enrolment's study as this unit of work sees it."""
    return _study(
        work,
        library,
        enrolment,
        cohort=work.cohorts.get(enrolment.cohort),
        taken=work.taken.all(enrolment.id),
        answered=work.attempts.answered(enrolment.id),
        silences=work.silenced.of(enrolment.id) if enrolment.silenced else (),
    )


def studies_of(work: Work, enrolments: Sequence[Enrolment], library: Library) -> Iterator[Study]:
    """The same for many, in order; what they have is read at once, before the first is looked at."""
    numbers = [enrolment.id for enrolment in enrolments]
    cohorts = {cohort: work.cohorts.get(cohort) for cohort in {enrolment.cohort for enrolment in enrolments}}
    taken, answered = work.taken.all_of(numbers), work.attempts.answered_by(numbers)
    silences = silences_of(work, enrolments)
    for each in enrolments:
        cohort = cohorts[each.cohort]
        yield _study(
            work,
            library,
            each,
            cohort=cohort,
            taken=taken[each.id],
            answered=answered[each.id],
            silences=silences.get(each.id, ()),
        )


def _study(
    work: Work,
    library: Library,
    enrolment: Enrolment,
    *,
    cohort: Cohort,
    taken: tuple[Taken, ...],
    answered: frozenset[str],
    silences: tuple[Silence, ...],
) -> Study:
    calendar = calendar_of(work.organisation, cohort, silences)
    if enrolment.away_until:  # most people never were
        calendar = replace(calendar, leaves=(*calendar.leaves, *work.leaves.of(enrolment.id)))
    return Study(
        enrolment=enrolment,
        cohort=cohort,
        course=course_of(work, library, cohort),
        calendar=calendar,
        taken=taken,
        answered=answered,
    )


def silences_of(work: Work, enrolments: Sequence[Enrolment]) -> Mapping[int, tuple[Silence, ...]]:
    """What the office's silences took from those it ever let rest, by enrolment."""
    concerned = [each.id for each in enrolments if each.silenced]  # most people never were
    return work.silenced.of_many(concerned) if concerned else {}


def calendar_of(organisation: Organisation, cohort: Cohort, silences: tuple[Silence, ...] = ()) -> Calendar:
    """The organisation's working days and hours, with the cohort's pauses, and what these silences took. Those that are
    caught up with take their hours, but move nothing.
    """
    return Calendar(
        zone=organisation.timezone,
        hours=hours_of(organisation),
        closures=organisation.closures,
        pauses=(*cohort.pauses, *(pause for each in silences if not each.compressed for pause in each.pauses)),
        leaves=tuple(pause for each in silences if each.compressed for pause in each.pauses),
    )


def office_calendar(work: Work) -> Calendar:
    """The organisation's own days and hours."""
    organisation = work.organisation
    return Calendar(zone=organisation.timezone, hours=hours_of(organisation), closures=organisation.closures)


def hours_of(organisation: Organisation) -> Hours:
    """The organisation's working hours."""
    return _hours(organisation.opens, organisation.closes, organisation.lunch_from, organisation.lunch_to)


@lru_cache(maxsize=256)  # every study asks for them, and most organisations have the same
def _hours(opens: time, closes: time, lunch_from: time, lunch_to: time) -> Hours:
    return Hours(opens, closes, lunch_from, lunch_to)
