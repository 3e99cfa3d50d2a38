"""The end of a silence of the office: the new plan is seen before it holds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Final

from lessons.calendar import Calendar, Pause
from lessons.library import Library
from lessons.replanning import Span, Ways, ways
from school import silence as reminding
from school.inquiring import hushing
from school.planning import go_on
from school.rights import Actor, Verb, acts, require
from school.silencing import named
from school.study import Study, office_calendar, studies_of
from store.silence import Silence, Whom
from store.values import Cohort, EnrolmentState
from store.work import Work

_BATCH: Final = 500  # studies read at once


class How(StrEnum):
    """What becomes of the days that were lost."""

    SHIFT = "shift"  # ずらす: the calendar moves
    COMPRESS = "compress"  # つめる: the calendar stays, and who wants takes two a day until the gap is closed


@dataclass(frozen=True, slots=True)
class Part:
    """One cohort in the plan: how many learners of it go on, and how it ends; None while it rests for another
    reason.
    """

    cohort: Cohort
    learners: int
    ways: Ways | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would come of it if the silence ended at this moment."""

    silence: Silence
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Resumed:
    """It is over, in this way; the plan is what was shown, as of the moment of the press."""

    plan: Plan
    how: How


def plan(work: Work, library: Library, actor: Actor, silence: Silence, at: datetime) -> Plan | None:
    """What each way on would mean for each cohort; None if it does not last. Raises NotAllowed."""
    require(work, actor, Verb.RESUME)
    return Plan(silence, _parts(work, library, silence, at)) if silence.lasts else None


def resume(work: Work, library: Library, actor: Actor, silence: Silence, at: datetime, *, how: How) -> Resumed | None:
    """All of it in one transaction: the silence is over, everybody's next lesson has its moment, and what was held
    comes at each learner's next turn. None if it does not last any more. Raises NotAllowed.
    """
    planned = plan(work, library, actor, silence, at)
    if planned is None or not work.silences.end(silence.id, at, compressed=how is How.COMPRESS):
        return None
    acts(work, actor, Verb.RESUME, target=named(silence), detail=how.value, at=at)
    work.silenced.free(silence.id)
    for kind in reminding.OF_THE_DAY:  # one that was under way when the silence began
        work.silenced.drop(silence, kind, at)
    work.silenced.unsay(silence.id, at)
    held = work.silenced.held(silence.id)
    hushing.show_missed(work, at)
    for study in _studies(work, library, silence):
        if not study.rests:
            go_on(work, study, at, held=held)
    calendar = office_calendar(work)
    if silence.whom is Whom.EVERYBODY and (opening := calendar.opening_after(at)):
        work.silenced.release_others(opening, calendar.closing(opening))
    return Resumed(planned, how)


def _parts(work: Work, library: Library, silence: Silence, at: datetime) -> tuple[Part, ...]:
    """What most of a cohort's learners go by is the cohort's; it is reckoned once for all who go by the same."""
    reckoned, pause = cache(ways), Pause(silence.since or at, at)
    cohorts: dict[int, Cohort] = {}
    found: dict[int, Counter[Ways | None]] = {}
    for study in _studies(work, library, silence):
        if study.enrolment.state is EnrolmentState.ACTIVE:
            cohorts[study.cohort.id] = study.cohort
            found.setdefault(study.cohort.id, Counter())[reckoned(*_course(study, silence), pause)] += 1
    return tuple(
        Part(cohorts[number], counts.total(), counts.most_common(1)[0][0]) for number, counts in sorted(found.items())
    )


def _course(study: Study, silence: Silence) -> tuple[Calendar, Span]:
    """The cohort's days as they were without the silence, and how many of them its course takes."""
    without = tuple(each for each in study.calendar.pauses if each not in silence.pauses)
    span = Span(study.cohort.starts_on, len(study.course.lessons), study.cohort.reserve)
    return replace(study.calendar.cohort, pauses=without), span


def _studies(work: Work, library: Library, silence: Silence) -> Iterator[Study]:
    """Those of everybody it concerns."""
    there = work.enrolments.under(silence.id)
    for start in range(0, len(there), _BATCH):
        yield from studies_of(work, there[start : start + _BATCH], library)
