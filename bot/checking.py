"""Everything that can be said of a course before anybody is taught it: what `kotsu course check` tells."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.proof import refusals
from lessons.bundle.faults import Place
from lessons.hygiene.advice import Advice, Grade, advised
from lessons.hygiene.faults import translated
from lessons.hygiene.places import Scripts
from lessons.hygiene.review import review
from lessons.hygiene.whole import scenario_share
from lessons.library import Bundle, read
from lessons.model import Course
from lessons.packing import NoPack, contents, read_pack, written_in


@dataclass(frozen=True, slots=True)
class Report:
    """The course, if it is one, and what there is to mend and to look at, each with its place, reason and remedy."""

    course: Course | None
    advice: tuple[Advice, ...]

    @property
    def errors(self) -> tuple[Advice, ...]:
        """What keeps it from being taught."""
        return tuple(each for each in self.advice if each.grade is Grade.ERROR)

    @property
    def warnings(self) -> tuple[Advice, ...]:
        """What a careful author would look at."""
        return tuple(each for each in self.advice if each.grade is Grade.WARNING)


def checked(path: Path, *, on: date, tongue: str) -> Report:
    """The course in a folder or in a pack, looked at as on that day, in `ja` or `en`. Never raises for what an author
    wrote.
    """
    if path.is_dir():
        return _report(read(path), written_in(path), on, tongue)
    raw = path.read_bytes()
    try:
        files = contents(raw)
    except NoPack:
        files = {}
    return _report(read_pack(raw), files, on, tongue)


def _report(bundle: Bundle, files: Mapping[str, bytes], on: date, tongue: str) -> Report:
    faults = (*bundle.problems, *refusals(bundle, on))
    advice = [*(translated(each, tongue) for each in faults), *_warnings(bundle, files, on, tongue)]
    return Report(bundle.course, tuple(sorted(dict.fromkeys(advice))))


def _warnings(bundle: Bundle, files: Mapping[str, bytes], on: date, tongue: str) -> Iterator[Advice]:
    if bundle.course is None:
        return
    texts = {name: raw.decode("utf-8-sig").replace("\r\n", "\n") for name, raw in files.items()}
    places: Mapping[str, Place] = bundle.places
    scripts = Scripts(texts, places)
    for found in review(bundle.course, on):
        yield advised(found, bundle.course, scripts, tongue)


def figures(report: Report, on: date) -> dict[str, object]:
    """What `kotsu course check --json` tells: what the course holds (nothing of it while it is broken), how many of its
    facts are stale on that day, and every problem and warning by file, line, what, why and fix.
    """
    course = report.course
    quizzes = [quiz for lesson in course.lessons for quiz in lesson.quizzes] if course else []
    return {
        "lessons": len(course.lessons) if course else 0,
        "questions": len(quizzes),
        "by_type": dict(Counter(quiz.kind.value for quiz in quizzes)),
        "scenario_share": round(scenario_share(course), 3) if course else 0,
        "glossary": len(course.glossary) if course else 0,
        "variants": _variants(course) if course else 0,
        "facts": len(course.facts) if course else 0,
        "stale": sum(fact.stale(on) for fact in course.facts) if course else 0,
        "problems": [_said(each) for each in report.errors],
        "warnings": [_said(each) for each in report.warnings],
    }


def _variants(course: Course) -> int:
    """Sentences for one family of sections, beside those for everybody."""
    return sum(family != "default" for lesson in course.lessons for family, _ in lesson.in_section)


def _said(advice: Advice) -> dict[str, object]:
    return {key: getattr(advice, key) for key in ("file", "line", "what", "why", "fix")}
