"""How far everybody is in one week, as bare numbers, and in which section they work."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cached_property

from lessons.calendar import Calendar
from lessons.grouping import Group
from lessons.weekly import Week, week_of
from school.study import calendar_of, silences_of
from store.office import Section
from store.values import Cohort, Enrolment, EnrolmentState
from store.work import Work


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody to whom the week could bring lessons: whether they ever began, did anything in it, and finished all that
    came in it.
    """

    person: int
    started: bool
    active: bool
    completed: bool


class Survey:
    """One week of an organisation, in one unit of work; counted once, however often it is asked."""

    def __init__(self, work: Work, of: Week) -> None:
        self.work, self.of = work, of

    @cached_property
    def learners(self) -> tuple[Learner, ...]:
        """Everybody who counts."""
        return census(self.work, self.of)

    def is_past(self, at: datetime) -> bool:
        """Whether the week is not the one that has this moment."""
        return self.of != week_of(at.astimezone(self.work.organisation.timezone).date())


def census(work: Work, of: Week) -> tuple[Learner, ...]:
    """Everybody who learns in a cohort that was at work that week. Who was away on all its days is not counted, nor is
    a cohort that rests.
    """
    given = work.taken.in_days(of.monday, of.sunday)
    answering = work.attempts.answering(*span(work, of))
    ever = work.attempts.answering(*_ever(work, of))
    found: dict[int, Learner] = {}
    for cohort in work.cohorts.all():
        enrolments = [each for each in work.enrolments.in_cohort(cohort.id) if _belongs(each, given)]
        if cohort.paused or not any(each.id in given or each.id in answering for each in enrolments):
            continue
        silences = silences_of(work, enrolments)
        for each in enrolments:
            calendar = calendar_of(work.organisation, cohort, silences.get(each.id, ()))
            if _works(work, calendar, cohort, each, of):
                here, done = given.get(each.id, (0, 0))
                active = each.id in answering or done > 0
                found[each.person] = Learner(each.person, each.id in ever, active, 0 < here == done)
    return tuple(found.values())


def span(work: Work, of: Week) -> tuple[datetime, datetime]:
    """The week's first moment, and the first after it."""
    zone = work.organisation.timezone
    begins = datetime.combine(of.monday, time(), zone)
    return begins, datetime.combine(of.after.monday, time(), zone)


def counted(name: str, learners: Iterable[Learner]) -> Group:
    """So many of them, as a group of this name."""
    everybody = tuple(learners)
    return Group(
        name,
        learners=len(everybody),
        started=sum(each.started for each in everybody),
        active=sum(each.active for each in everybody),
        completed=sum(each.completed for each in everybody),
    )


def by_section(work: Work, learners: Iterable[Learner], unlisted: str) -> tuple[Group, ...]:
    """A group for each section by its path, of those whose main post is there; at the end who is on no list."""
    homes = _homes(work)
    paths = {section.id: section.path for section in work.sections.all()}
    found: defaultdict[str, list[Learner]] = defaultdict(list)
    for each in learners:
        found[paths.get(homes.get(each.person, 0), "")].append(each)
    groups = [counted(path, found[path]) for path in sorted(found) if path]
    return (*groups, *((counted(unlisted, found[""]),) if "" in found else ()))


def within(work: Work, learners: Iterable[Learner], section: Section) -> tuple[Learner, ...]:
    """Those who have a post in the section or below it, a second one too."""
    inside = {each.id for each in work.sections.all() if section.holds(each)}
    people = {person for person, where in _places(work) if where in inside}
    return tuple(each for each in learners if each.person in people)


def _homes(work: Work) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for person, section in _places(work):
        found.setdefault(person, section)
    return found


def _places(work: Work) -> Iterable[tuple[int, int]]:
    """(person, section) of every post of those who are known here, each one's main post first."""
    known = {each.id: each.person for each in work.staff.all() if each.person and each.left_on is None}
    return [(person, post.section) for post in work.posts.all() if (person := known.get(post.staff))]


def _belongs(enrolment: Enrolment, given: Mapping[int, tuple[int, int]]) -> bool:
    """Still at it and not silenced, or finished with a lesson of that very week."""
    if enrolment.state is EnrolmentState.FINISHED:
        return enrolment.id in given
    return enrolment.state is EnrolmentState.ACTIVE and not enrolment.silent


def _works(work: Work, calendar: Calendar, cohort: Cohort, enrolment: Enrolment, of: Week) -> bool:
    """Whether the week has a working day for this learner."""
    if enrolment.away_until:  # most people never were
        calendar = replace(calendar, leaves=(*calendar.leaves, *work.leaves.of(enrolment.id)))
    first = max(cohort.starts_on, calendar.day(enrolment.joined_at))
    return any(day >= first and calendar.works_on(day) for day in of.days)


def _ever(work: Work, of: Week) -> tuple[datetime, datetime]:
    """From long before anybody learnt up to the week's end."""
    _, ends = span(work, of)
    return ends - timedelta(days=3650), ends
