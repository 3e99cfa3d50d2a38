"""What an author is told: where, what, why, and how to mend it; in Japanese or English."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from lessons.hygiene.found import Found
from lessons.hygiene.places import Scripts
from lessons.model import Course

TONGUES: Final = ("ja", "en")


class Grade(StrEnum):
    """How much it matters: an error keeps a course from being taught, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Advice:
    """One thing to mend. `rule` is its kind, the same in every language."""

    file: str
    line: int
    grade: Grade
    rule: str
    what: str
    why: str
    fix: str


def advised(found: Found, course: Course, scripts: Scripts, tongue: str) -> Advice:
    """The words for what was found, and its line."""
    words = wording(tongue)
    said, facts = words[found.rule], dict(found.facts)
    where = _where(found, course, words["where"])
    place = scripts.place(found)
    return Advice(
        file=place.file,
        line=place.line,
        grade=Grade.WARNING,
        rule=found.rule,
        what=": ".join(filter(None, (where, said["what"].format(**facts)))),
        why=said["why"].format(**facts),
        fix=said["fix"].format(**facts),
    )


@cache
def wording(tongue: str) -> Mapping[str, Mapping[str, str]]:
    """The words of every rule, as they are written."""
    return tomllib.loads(files(__package__).joinpath("words", f"{tongue}.toml").read_text(encoding="utf-8"))


def _where(found: Found, course: Course, words: Mapping[str, str]) -> str:
    """The day and the question, as learners count them."""
    for lesson in course.lessons:
        number = next((at for at, quiz in enumerate(lesson.quizzes, start=1) if quiz.id == found.of), 0)
        if number or lesson.id == found.of:
            place = words["quiz" if number else "lesson"].format(day=lesson.number, number=number)
            return words["reading"].format(place=place, language=found.language) if found.language else place
    return ""
