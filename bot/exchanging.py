"""Questions on their way into a course's folder: tried on a copy first, written in one step or not at all."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from bot.proof import refusals
from lessons.bundle.faults import Page, Place, Problem
from lessons.bundle.reading import is_title_alone
from lessons.bundle.script import script, text_of
from lessons.exchange.addition import Addition, added, named
from lessons.exchange.sheaf import Draft, Malformed, Sheaf
from lessons.library import Bundle, read
from lessons.model import Course, Lesson, Week
from lessons.phrases import LANGUAGES

_BOM: Final = "\ufeff"


class NoSuchLesson(LookupError):
    """This lesson is not in the course."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it would be written: `file` as problems call it, its whole content, and the lines that are new."""

    path: Path
    file: str
    content: bytes
    addition: Addition

    def lay_beside(self) -> Path:
        """The new file beside the old one, under a name that nobody reads."""
        path = self.path.resolve()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.content)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(path, name)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        return Path(name)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written: the questions, the lesson's own file, and its readings, by language."""

    folder: Path
    drafts: tuple[Draft, ...]
    own: Sheet
    readings: tuple[tuple[str, Sheet], ...] = ()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every file that changes."""
        return (*(sheet for _, sheet in self.readings), self.own)

    def carry_out(self) -> None:
        """Put the new files in the old ones' places, each at once and all of them in a row, once all of them are
        written; whoever reads one meanwhile reads it whole.
        """
        laid: list[Path] = []
        try:
            for sheet in self.sheets:
                laid.append(sheet.lay_beside())  # noqa: PERF401  what was laid must be known if the next one fails
            for sheet, new in zip(self.sheets, laid, strict=True):
                new.replace(sheet.path.resolve())
        finally:
            for new in laid:
                new.unlink(missing_ok=True)


def plan(folder: Path, lesson: str, sheaf: Sheaf, *, fact: str, today: date) -> Plan:
    """How the questions would stand in the lesson; `fact` is for those that can be right and name none.

    Raises NoSuchLesson, and Malformed with everything that would be wrong with the course then.
    """
    before = read(folder)
    place = before.places.get(lesson)
    if place is None or not _is_lesson(before, lesson):
        raise NoSuchLesson(lesson)
    drafts = [replace(each, fact=each.fact or (fact if each.kind.scored else "")) for each in sheaf.drafts]
    own = [quiz.id for each in _lessons(before.course) if each.id == lesson for quiz in each.quizzes]
    ready = named(drafts, lesson=lesson, like=own, taken=before.places.keys())
    beside = {language: f"{place.file.removesuffix('.md')}.{language}.md" for language in LANGUAGES}
    readings = ((language, file) for language, file in beside.items() if _asks(folder, file))
    made = Plan(
        folder,
        ready,
        own=_sheet(folder, place.file, ready),
        readings=tuple((language, _sheet(folder, file, ready, reading=True)) for language, file in readings),
    )
    if problems := _tried(folder, place, made, sheaf, today):
        raise Malformed(problems)
    return made


def _asks(folder: Path, file: str) -> bool:
    """Whether this is a reading that has questions: one of the title alone leaves them to the lesson."""
    if not (folder / file).is_file():
        return False
    page = Page(file)
    text = text_of(folder / file, page)
    written = None if text is None else script(text, page)
    return written is None or not is_title_alone(written)


def _sheet(folder: Path, file: str, ready: Sequence[Draft], *, reading: bool = False) -> Sheet:
    """The file with the questions in it; a reading says them in the course's own words until somebody translates."""
    path = folder / file
    text = path.read_bytes().decode()
    addition = added(text.removeprefix(_BOM).replace("\r\n", "\n"), ready, file, reading=reading)
    return Sheet(path, file, _as_before(addition.text, text), addition)


def _as_before(new: str, old: str) -> bytes:
    """With the byte order mark and the line ends that the file had."""
    ended = new.replace("\n", "\r\n") if "\r\n" in old else new
    return f"{_BOM if old.startswith(_BOM) else ''}{ended}".encode()


def _tried(folder: Path, place: Place, made: Plan, sheaf: Sheaf, today: date) -> Sequence[Problem]:
    """What is wrong with the course once the questions are in it."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "course"
        shutil.copytree(folder, copy)
        for each in made.sheets:
            (copy / each.file).write_bytes(each.content)
        after = read(copy)
    alone = _only(after, place.file)
    found = dict.fromkeys((*after.problems, *refusals(alone, today)))
    return [_traced(each, made, sheaf, after) for each in found]


def _only(bundle: Bundle, file: str) -> Bundle:
    """The same with the lesson in this file alone: the others have not changed."""
    kept = [each for each in _lessons(bundle.course) if bundle.places[each.id].file == file]
    course = bundle.course and replace(bundle.course, weeks=tuple(Week(1, "", (each,)) for each in kept), readings=())
    return replace(bundle, course=course)


def _traced(problem: Problem, made: Plan, sheaf: Sheaf, after: Bundle) -> Problem:
    """The problem where it comes from: on the line of the file that brings the question."""
    for draft, line in zip(made.drafts, sheaf.lines, strict=True):
        begin = after.places.get(draft.id)
        if begin and begin.file == problem.file and begin.line <= problem.line < begin.line + _length(draft, made):
            return Problem(sheaf.file, line, problem.what, problem.why)
    return replace(problem, file=str(made.folder / problem.file))


def _length(draft: Draft, made: Plan) -> int:
    """How many lines a new question has."""
    lines = made.own.addition.lines
    starts = [place for place, line in enumerate(lines) if line.lstrip().startswith("- id: ")]
    ends = [*starts[1:], len(lines)]
    place = [each.id for each in made.drafts].index(draft.id)
    return ends[place] - starts[place]


def _lessons(course: Course | None) -> tuple[Lesson, ...]:
    return course.lessons if course else ()


def _is_lesson(bundle: Bundle, key: str) -> bool:
    """Whether the id is a lesson's; in a course that cannot be read, whatever is written is believed."""
    return bundle.course is None or any(lesson.id == key for lesson in bundle.course.lessons)
