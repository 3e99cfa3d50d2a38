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
from lessons.bundle.faults import Place, Problem
from lessons.exchange.addition import Addition, added, named
from lessons.exchange.sheaf import Draft, Malformed, Sheaf
from lessons.library import Bundle, read
from lessons.model import Course, Lesson, Week

_BOM: Final = "\ufeff"


class NoSuchLesson(LookupError):
    """This lesson is not in the course."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written: the lesson's file and its whole content, the questions, and the lines they are."""

    folder: Path
    path: Path
    content: bytes
    drafts: tuple[Draft, ...]
    addition: Addition

    def carry_out(self) -> None:
        """Put the new file in the old one's place at once; whoever reads it meanwhile reads one of the two whole."""
        path = self.path.resolve()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.content)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(path, name)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


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
    path = folder / place.file
    text = path.read_bytes().decode()
    addition = added(text.removeprefix(_BOM).replace("\r\n", "\n"), ready, place.file)
    made = Plan(folder, path, _as_before(addition.text, text), ready, addition)
    if problems := _tried(folder, place, made, sheaf, today):
        raise Malformed(problems)
    return made


def _as_before(new: str, old: str) -> bytes:
    """With the byte order mark and the line ends that the file had."""
    ended = new.replace("\n", "\r\n") if "\r\n" in old else new
    return f"{_BOM if old.startswith(_BOM) else ''}{ended}".encode()


def _tried(folder: Path, place: Place, made: Plan, sheaf: Sheaf, today: date) -> Sequence[Problem]:
    """What is wrong with the course once the questions are in it."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "course"
        shutil.copytree(folder, copy)
        (copy / place.file).write_bytes(made.content)
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
            return Problem(sheaf.file, line, f"{draft.id}: {problem.what}", problem.why)
    return replace(problem, file=str(made.folder / problem.file))


def _length(draft: Draft, made: Plan) -> int:
    """How many lines a new question has."""
    starts = [place for place, line in enumerate(made.addition.lines) if line.lstrip().startswith("- id: ")]
    ends = [*starts[1:], len(made.addition.lines)]
    place = [each.id for each in made.drafts].index(draft.id)
    return ends[place] - starts[place]


def _lessons(course: Course | None) -> tuple[Lesson, ...]:
    return course.lessons if course else ()


def _is_lesson(bundle: Bundle, key: str) -> bool:
    """Whether the id is a lesson's; in a course that cannot be read, whatever is written is believed."""
    return bundle.course is None or any(lesson.id == key for lesson in bundle.course.lessons)
