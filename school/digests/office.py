"""The office's week."""

from collections import Counter
from datetime import datetime
from typing import Final

from lessons import freshness, grouping
from lessons.cards.digest.office import Hard, OfficeWeek, Stale, Trouble
from lessons.cards.digest.section import SectionWeek
from lessons.grouping import LEAST, Shown
from lessons.library import Library
from lessons.model import Course
from lessons.phrases import Phrases
from school import quota
from school.digests.census import Survey, by_section, counted, span, within
from school.editions import course_of
from school.inquiring.looking import WAITING
from store.office import Section
from store.values import EnrolmentState, ReportState
from store.work import Work

_HARD: Final = 3  # questions that are named
_UNSURE: Final = ("whether it arrived", "lost")  # how the courier and the carrier say that nobody knows
_GONE: Final = (
    "gone",
    "blocked",
    "does not know",
    "not_found",
    "user_",
    "users_",
    "inactive",
    "is_archived",
    "cannot_dm_bot",
)


def section_week(survey: Survey, section: Section, at: datetime) -> SectionWeek:
    """A section with all below it."""
    group = counted(section.path, within(survey.work, survey.learners, section))
    return SectionWeek(survey.of, group, past=survey.is_past(at))


def shown(survey: Survey, say: Phrases) -> Shown:
    """What figures may be shown of the organisation's sections."""
    return grouping.shown(by_section(survey.work, survey.learners, say("digest.unlisted")))


def office_week(survey: Survey, library: Library, at: datetime, say: Phrases) -> OfficeWeek:
    """Everything; what waits to be decided as it stands now."""
    work, of = survey.work, survey.of
    courses = {cohort.id: course_of(work, library, cohort) for cohort in work.cohorts.all()}
    begins, ends = span(work, of)
    counted_now, limit = _counted(work, at)
    return OfficeWeek(
        week=of,
        organisation=work.organisation.name,
        shown=shown(survey, say),
        hard=_hard(work, courses, begins, ends),
        questions=len(work.inquiries.standing(WAITING)),
        counted=counted_now,
        quota=limit,
        troubles=_troubles(work, begins),
        stale=_stale(work, courses, at),
        reports=_reports(work, courses),
        past=survey.is_past(at),
    )


def _hard(work: Work, courses: dict[int, Course], begins: datetime, ends: datetime) -> tuple[Hard, ...]:
    """What most miss of what enough people answered."""
    answers: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    told: dict[tuple[str, str], tuple[str, str]] = {}
    for cohort, quiz, many, right in work.attempts.tally(begins, ends):
        found = courses[cohort].find(quiz)
        if found is None:
            continue
        key = courses[cohort].id, quiz
        told[key] = found[0].title, found[1].text
        answers[key] += many
        wrong[key] += many - right
    hard = (Hard(*told[key], answers[key], wrong[key]) for key in told if answers[key] >= LEAST and wrong[key])
    return tuple(sorted(hard, key=lambda each: (-each.wrong / each.answers, each.question))[:_HARD])


def _counted(work: Work, at: datetime) -> tuple[int | None, int | None]:
    """Messages of this month, and how many there may be; None where there is no LINE, or LINE has not told."""
    accounts = quota.on_line(work)
    if not accounts:
        return None, None
    limits = [limit for each in accounts if (limit := quota.limit_of(work, each)) is not None]
    return sum(quota.used(work, each, at) for each in accounts), sum(limits) if limits else None


def _troubles(work: Work, since: datetime) -> tuple[tuple[Trouble, int], ...]:
    kinds: Counter[Trouble] = Counter()
    for why, many in work.outbox.troubles(since):
        kinds[_kind(why)] += many
    return tuple((kind, kinds[kind]) for kind in Trouble if kinds[kind])


def _kind(why: str) -> Trouble:
    if why.startswith(_UNSURE):
        return Trouble.UNSURE
    return Trouble.GONE if any(word in why for word in _GONE) else Trouble.OTHER


def _stale(work: Work, courses: dict[int, Course], at: datetime) -> tuple[Stale, ...]:
    """Of the courses somebody learns from; each fact once, however many cohorts learn from it."""
    today = at.astimezone(work.organisation.timezone).date()
    taught = [course for cohort, course in courses.items() if work.cohorts.counts(cohort)[EnrolmentState.ACTIVE]]
    found = {
        (course.id, use.fact.id): Stale(course.title, use)
        for course in taught
        for use in freshness.stale(course, today)
    }
    return tuple(sorted(found.values(), key=lambda each: each.use.fact.review_by))


def _reports(work: Work, courses: dict[int, Course]) -> tuple[tuple[str, int], ...]:
    titles = {(course.id, lesson.id): lesson.title for course in courses.values() for lesson in course.lessons}
    there = Counter(
        titles.get((each.course, each.lesson), each.lesson)
        for each in work.reports.all()
        if each.state is ReportState.OPEN
    )
    return tuple(there.most_common())
