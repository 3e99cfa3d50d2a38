"""What a course asks before, in its middle and after it: a questionnaire, and two forms of a knowledge test."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lessons.assessment import Assessment, Item, Part, Stage
from lessons.bundle.faults import Page, Word
from lessons.bundle.forms import compare, form
from lessons.bundle.questionnaire import questionnaire
from lessons.bundle.rewording import reworded
from lessons.facts import Fact
from lessons.model import Course
from lessons.phrases import LANGUAGES

FOLDER: Final = "assessment"
FILE: Final = "questionnaire.yaml"
FORMS: Final = ("form-a.yaml", "form-b.yaml")
_ALIKE: Final = 0.6  # share of letter pairs that two questions have in common


@dataclass(frozen=True, slots=True)
class Asked:
    """The files as far as they could be read. `assessment` is None if there is none, or none that can be used; `ids`
    are its items', each with the page it stands on.
    """

    pages: tuple[Page, ...] = ()
    assessment: Assessment | None = None
    readings: tuple[tuple[str, Assessment], ...] = ()
    ids: tuple[tuple[Page, Word], ...] = ()

    def spoken(self, language: str) -> Assessment | None:
        """In that language where it has such a reading, or as it is."""
        return dict(self.readings).get(language, self.assessment)


def assessment(folder: Path, numbers: Mapping[str, int], facts: Mapping[str, Fact] | None, *, language: str) -> Asked:
    """What the course's folder holds of it; `numbers` are those of the course's lessons, by id, and `facts` the
    course's.
    """
    if not (folder / FOLDER).is_dir():
        return Asked()
    page = Page(f"{FOLDER}/{FILE}")
    asked = questionnaire(folder / FOLDER / FILE, page, numbers, language=language)
    if asked is None:
        return Asked((page,))
    made, words = asked
    ids = [(page, word) for word in words]
    pages = [page]
    if _has_forms(folder, made.plan):
        forms = tuple(form(folder / FOLDER / file, Page(f"{FOLDER}/{file}", facts, language)) for file in FORMS)
        compare(*forms)
        made = made.with_forms(forms[0].items, forms[1].items)
        pages += [each.page for each in forms]
        ids += [(each.page, word) for each in forms for word in each.ids]
    readings = tuple(_readings(folder, made, pages, own=language))
    return Asked(tuple(pages), made, readings, tuple(ids))


def told_apart(asked: Asked, course: Course) -> None:
    """Note every question of the two forms that the course asks in a lesson as well: it would measure memory only."""
    daily = [(quiz.id, _pairs(quiz.text)) for lesson in course.lessons for quiz in lesson.quizzes]
    places = {word.text: (page, word.line) for page, word in asked.ids}
    for item in _knowledge(asked.assessment):
        pairs = _pairs(item.text)
        twin = next((quiz for quiz, other in daily if _alike(pairs, other)), "")
        if twin and item.id in places:
            page, line = places[item.id]
            page.note(line, f"`{item.id}` asks what the lessons ask (`{twin}`)", "ask the same topic in another way")


def _knowledge(made: Assessment | None) -> tuple[Item, ...]:
    return (*made.forms[0], *made.forms[1]) if made else ()


def _alike(pairs: frozenset[str], other: frozenset[str]) -> bool:
    common = len(pairs & other)
    return common > _ALIKE * (len(pairs) + len(other) - common)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def _has_forms(folder: Path, plan: Sequence[Stage]) -> bool:
    there = any((folder / FOLDER / file).is_file() for file in FORMS)
    return there or any(Part.KNOWLEDGE in stage.parts for stage in plan)


def _readings(folder: Path, made: Assessment, pages: list[Page], *, own: str) -> Iterator[tuple[str, Assessment]]:
    """Each language that any file is in; what is not, is as in the course's own."""
    for language in LANGUAGES:
        files = {file: f"{file.removesuffix('.yaml')}.{language}.yaml" for file in (FILE, *FORMS)}
        there = {file: name for file, name in files.items() if (folder / FOLDER / name).is_file()}
        if not there:
            continue
        spoken = made
        for file, name in there.items():
            page = Page(f"{FOLDER}/{name}")
            pages.append(page)
            if language == own:
                page.note(1, f"the course is in `{own}` already", "a reading is in another language")
            spoken = reworded(folder / FOLDER / name, page, spoken, file=file, language=language)
        yield language, spoken
