"""What somebody answered to questionnaires, gathered beside the words it belongs to."""

from dataclasses import dataclass

from lessons.assessment import Assessment, Item, KnowledgeForm, Occasion, Part
from lessons.measuring import graded_twice
from lessons.model import Course
from store.responses import Response
from store.sittings import Sitting
from store.work import Work


@dataclass(frozen=True, slots=True)
class GivenResponse:
    """`question` and `given` are words; whether it was `right` is told only once the last form is in."""

    response: Response
    question: str
    given: tuple[str, ...]
    right: bool | None


@dataclass(frozen=True, slots=True)
class GivenSitting:
    """One occasion, with what was answered then."""

    sitting: Sitting
    responses: tuple[GivenResponse, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """How many answers were right before and after, of how many that were graded both times."""

    before: int
    after: int
    of: int


def given_sittings(work: Work, course: Course, enrolment: int) -> tuple[GivenSitting, ...]:
    """All of one enrolment's that have an answer."""
    sat = work.sittings.of(enrolment)
    told = any(each.occasion is Occasion.AFTER and each.finished_at for each in sat)
    items = _items(course)
    found = ((each, work.responses.of(each.id)) for each in sat)
    return tuple(
        GivenSitting(sitting, tuple(_given(items.get(each.item), each, told=told) for each in answers))
        for sitting, answers in found
        if answers
    )


def knowledge_of(given: tuple[GivenSitting, ...], asked: Assessment | None) -> Knowledge | None:
    """The counts of the two forms, for the person alone; None until both are in."""
    sat = {each.sitting.occasion: each for each in given if each.sitting.finished_at}
    if asked is None or not {Occasion.BEFORE, Occasion.AFTER} <= sat.keys():
        return None
    both = graded_twice(_right(sat[Occasion.BEFORE]), _right(sat[Occasion.AFTER]), asked.twins)
    return Knowledge(sum(early for early, _ in both), sum(late for _, late in both), len(both)) if both else None


def _right(given: GivenSitting) -> dict[str, bool | None]:
    return {each.response.item: each.response.right for each in given.responses}


def _items(course: Course) -> dict[str, Item]:
    asked = course.assessment
    if asked is None:
        return {}
    return {item.id: item for part in Part for form in KnowledgeForm for item in asked.items(part, form)}


def _given(item: Item | None, response: Response, *, told: bool) -> GivenResponse:
    marks = {mark.label: mark.text for mark in item.marks} if item else {}
    given = tuple(marks.get(each, each) for each in response.chosen)
    return GivenResponse(response, item.text if item else response.item, given, response.right if told else None)
