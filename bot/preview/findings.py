"""What the checker has against a course, sorted by lesson."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lessons.library import Bundle, Problem
from lessons.model import Lesson

Json: TypeAlias = dict[str, Any]  # as it goes to the page


@dataclass(frozen=True, slots=True)
class Findings:
    """`all` is None while the checker is still looking."""

    bundle: Bundle
    all: tuple[Problem, ...] | None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each lesson, by its id."""
        lessons = self.bundle.course.lessons if self.bundle.course else ()
        return {lesson.id: count for lesson in lessons if (count := len(self.of(lesson)))}

    def of(self, lesson: Lesson) -> Sequence[Problem]:
        """Those that stand in the lesson's own file, or in one of its readings."""
        place = self.bundle.places.get(lesson.id)
        stem = place.file.removesuffix(".md") if place else None
        return [each for each in self.all or () if stem and _stem(each.file, stem)]

    @property
    def elsewhere(self) -> Sequence[Problem]:
        """Those of the course as a whole: in its manifest, and wherever else no lesson is written."""
        return [each for each in self.all or () if not each.file.startswith("lessons/")]


def as_json(problems: Sequence[Problem]) -> list[Json]:
    """For the page; what is found twice in one place is told once, with how often."""
    counted = Counter(problems)
    return [{"place": f"{each.file}:{each.line}", "what": each.what, "why": each.why} for each in counted]


def _stem(file: str, stem: str) -> bool:
    return file == f"{stem}.md" or (file.startswith(f"{stem}.") and file.endswith(".md"))
