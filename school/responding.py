"""Answering a questionnaire: part by part, each kept as it is sent, each answer once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from lessons.assessment import Item, Part, Stage
from lessons.library import Library
from school import sittings, writing
from school.study import Study, study_of
from school.writing import Unfit
from store.sittings import Sitting
from store.values import Enrolment
from store.work import Work


@dataclass(frozen=True, slots=True)
class Paper:
    """One sitting as it stands; `answered` are the ids of items that have their answer."""

    study: Study
    sitting: Sitting
    stage: Stage
    answered: frozenset[str]

    @property
    def part(self) -> Part | None:
        """The part that comes next; None if all are answered."""
        return next((part for part in self.stage.parts if not self._has(part)), None)

    @property
    def tested(self) -> bool:
        """Whether anything in it can be right."""
        return Part.KNOWLEDGE in self.stage.parts and any(item.graded for item in self.items(Part.KNOWLEDGE))

    def place(self, part: Part) -> tuple[int, int]:
        """The part's number, and of how many."""
        return self.stage.parts.index(part) + 1, len(self.stage.parts)

    def items(self, part: Part) -> tuple[Item, ...]:
        """What is asked in a part."""
        asked = self.study.course.assessment
        return asked.items(part, self.sitting.form) if asked else ()

    def _has(self, part: Part) -> bool:
        return all(item.id in self.answered for item in self.items(part))


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing was kept: these items of the part have no answer that could be one."""

    items: tuple[str, ...]


Outcome: TypeAlias = Paper | Missing | Unfit


def paper_of(work: Work, library: Library, sitting: Sitting) -> Paper | None:
    """The sitting with what is asked; None if the course asks it no more."""
    study = study_of(work, work.enrolments.get(sitting.enrolment), library)
    asked = study.course.assessment
    stage = asked.stage(sitting.occasion) if asked else None
    if stage is None:
        return None
    return Paper(study, sitting, stage, frozenset(each.item for each in work.responses.of(sitting.id)))


def found(work: Work, enrolments: tuple[Enrolment, ...], number: int) -> Sitting | None:
    """The sitting with this number, if it is one of this learner's."""
    sitting = work.sittings.get(number)
    return sitting if sitting and sitting.enrolment in {each.id for each in enrolments} else None


def is_closed(paper: Paper, at: datetime) -> bool:
    """Whether nothing can be answered any more: never opened, or too long ago."""
    return sittings.is_over(paper.study, paper.sitting, at)


def respond(work: Work, paper: Paper, part: Part, given: Mapping[str, str], at: datetime) -> Outcome:
    """Keep the answers to one part, if there is one to every item; own words may be left out. An answer that is there
    already stands, so that sending twice changes nothing.
    """
    items = paper.items(part) if part in paper.stage.parts else ()
    missing = tuple(item.id for item in items if not item.takes(given.get(item.id, "")))
    if missing:
        return Missing(missing)
    kept: dict[str, tuple[str, ...]] = {}
    for item in items:
        words = given.get(item.id, "") if item.marks else _words(given.get(item.id, ""), at)
        if isinstance(words, Unfit):
            return words
        kept[item.id] = (words,) if words else ()
    for item in items:
        right = item.right(kept[item.id][0]) if item.marks else None
        work.responses.add(paper.sitting.id, item.id, kept[item.id], right=right, at=at)
    after = replace(paper, answered=paper.answered | kept.keys())
    if after.part is None:
        work.sittings.finish(paper.sitting.id, at)
    return after


def _words(body: str, at: datetime) -> str | Unfit:
    return writing.fit(body, at) if writing.tidied(body) else ""
