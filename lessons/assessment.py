"""What is asked before a course, in its middle and after it, to see what has changed."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from lessons.dimension import Dimension
from lessons.facts import Fact


class Occasion(StrEnum):
    """When something is asked."""

    BEFORE = "before"  # on joining
    MIDDLE = "middle"
    AFTER = "after"  # at the end of the course
    QUARTER = "quarter"  # about three months later
    HALF_YEAR = "half-year"

    @property
    def later(self) -> bool:
        """Whether it comes when the course is long over."""
        return self in {Occasion.QUARTER, Occasion.HALF_YEAR}


class Part(StrEnum):
    """One page of questions of a kind."""

    SELF = "self"  # what somebody can do, as they see it
    THEN = "then"  # the same about the time before the course, as they see it now
    BEHAVIOUR = "behaviour"  # what somebody did in the last thirty days
    KNOWLEDGE = "knowledge"  # the only one with right and wrong
    CLOSING = "closing"  # how the course was


class KnowledgeForm(StrEnum):
    """The two parallel forms of the knowledge part: the same topics, other questions."""

    A = "a"
    B = "b"

    @property
    def other(self) -> "KnowledgeForm":
        return KnowledgeForm.B if self is KnowledgeForm.A else KnowledgeForm.A


YES: Final = "yes"
NO: Final = "no"
THEN: Final = "then-"  # before a self-rating's id where it is asked about the time before the course


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that can be ticked; `label` is what is stored."""

    label: str
    text: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One question. Without `marks` it is answered in one's own words, or not at all.

    `topic`, `difficulty` (1 to 3) and `fact`, on which its answer rests, are a knowledge item's, `skills` a
    self-rating's. What is not `graded` is asked, and nothing in it is right or wrong. `low` and `high` say what the
    ends of a row of figures mean.
    """

    id: str
    text: str
    marks: tuple[Mark, ...] = ()
    dimension: Dimension | None = None
    skills: tuple[str, ...] = ()
    topic: str = ""
    difficulty: int = 0
    fact: Fact | None = None
    low: str = ""
    high: str = ""
    graded: bool = True

    def right(self, chosen: str) -> bool | None:
        """Whether this label is right; None where nothing is."""
        if not self.graded or not any(mark.right for mark in self.marks):
            return None
        return any(mark.right and mark.label == chosen for mark in self.marks)

    def takes(self, chosen: str) -> bool:
        """Whether this can be an answer; own words are looked over elsewhere."""
        return not self.marks or any(mark.label == chosen for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Stage:
    """One occasion of the plan: its parts in order, and the lesson after which, or the days after the last lesson, it
    comes; the first one comes with joining.
    """

    occasion: Occasion
    parts: tuple[Part, ...]
    lesson: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """`ratings` are asked in SELF and THEN; `forms` has the items of A, then those of B, topic by topic the same."""

    ratings: tuple[Item, ...]
    behaviour: tuple[Item, ...]
    forms: tuple[tuple[Item, ...], tuple[Item, ...]]
    closing: tuple[Item, ...]
    plan: tuple[Stage, ...]

    def stage(self, occasion: Occasion) -> Stage | None:
        """What is planned for the occasion, if anything is."""
        return next((stage for stage in self.plan if stage.occasion is occasion), None)

    def knowledge(self, form: KnowledgeForm) -> tuple[Item, ...]:
        """The items of one form."""
        return self.forms[0] if form is KnowledgeForm.A else self.forms[1]

    @property
    def twins(self) -> tuple[tuple[str, str], ...]:
        """The ids of the items that stand in the same place of both forms."""
        return tuple((item.id, twin.id) for item, twin in zip(*self.forms, strict=True))

    def with_forms(self, first: tuple[Item, ...], second: tuple[Item, ...]) -> "Assessment":
        """The same with these forms."""
        return replace(self, forms=(first, second))

    def items(self, part: Part, form: KnowledgeForm) -> tuple[Item, ...]:
        """What is asked on the page of this part."""
        match part:
            case Part.SELF:
                return self.ratings
            case Part.THEN:
                return tuple(_then(item) for item in self.ratings)
            case Part.BEHAVIOUR:
                return self.behaviour
            case Part.KNOWLEDGE:
                return self.knowledge(form)
            case Part.CLOSING:
                return self.closing


def first_form(enrolment: int) -> KnowledgeForm:
    """Which form somebody gets before the course: one half of the people A, the other half B."""
    return KnowledgeForm.A if enrolment % 2 else KnowledgeForm.B


def _then(item: Item) -> Item:
    return Item(id=f"{THEN}{item.id}", text=item.text, marks=item.marks, dimension=item.dimension, skills=item.skills)
