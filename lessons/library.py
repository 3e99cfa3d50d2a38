"""The courses on the shelf: read from their bundles, and refused while anything is wrong with them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lessons.bundle.assessment import Asked, assessment, told_apart
from lessons.bundle.facts import Known, known, unused
from lessons.bundle.faults import BrokenCourse, Page, Place, Problem
from lessons.bundle.glossary import Glossary, explained, glossary, match
from lessons.bundle.leaf import Leaf, leaf
from lessons.bundle.manifest import FILE, Manifest, manifest, unnamed
from lessons.bundle.reading import language_of, reading
from lessons.bundle.tongues import read_out
from lessons.editions import Editions, Packed
from lessons.freshness import Days
from lessons.model import Course, Lesson, Week

__all__ = [
    "BUILT_IN",
    "BrokenCourse",
    "Bundle",
    "Library",
    "NoSuchCourse",
    "Place",
    "Problem",
    "library",
    "load",
    "read",
]

BUILT_IN: Final = Path(__file__).with_name("courses")


class NoSuchCourse(LookupError):
    """This course is not in the library."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a folder holds: a course, or the problems that keep it from being one.

    `places` tells for each lesson's, each quiz's and each fact's id where it is written.
    """

    course: Course | None
    problems: tuple[Problem, ...]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Library:
    """All courses under one folder, by id, and the editions that cohorts have kept of them and of others.

    `folders` tells where each was read, `packs` what a new cohort keeps of it, where that is known. With a `language`
    everything comes in its reading in that language, with a `day` as it is taught on that day.
    """

    courses: tuple[Course, ...]
    folders: tuple[tuple[str, Path], ...] = ()
    packs: tuple[tuple[str, Packed], ...] = ()
    editions: Editions = field(default_factory=Editions, compare=False)
    language: str = ""
    day: date | None = None
    days: Days = field(default_factory=Days, compare=False)

    def course(self, key: str) -> Course:
        """The course with this id; raises NoSuchCourse."""
        for course in self.courses:
            if course.id == key:
                return self._taught(course)
        raise NoSuchCourse(key)

    def spoken(self, language: str) -> "Library":
        """The same courses, each in its reading in that language where it has one."""
        return replace(self, courses=tuple(course.spoken(language) for course in self.courses), language=language)

    def on(self, day: date) -> "Library":
        """The same courses as they are taught on that day: what rests on a stale fact is asked, and not graded."""
        return replace(self, day=day)

    def packed(self, key: str) -> Packed | None:
        """What a new cohort keeps of the course with this id; None where it keeps nothing."""
        return dict(self.packs).get(key)

    def edition(self, digest: str, read: Callable[[], Course]) -> Course:
        """The edition of this digest; `read` is called where this process has not met it yet."""
        course = self.editions.course(digest, read)
        return self._taught(course.spoken(self.language) if self.language else course)

    def _taught(self, course: Course) -> Course:
        return self.days.taught(course, self.day) if self.day else course


def read(folder: Path, own: Mapping[str, str] = MappingProxyType({})) -> Bundle:
    """Read a bundle and name everything wrong with it at once. Never raises for what an author wrote.

    `own` are an organisation's words for names that the course puts in.
    """
    plan, facts = manifest(folder), known(folder)
    files = {path: path.relative_to(folder).as_posix() for path in _files(folder)}
    language = plan.course.language if plan.course else ""
    words = glossary(folder, own=language)
    said = partial(plan.says, own=own)
    lessons = {path: file for path, file in files.items() if not language_of(path)}
    leaves = tuple(leaf(path, file, facts.facts, language, said(language)) for path, file in lessons.items())
    others = [path for path in files if path not in lessons]
    readings = tuple(reading(path, files[path], leaves, own=language, words=said) for path in others)
    numbers = {word.text: number for number, word in enumerate(plan.listed, start=1)}
    asked = assessment(folder, numbers, facts.facts, language=language)
    places = _places(facts, leaves, asked)
    _match(plan, leaves)
    _match_words(words, plan, leaves)
    texts = (*(each.page for each in leaves), *(each.page for each in readings), *asked.pages)
    pages = (plan.page, facts.page, words.page, *texts)
    if all(each.lesson for each in leaves):
        unused(facts, texts)
        unnamed(plan, texts)
    course = None if plan.course is None or _broken(pages) else _bind(plan.course, plan, facts, leaves)
    if course:
        told_apart(asked, course)
    problems = sorted(problem for page in pages for problem in page.problems)
    course = replace(course, words=tuple(said(language).items())) if course else None
    whole = read_out(course, plan, readings, asked) if course and not problems else None
    return Bundle(course=explained(whole, words) if whole else None, problems=tuple(problems), places=places)


def load(folder: Path) -> Course:
    """The course in a folder; raises BrokenCourse, which names every problem."""
    bundle = read(folder)
    if bundle.course is None:
        raise BrokenCourse(bundle.problems)
    return bundle.course


def library(folder: Path) -> Library:
    """All courses in the folders under this one; raises BrokenCourse, which names every problem of every course."""
    shelf = {each.name: read(each) for each in sorted(folder.iterdir()) if _is_bundle(each)}
    problems = [replace(each, file=f"{name}/{each.file}") for name, bundle in shelf.items() for each in bundle.problems]
    homes: dict[str, str] = {}
    for name, bundle in shelf.items():
        home = homes.setdefault(bundle.course.id, name) if bundle.course else name
        if home != name:
            problems.append(Problem(f"{name}/{FILE}", 1, "this course is there twice", f"{home}/ has the same id"))
    if problems:
        raise BrokenCourse(problems)
    courses = tuple(bundle.course for bundle in shelf.values() if bundle.course)
    return Library(courses, folders=tuple((key, folder / name) for key, name in homes.items()))


def _is_bundle(folder: Path) -> bool:
    return folder.is_dir() and not folder.name.startswith((".", "_"))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted((folder / "lessons").glob("*.md")) if not path.name.startswith("."))


def _broken(pages: Sequence[Page]) -> bool:
    return any(page.problems for page in pages)


def _places(facts: Known, leaves: Sequence[Leaf], asked: Asked) -> dict[str, Place]:
    """Where each id is written; a second one is noted."""
    places: dict[str, Place] = {}
    lessons = ((each.page, word) for each in leaves for word in each.ids)
    for page, word in (*((facts.page, word) for word in facts.ids), *lessons, *asked.ids):
        if first := places.get(word.text):
            why = f"{first.file}:{first.line} has it already, and ids are unique in a course"
            page.note(word.line, f"the id `{word.text}` is taken", why)
        else:
            places[word.text] = page.place(word.line)
    return places


def _match(plan: Manifest, leaves: Sequence[Leaf]) -> None:
    """Note every lesson that is only in the manifest, twice in it, or not in it at all."""
    lessons = [(each, each.lesson) for each in leaves if each.lesson is not None and each.lesson.id]
    written = {lesson.id for _, lesson in lessons}
    listed: set[str] = set()
    for word in plan.listed:
        if word.text in listed:
            plan.page.note(word.line, f"the lesson `{word.text}` is listed twice", "a lesson comes once")
        elif word.text not in written and len(lessons) == len(leaves):
            plan.page.note(
                word.line, f"the lesson `{word.text}` has no file", "write it in lessons/, or take it out here"
            )
        listed.add(word.text)
    for each, lesson in lessons:
        if plan.weeks and lesson.id not in listed:
            each.page.note(each.ids[0].line, f"the lesson `{lesson.id}` is in no week", f"list it in {FILE}")


def _match_words(words: Glossary, plan: Manifest, leaves: Sequence[Leaf]) -> None:
    written = {each.lesson.id: each.lesson for each in leaves if each.lesson is not None}
    listed = [written[word.text] for word in plan.listed if word.text in written]
    match(words, listed, every=len(listed) == len(leaves))


def _bind(course: Course, plan: Manifest, facts: Known, leaves: Sequence[Leaf]) -> Course:
    """The course with its facts, and its lessons in the manifest's order, numbered through."""
    lessons = {each.lesson.id: each.lesson for each in leaves if each.lesson is not None}
    numbers = {word.text: number for number, word in enumerate(plan.listed, start=1)}
    weeks = tuple(
        Week(number=number, title=title, lessons=tuple(_placed(lessons[word.text], numbers, number) for word in words))
        for number, (title, words) in enumerate(plan.weeks, start=1)
    )
    return replace(course, facts=tuple((facts.facts or {}).values()), weeks=weeks)


def _placed(lesson: Lesson, numbers: Mapping[str, int], week: int) -> Lesson:
    return replace(lesson, number=numbers[lesson.id], week=week)
