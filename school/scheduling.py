"""When lessons come: a learner's own time, and whether one may begin now."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final

from lessons import pacing
from lessons.cards import dates
from lessons.library import Library
from lessons.pacing import Wait
from school.planning import first_at
from school.study import hours_of, study_of
from store.values import Enrolment
from store.work import Work

TIMES: Final = (
    time(8, 40),
    time(9, 0),
    time(10, 0),
    time(13, 0),
    time(16, 0),
)  # what is offered; any other may be typed
_TIME: Final = re.compile(
    r"(?P<part>午前|朝|午後)?\s*(?P<hour>\d{1,2})\s*"
    r"(?:[:時.]\s*(?P<minute>\d{1,2})?(?P<half>半)?分?|(?P<digits>\d{2}))?\s*(?P<english>am|pm)?",
    re.IGNORECASE,
)
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class NotATime:
    """Why a wish for a time cannot be met: the key of a phrase and its facts."""

    key: str
    facts: tuple[tuple[str, str], ...] = ()


def set_time(work: Work, library: Library, enrolment: Enrolment, wish: str, at: datetime) -> Enrolment | NotATime:
    """Deliver at the time wished for from now on, if it lies within working hours; what comes next moves with it."""
    wished = read_time(wish)
    if wished is None:
        return NotATime("join.time_bad")
    hours = hours_of(work.organisation)
    if not hours.opens <= wished < hours.closes or hours.lunch_from <= wished < hours.lunch_to:
        return NotATime("join.time_outside", (("time", dates.clock(wished)), *_window(work)))
    moved = study_of(work, replace(enrolment, delivery_time=wished), library)
    next_at = first_at(work, moved, at)
    work.enrolments.set_time(enrolment.id, wished, next_at)
    return replace(moved.enrolment, next_at=next_at)


def may_begin(work: Work, library: Library, enrolment: Enrolment, at: datetime) -> bool:
    """Whether a lesson can be taken at this moment."""
    study = study_of(work, enrolment, library)
    return study.waiting() is not None or not isinstance(pacing.offer(study.standing(at), study.calendar, at), Wait)


def read_time(text: str) -> time | None:
    """A time of day as people type it: 8:40, 8時40分, 8時半, 9, full width or not."""
    match = _TIME.fullmatch(unicodedata.normalize("NFKC", text[:20]).strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minute"] or match["digits"] or 0)
    if (match["part"] == "午後" or (match["english"] or "").casefold() == "pm") and hour < _NOON:
        hour += _NOON
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _window(work: Work) -> tuple[tuple[str, str], ...]:
    organisation = work.organisation
    return (
        ("opens", dates.clock(organisation.opens)),
        ("closes", dates.clock(organisation.closes)),
        ("lunch_from", dates.clock(organisation.lunch_from)),
        ("lunch_to", dates.clock(organisation.lunch_to)),
    )
