"""What the checker has against a course, sorted by lesson."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lessons.hygiene.advice import Advice
from lessons.hygiene.faults import translated
from lessons.library import Bundle
from lessons.model import Lesson
from lessons.phrases import Phrases

Json: TypeAlias = dict[str, Any]  # as it goes to the page


@dataclass(frozen=True, slots=True)
class Findings:
    """A bundle and what `kotsu course check` says of it; `all` is None while that is being looked for."""

    bundle: Bundle
    all: Sequence[Advice] | None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each lesson, by its id."""
        lessons = self.bundle.course.lessons if self.bundle.course else ()
        return {lesson.id: count for lesson in lessons if (count := len(self.of(lesson)))}

    def of(self, lesson: Lesson) -> Sequence[Advice]:
        """Those that stand in the lesson's own file, or in one of its readings."""
        place = self.bundle.places.get(lesson.id)
        stem = place.file.removesuffix(".md") if place else None
        return [each for each in self.all or () if stem and _stem(each.file, stem)]

    @property
    def elsewhere(self) -> Sequence[Advice]:
        """Those of the course as a whole: in its manifest, its facts, and wherever else no lesson is written."""
        return [each for each in self.all or () if not each.file.startswith("lessons/")]

    def broken(self, tongue: str) -> Sequence[Advice]:
        """What keeps it from being a course."""
        return [translated(each, tongue) for each in self.bundle.problems]


def as_json(found: Iterable[Advice], say: Phrases) -> list[Json]:
    """For the page, each once."""
    return [
        {
            "place": f"{each.file}:{each.line}",
            "grade": each.grade.value,
            "named": say(f"preview.grade_{each.grade.value}"),
            "what": each.what,
            "why": each.why,
            "fix": each.fix,
        }
        for each in dict.fromkeys(found)
    ]


def _stem(file: str, stem: str) -> bool:
    return file == f"{stem}.md" or (file.startswith(f"{stem}.") and file.endswith(".md"))
