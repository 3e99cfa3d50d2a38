"""What the neighbours are asked beside their lessons, and every question about it."""

from typing import Final

from lessons.assessment import KnowledgeForm, Occasion
from store.work import Work
from tests.store.office_next_door import Ask
from tests.store.world import MINUTE, NOW

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "responses.export": lambda work, _: list(work.responses.export(2)),
    "responses.of": lambda work, _: work.responses.of(1),
    "sittings.counts": lambda work, _: work.sittings.counts(2),
    "sittings.due": lambda work, _: work.sittings.due(NOW + MINUTE, 10),
    "sittings.get": lambda work, _: work.sittings.get(1),
    "sittings.to_come": lambda work, _: work.sittings.to_come(2, NOW + MINUTE),
    "sittings.of": lambda work, _: work.sittings.of(1),
}
NOT_FOUND: Final[dict[str, Ask]] = {}
CHANGES_NOTHING: Final[dict[str, Ask]] = {
    "sittings.begin": lambda work, _: work.sittings.begin(1, NOW),
    "sittings.finish": lambda work, _: work.sittings.finish(1, NOW),
    "sittings.move": lambda work, _: work.sittings.move(1, NOW),
    "sittings.recall": lambda work, _: work.sittings.recall(1, NOW),
}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {
    "responses.add": lambda work, _: work.responses.add(1, "new", ("1",), right=None, at=NOW),
    "sittings.open": lambda work, _: work.sittings.open(1, Occasion.AFTER, KnowledgeForm.B, NOW),
    "sittings.plan": lambda work, _: work.sittings.plan(1, Occasion.MIDDLE, KnowledgeForm.A, NOW),
}


def settle(work: Work, person: int) -> None:
    """One questionnaire that is half answered, and one that is due."""
    (enrolment,) = work.enrolments.of_person(person)
    work.sittings.open(enrolment.id, Occasion.BEFORE, KnowledgeForm.A, NOW)
    work.sittings.plan(enrolment.id, Occasion.QUARTER, KnowledgeForm.A, NOW)
    opened, planned = work.sittings.of(enrolment.id)
    assert (enrolment.cohort, enrolment.id, opened.id) == (2, 1, 1), "the questions name these"
    work.responses.add(opened.id, "s01", ("3",), right=None, at=NOW)
    assert planned.due_at == NOW
